// What happened, in order, and what comes next: who, when, what they wrote.
import { IconCheck, IconClock, IconCornerUpLeft, IconPlayerPlay } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { exactTime, machineTime, relativeTime } from '#shared/text/index.ts';
import { cx } from '../base/cx.ts';
import css from './timeline.module.css';

export type TimelineEntry = {
  readonly key: string;
  /** done: happened; back: sent back; now: what it waits for; next: still to come. */
  readonly state: 'done' | 'back' | 'now' | 'next';
  readonly title: string;
  /** By role and name. */
  readonly who?: string;
  /** UTC milliseconds. */
  readonly at?: number | null;
  /** What is to be said of the time, beside it. */
  readonly aside?: string;
  readonly note?: ReactNode;
};

const icons = { done: IconCheck, back: IconCornerUpLeft, now: IconPlayerPlay, next: IconClock } as const;

type Props = { readonly entries: readonly TimelineEntry[]; readonly now: number; readonly label: string };

export function Timeline({ entries, now, label }: Props) {
  return (
    <ol aria-label={label} className={css['list']}>
      {entries.map(({ key, state, title, who, at, aside, note }) => {
        const Icon = icons[state];
        return (
          <li
            aria-current={state === 'now' ? 'step' : undefined}
            className={cx(css['entry'], css[state])}
            key={key}
          >
            <span aria-hidden className={css['dot']}>
              <Icon size={12} stroke={2.5} />
            </span>
            <div className={css['title']}>{title}</div>
            {who === undefined && (at === undefined || at === null) ? null : (
              <div className={css['meta']}>
                {who === undefined ? null : <span>{who}</span>}
                {at === undefined || at === null ? null : (
                  <time dateTime={machineTime(at)} title={exactTime(at)}>
                    {relativeTime(at, now)}
                  </time>
                )}
                {aside === undefined ? null : <span>{aside}</span>}
              </div>
            )}
            {note === undefined || note === '' ? null : <div className={css['note']}>{note}</div>}
          </li>
        );
      })}
    </ol>
  );
}
