// 提交 and 同意备案 of a filing from its page: what it says now is checked.
import { useAsk } from '#renderer/api/use-ask.ts';
import { SubmitDialog } from '#renderer/ui/dialogs/submit-dialog.tsx';
import type { AwardChange } from '#shared/domain/award-changes/model.ts';
import { awardChangePages, fieldLabel } from '#shared/text/index.ts';
import { isWon } from '../form/changed-result.ts';

const { decisions, form } = awardChangePages;

type Props = {
  readonly command: 'awardChanges.submit' | 'awardChanges.approve';
  readonly change: AwardChange;
  readonly onClose: () => void;
  readonly onEdit: () => void;
};

export function CheckChange({ command, change, onClose, onEdit }: Props) {
  const { id, sectionId, sectionNo, submittedAt, content } = change;
  const { data, error, refetch } = useAsk(
    'awardChanges.check',
    { id, sectionId, content },
    { keepPrevious: false },
  );
  const name = awardChangePages.ofSection(sectionNo);
  const approves = command === 'awardChanges.approve';
  const { approve } = decisions;
  return (
    <SubmitDialog
      command={command}
      error={error}
      findings={data?.findings}
      id={id}
      nameOf={(path) => fieldLabel('awardChanges.content', path)}
      onClose={onClose}
      onRetry={() => void refetch()}
      {...(approves ? { submittedAt } : { onEdit })}
      words={
        approves
          ? {
              title: approve.title(name),
              notYet: approve.notYet(name),
              consequence: isWon(content.action) ? approve.announced : approve.ends,
              verb: approve.verb,
              note: approve.note,
              errors: approve.errors,
              done: approve.done,
            }
          : {
              ...form.submit,
              title: form.submit.title(name),
              notYet: form.submit.notYet(name),
              done: form.done.submitted,
            }
      }
    />
  );
}
