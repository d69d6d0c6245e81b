// A state in a word, with an icon and a colour; the colour never says it alone. States of records have their tones from the modules, so that a list and a
// page show the same; other uses name tone and word themselves.
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClock,
  IconCloudUp,
  IconCornerUpLeft,
  IconHourglass,
  IconProgress,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Mark } from '#shared/contract/ipc.ts';
import { forms, label } from '#shared/text/index.ts';
import { cx } from '../base/cx.ts';
import css from './status-badge.module.css';
import { type StatusTone, useTone } from './status-tones.ts';

type Icon = typeof IconClock;

const icons: Readonly<Record<StatusTone, Icon>> = {
  neutral: IconCircleDashed,
  waiting: IconHourglass,
  progress: IconProgress,
  done: IconCircleCheck,
  returned: IconCornerUpLeft,
  warning: IconAlertTriangle,
  danger: IconCircleX,
};

type Props = { readonly tone: StatusTone; readonly icon?: Icon; readonly children: ReactNode };

export function StatusBadge({ tone, icon, children }: Props) {
  const Shown = icon ?? icons[tone];
  return (
    <span className={cx(css['badge'], css[tone])}>
      <Shown aria-hidden size={14} stroke={2} />
      <span className={css['word']}>{children}</span>
    </span>
  );
}

/** The state of a record: `of` is the group of labels, e.g. `plans.status`, `projects.status`, `projects.push`, `sections.status`. */
export function RecordStatus({ of, status }: { readonly of: string; readonly status: string }) {
  return <StatusBadge tone={useTone(of, status)}>{label(`${of}.${status}`)}</StatusBadge>;
}

const marks: Readonly<Record<Exclude<Mark, 'synced'>, { readonly tone: StatusTone; readonly icon: Icon }>> = {
  pending: { tone: 'neutral', icon: IconCloudUp },
  waiting_for_server: { tone: 'waiting', icon: IconClock },
  refused: { tone: 'danger', icon: IconCircleX },
};

/** How a record stands with the server; nothing at all when it is synced, which is the rule. */
export function MarkBadge({ mark }: { readonly mark: Mark }) {
  if (mark === 'synced') return null;
  const { tone, icon } = marks[mark];
  return (
    <StatusBadge icon={icon} tone={tone}>
      {forms.marks[mark]}
    </StatusBadge>
  );
}
