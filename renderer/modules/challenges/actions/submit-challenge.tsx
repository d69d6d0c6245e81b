// 登记 of a challenge from its page: what it says now is checked.
import { useAsk } from '#renderer/api/use-ask.ts';
import { SubmitDialog } from '#renderer/ui/dialogs/submit-dialog.tsx';
import type { Challenge } from '#shared/domain/challenges/model.ts';
import { challengePages, fieldLabel } from '#shared/text/index.ts';
import { challengeName } from '../form/challenge-record.ts';

const { form } = challengePages;

type Props = { readonly challenge: Challenge; readonly onClose: () => void; readonly onEdit: () => void };

export function SubmitChallenge({ challenge, onClose, onEdit }: Props) {
  const { id, projectId, content } = challenge;
  const { data, error, refetch } = useAsk(
    'challenges.check',
    { projectId, content },
    { keepPrevious: false },
  );
  const name = challengeName(content);
  return (
    <SubmitDialog
      command="challenges.submit"
      error={error}
      findings={data?.findings}
      id={id}
      nameOf={(path) => fieldLabel('challenges.content', path)}
      onClose={onClose}
      onEdit={onEdit}
      onRetry={() => void refetch()}
      words={{
        ...form.submit,
        title: form.submit.title(name),
        notYet: form.submit.notYet(name),
        done: form.done.submitted,
      }}
    />
  );
}
