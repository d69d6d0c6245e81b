// What one has to know of a record before anything else. Where there is nothing to be said, nothing is seen.
import { Alert, Anchor } from '@mantine/core';
import {
  IconAlertCircle,
  IconAlertTriangle,
  IconClock,
  IconCornerUpLeft,
  IconReplace,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSyncStatus } from '#renderer/api/use-sync-status.ts';
import type { Mark } from '#shared/contract/ipc.ts';
import { forms } from '#shared/text/index.ts';
import css from './record-page.module.css';

const words = forms.recordNotices;

export function RecordNotices({ children }: { readonly children: ReactNode }) {
  return <div className={css['notices']}>{children}</div>;
}

const icons = {
  refused: IconAlertCircle,
  waiting: IconClock,
  warning: IconAlertTriangle,
  returned: IconCornerUpLeft,
  changed: IconReplace,
} as const;

type Props = {
  readonly icon: keyof typeof icons;
  readonly color: 'red' | 'orange' | 'blue' | 'gray';
  readonly title?: string;
  readonly children: ReactNode;
};

export function RecordNotice({ icon, color, title, children }: Props) {
  const Icon = icons[icon];
  return (
    <Alert color={color} icon={<Icon aria-hidden size={18} />} p="xs" title={title}>
      <div className={css['notice']}>{children}</div>
    </Alert>
  );
}

/** Behind what is said, where to go on. */
export function NoticeLink({ to, text }: { readonly to: string; readonly text: string }) {
  return (
    <Anchor component={Link} ml="sm" to={to} underline="always">
      {text}
    </Anchor>
  );
}

type MarkProps = {
  readonly mark: Mark;
  /** What is said of an action that waits while the desk is offline. */
  readonly offline?: string;
};

/** How the record stands with the server, where that concerns the reader: an action of theirs was refused, or waits for it. */
export function MarkNotice({ mark, offline = words.offline }: MarkProps) {
  const sync = useSyncStatus();
  if (mark === 'refused') {
    return (
      <RecordNotice color="red" icon="refused">
        {words.refused}
        <NoticeLink text={words.toOutbox} to="/outbox" />
      </RecordNotice>
    );
  }
  if (mark !== 'waiting_for_server') return null;
  return (
    <RecordNotice color="blue" icon="waiting">
      {sync?.state === 'offline' ? offline : words.waiting}
    </RecordNotice>
  );
}
