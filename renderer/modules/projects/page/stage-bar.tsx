// 项目向导: the stages from left to right, each with icon and word for what it is: done, now, late, needs somebody, not yet.
import {
  IconAlertTriangle,
  IconCheck,
  IconCircle,
  IconClockExclamation,
  IconMinus,
  IconPlayerPlayFilled,
  IconX,
} from '@tabler/icons-react';
import { formatInstant, machineTime, projectsPages, timeInYear } from '#shared/text/index.ts';
import css from './stage-bar.module.css';
import type { Stage, StageState } from './stages.ts';

const words = projectsPages.stages;

const icons = {
  done: IconCheck,
  now: IconPlayerPlayFilled,
  late: IconClockExclamation,
  problem: IconAlertTriangle,
  todo: IconCircle,
  skipped: IconMinus,
  cancelled: IconX,
} as const satisfies Record<StageState, unknown>;
const present: ReadonlySet<StageState> = new Set<StageState>(['now', 'late', 'problem']);

export function StageBar({ stages }: { readonly stages: readonly Stage[] }) {
  return (
    <ol aria-label={words.label} className={css['bar']}>
      {stages.map(({ key, state, at, who, note }) => {
        const Icon = icons[state];
        return (
          <li
            aria-current={present.has(state) ? 'step' : undefined}
            className={css['stage']}
            data-state={state}
            key={key}
          >
            <span aria-hidden className={css['dot']}>
              <Icon size={state === 'todo' ? 8 : 13} stroke={2.5} />
            </span>
            <span className={css['name']}>{words.names[key]}</span>
            <span className={css['state']}>{words.state[state]}</span>
            {at === null ? null : (
              <time className={css['meta']} dateTime={machineTime(at)} title={formatInstant(at)}>
                {timeInYear(at)}
              </time>
            )}
            {who === '' ? null : (
              <span className={css['meta']} title={who}>
                {who}
              </span>
            )}
            {note === '' ? null : <span className={css['note']}>{note}</span>}
          </li>
        );
      })}
    </ol>
  );
}
