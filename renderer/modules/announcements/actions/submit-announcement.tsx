// 提交审核 of an announcement from its page: it is composed anew, and what the rules find in it is shown.
import { useAsk } from '#renderer/api/use-ask.ts';
import { SubmitDialog } from '#renderer/ui/dialogs/submit-dialog.tsx';
import type { Announcement } from '#shared/domain/announcements/model.ts';
import { templateOf } from '#shared/domain/announcements/templates/index.ts';
import { announcementPages } from '#shared/text/index.ts';
import { fieldName } from '../form/field-names.ts';

const { actions, form } = announcementPages;

type Props = {
  readonly announcement: Announcement;
  readonly onClose: () => void;
  readonly onEdit: () => void;
};

export function SubmitAnnouncement({ announcement, onClose, onEdit }: Props) {
  const { id, type, projectId, targetId, sectionIds, content, title, templateVersion } = announcement;
  const { data, error, refetch } = useAsk(
    'announcements.compose',
    { id, type, projectId, targetId, sectionIds, content },
    { keepPrevious: false },
  );
  const template = templateOf(type, templateVersion) ?? templateOf(type);
  return (
    <SubmitDialog
      command="announcements.submit"
      error={error}
      findings={data?.findings}
      id={id}
      nameOf={(path) => fieldName(template, path)}
      onClose={onClose}
      onEdit={onEdit}
      onRetry={() => void refetch()}
      words={{
        ...form.submit,
        title: form.submit.title(title),
        notYet: actions.notYet(title),
        done: actions.done.submitted,
      }}
    />
  );
}
