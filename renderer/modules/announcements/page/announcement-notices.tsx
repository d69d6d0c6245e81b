// What one has to know before anything else: withdrawn, returned and why, corrected since, refused, waiting for the server.
import { Alert, Anchor } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconClock, IconCornerUpLeft } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useSyncStatus } from '#renderer/api/use-sync-status.ts';
import type { AnnouncementListItem } from '#shared/contract/announcements.ts';
import type { Mark } from '#shared/contract/ipc.ts';
import type { Announcement } from '#shared/domain/announcements/model.ts';
import { announcementPages, formatInstant } from '#shared/text/index.ts';
import css from './announcement-page.module.css';
import { whoOf } from './timeline-entries.ts';

const { marks, page } = announcementPages;

type Props = {
  readonly announcement: Announcement;
  readonly mark: Mark;
  readonly others: readonly AnnouncementListItem[];
};

export function AnnouncementNotices({ announcement, mark, others }: Props) {
  const sync = useSyncStatus();
  const { status, history, withdrawal, push } = announcement;
  const returned =
    status === 'returned' ? history.findLast(({ action }) => action === 'announcements.return') : undefined;
  const corrections = others.filter(
    (other) =>
      other.targetId === announcement.id && other.type === 'CORRECTION' && other.status === 'published',
  );
  const waits = mark === 'waiting_for_server';
  const rejected = push.status === 'rejected' || push.status === 'dead';
  if (
    !waits &&
    mark !== 'refused' &&
    !rejected &&
    withdrawal === null &&
    returned === undefined &&
    corrections.length === 0
  )
    return null;
  return (
    <div className={css['notices']}>
      {withdrawal === null ? null : (
        <Alert
          color="red"
          icon={<IconAlertTriangle aria-hidden size={18} />}
          p="xs"
          title={page.withdrawnTitle(withdrawal.name, formatInstant(withdrawal.at))}
        >
          <p className={css['line']}>{page.withdrawnText(withdrawal.reason)}</p>
        </Alert>
      )}
      {mark === 'refused' ? (
        <Alert color="red" icon={<IconAlertCircle aria-hidden size={18} />} p="xs">
          {marks.refused}
          <Anchor component={Link} ml="sm" to="/outbox" underline="always">
            {marks.toOutbox}
          </Anchor>
        </Alert>
      ) : null}
      {waits ? (
        <Alert color="blue" icon={<IconClock aria-hidden size={18} />} p="xs">
          {sync?.state !== 'offline'
            ? marks.waiting_for_server
            : status === 'approved'
              ? marks.offlinePublish
              : marks.offline}
        </Alert>
      ) : null}
      {rejected ? (
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden size={18} />} p="xs">
          {page.rejected}
        </Alert>
      ) : null}
      {corrections.length === 0 ? null : (
        <Alert
          color="orange"
          icon={<IconAlertTriangle aria-hidden size={18} />}
          p="xs"
          title={page.correctedTitle}
        >
          {corrections.map(({ id, title }) => (
            <p className={css['line']} key={id}>
              <Anchor component={Link} to={`/announcements/${id}`} underline="always">
                {title}
              </Anchor>
            </p>
          ))}
        </Alert>
      )}
      {returned === undefined ? null : (
        <Alert
          color="orange"
          icon={<IconCornerUpLeft aria-hidden size={18} />}
          p="xs"
          title={page.returnedTitle(whoOf(returned), formatInstant(returned.at))}
        >
          <p className={css['line']}>{page.reason(returned.note)}</p>
        </Alert>
      )}
    </div>
  );
}
