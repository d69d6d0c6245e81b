// 原结果与变更后结果, side by side.
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { Diff } from '#renderer/ui/record/diff.tsx';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import { awardChangePages } from '#shared/text/index.ts';
import css from './change-page.module.css';
import { comparedResults } from './compared-results.ts';

const { page: words, original } = awardChangePages;

export function ResultComparison({ known }: { readonly known: AskOutput<'awardChanges.get'> }) {
  const { announcementId } = known.change.original;
  return (
    <RecordSection id="change-comparison" title={words.comparison}>
      <Diff
        afterLabel={words.after}
        beforeLabel={words.before}
        entries={comparedResults(known)}
        label={words.comparison}
      />
      {announcementId === null ? null : (
        <p className={css['line']}>
          {original.announcement}{' '}
          <Anchor component={Link} to={`/announcements/${announcementId}`}>
            {original.view}
          </Anchor>
        </p>
      )}
    </RecordSection>
  );
}
