// 提交确认 and 确认 of a result from its page: what it says now is checked.
import { useAsk } from '#renderer/api/use-ask.ts';
import { SubmitDialog } from '#renderer/ui/dialogs/submit-dialog.tsx';
import type { Award } from '#shared/domain/awards/model.ts';
import { awardPages, fieldLabel } from '#shared/text/index.ts';

const { decisions, form } = awardPages;

type Props = {
  readonly command: 'awards.submit' | 'awards.confirm';
  readonly award: Award;
  readonly onClose: () => void;
  readonly onEdit: () => void;
};

export function CheckAward({ command, award, onClose, onEdit }: Props) {
  const { id, sectionId, sectionNo, submittedAt, content } = award;
  const { data, error, refetch } = useAsk('awards.check', { sectionId, content }, { keepPrevious: false });
  const name = awardPages.ofSection(sectionNo);
  const confirms = command === 'awards.confirm';
  const { confirm } = decisions;
  return (
    <SubmitDialog
      command={command}
      error={error}
      findings={data?.findings}
      id={id}
      nameOf={(path) => fieldLabel('awards.content', path)}
      onClose={onClose}
      onRetry={() => void refetch()}
      {...(confirms ? { submittedAt } : { onEdit })}
      words={
        confirms
          ? {
              title: confirm.title(name),
              notYet: confirm.notYet(name),
              consequence: confirm.body,
              verb: confirm.verb,
              note: confirm.note,
              errors: confirm.errors,
              done: confirm.done,
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
