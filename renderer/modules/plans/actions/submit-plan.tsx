// 提交 of a plan from the list or its page: what it says now is checked.
import { useAsk } from '#renderer/api/use-ask.ts';
import { SubmitDialog } from '#renderer/ui/dialogs/submit-dialog.tsx';
import type { Plan } from '#shared/domain/plans/model.ts';
import { plansPages } from '#shared/text/index.ts';
import { fieldName, submitWords } from '../form/submit-words.ts';

const { actions, unnamed } = plansPages;

type Props = { readonly plan: Plan; readonly onClose: () => void; readonly onEdit: () => void };

export function SubmitPlan({ plan, onClose, onEdit }: Props) {
  const { id, content } = plan;
  const { data, error, refetch } = useAsk('plans.check', { id, content }, { keepPrevious: false });
  const name = content.projectName;
  return (
    <SubmitDialog
      command="plans.submit"
      error={error}
      findings={data?.findings}
      id={id}
      nameOf={fieldName}
      onClose={onClose}
      onEdit={onEdit}
      onRetry={() => void refetch()}
      words={{
        ...submitWords(name),
        notYet: actions.notYet(name === '' ? unnamed : name),
        done: actions.done.submitted,
      }}
    />
  );
}
