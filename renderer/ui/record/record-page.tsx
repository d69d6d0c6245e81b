// The page of a record: its header, what one has to know first, what it is, and at the side where it stands.
import { useInterval } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { cx } from '../base/cx.ts';
import css from './record-page.module.css';
import { Timeline, type TimelineEntry } from './timeline.tsx';

type PageProps = {
  /** A RecordHeader. */
  readonly header: ReactNode;
  /** RecordNotices. */
  readonly notices?: ReactNode;
  /** `wide`: facts stand in it, not the timeline alone. */
  readonly side?: { readonly label: string; readonly wide?: boolean; readonly content: ReactNode };
  readonly children: ReactNode;
};

export function RecordPage({ header, notices, side, children }: PageProps) {
  return (
    <div className={css['page']}>
      {header}
      {notices}
      {side === undefined ? (
        children
      ) : (
        <div className={cx(css['columns'], side.wide === true && css['wideSide'])}>
          <div>{children}</div>
          <aside aria-label={side.label} className={css['side']}>
            {side.content}
          </aside>
        </div>
      )}
    </div>
  );
}

export function RecordHeading({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return (
    <h2 className={css['heading']} id={id}>
      {children}
    </h2>
  );
}

type SectionProps = {
  /** Of the heading. */
  readonly id: string;
  readonly title: string;
  /** In short what stands in it, beside the heading. */
  readonly aside?: string;
  readonly children: ReactNode;
};

export function RecordSection({ id, title, aside, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <div className={css['sectionHead']}>
        <RecordHeading id={id}>{title}</RecordHeading>
        {aside === undefined ? null : <span className={css['aside']}>{aside}</span>}
      </div>
      {children}
    </section>
  );
}

type TimelineProps = {
  readonly title: string;
  /** When the record last changed: by a clock that may be ahead of this computer's. */
  readonly updatedAt: number;
  readonly entriesAt: (now: number) => readonly TimelineEntry[];
};

/** 办理进度, whose times stay true while somebody looks. */
export function RecordTimeline({ title, updatedAt, entriesAt }: TimelineProps) {
  const [now, setNow] = useState(Date.now);
  useInterval(() => setNow(Date.now()), 60_000, { autoInvoke: true });
  return (
    <>
      <RecordHeading>{title}</RecordHeading>
      <Timeline entries={entriesAt(now)} label={title} now={Math.max(now, updatedAt)} />
    </>
  );
}
