// What one has to know before anything else: withdrawn, returned and why, corrected since, refused, waiting for the server.
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { MarkNotice, RecordNotice, RecordNotices } from '#renderer/ui/record/record-notices.tsx';
import { whoOf } from '#renderer/ui/record/timeline-entries.ts';
import { correctionTypes } from '#shared/codes/announcement-kinds.ts';
import type { AnnouncementListItem } from '#shared/contract/announcements.ts';
import type { Mark } from '#shared/contract/ipc.ts';
import type { Announcement } from '#shared/domain/announcements/model.ts';
import { isPublic } from '#shared/domain/announcements/templates/index.ts';
import { announcementPages, formatInstant, invitationPages } from '#shared/text/index.ts';

const { marks, page, timeline } = announcementPages;

type Props = {
  readonly announcement: Announcement;
  readonly mark: Mark;
  readonly others: readonly AnnouncementListItem[];
};

export function AnnouncementNotices({ announcement, mark, others }: Props) {
  const { status, history, withdrawal, push } = announcement;
  const returned =
    status === 'returned' ? history.findLast(({ action }) => action === 'announcements.return') : undefined;
  const corrections = others.filter(
    (other) =>
      other.targetId === announcement.id && correctionTypes.has(other.type) && other.status === 'published',
  );
  const invites = !isPublic(announcement.type);
  const rejected = push.status === 'rejected' || push.status === 'dead';
  return (
    <RecordNotices>
      {withdrawal === null ? null : (
        <RecordNotice
          color="red"
          icon="warning"
          title={page.withdrawnTitle(withdrawal.name, formatInstant(withdrawal.at))}
        >
          {(invites ? invitationPages.withdraw.text : page.withdrawnText)(withdrawal.reason)}
        </RecordNotice>
      )}
      <MarkNotice mark={mark} {...(status === 'approved' ? { offline: marks.offlinePublish } : {})} />
      {rejected ? (
        <RecordNotice color="orange" icon="warning">
          {page.rejected}
        </RecordNotice>
      ) : null}
      {corrections.length === 0 ? null : (
        <RecordNotice
          color="orange"
          icon="warning"
          title={invites ? invitationPages.corrected : page.correctedTitle}
        >
          {corrections.map(({ id, title }) => (
            <div key={id}>
              <Anchor component={Link} to={`/announcements/${id}`} underline="always">
                {title}
              </Anchor>
            </div>
          ))}
        </RecordNotice>
      )}
      {returned === undefined ? null : (
        <RecordNotice
          color="orange"
          icon="returned"
          title={page.returnedTitle(whoOf(returned, timeline), formatInstant(returned.at))}
        >
          {page.reason(returned.note)}
        </RecordNotice>
      )}
    </RecordNotices>
  );
}
