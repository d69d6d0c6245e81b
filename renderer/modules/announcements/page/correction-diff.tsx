// 更正前后对照: what a 更正公告 changes, item by item.
import { Diff } from '#renderer/ui/record/diff.tsx';
import { RecordHeading } from '#renderer/ui/record/record-page.tsx';
import { linesOf } from '#shared/domain/announcements/effective.ts';
import type { Values } from '#shared/domain/announcements/values.ts';
import { announcementPages } from '#shared/text/index.ts';
import css from './announcement-page.module.css';

const words = announcementPages.correction;

export function CorrectionDiff({ values }: { readonly values: Values }) {
  return (
    <section aria-label={words.diff} className={css['diff']}>
      <RecordHeading>{words.diff}</RecordHeading>
      <Diff
        afterLabel={words.after}
        beforeLabel={words.before}
        entries={linesOf(values).map(({ item, before, after }, index) => ({
          key: String(index),
          label: item,
          before,
          after,
        }))}
        label={words.diff}
      />
    </section>
  );
}
