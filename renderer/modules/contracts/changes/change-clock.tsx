// Until when a change is to be announced, whether it is in time, and 为什么: day by day, with its clause.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useToday } from '#renderer/ui/base/use-today.ts';
import { ExplanationDrawer } from '#renderer/ui/record/explanation-drawer.tsx';
import { StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import type { Explanation } from '#shared/contract/announcements.ts';
import { type Instant, toPlainDate } from '#shared/kernel/dates.ts';
import { contractChangePages, contractPages, forms } from '#shared/text/index.ts';
import { stateOf } from '../clock-lines.ts';
import { clockTones } from '../clocks.tsx';
import css from './changes.module.css';

const { clock: words } = contractChangePages;
const { clocks } = contractPages;

type Props = {
  /** Null while the day it is counted from is not known. */
  readonly explanation: Explanation | null;
  readonly publishedAt: Instant | null;
};

export function ChangeClock({ explanation, publishedAt }: Props) {
  const today = useToday();
  const [explained, setExplained] = useState(false);
  if (explanation === null) return <p className={css['under']}>{words.unknown}</p>;
  const doneOn = publishedAt === null ? null : toPlainDate(publishedAt);
  const state = stateOf(explanation.date, doneOn, today);
  return (
    <div className={css['clock']}>
      <span>
        {words.title} {clocks.until(explanation.date)}
        {explanation.provisional ? (
          <span className={css['provisional']}>{forms.explanation.provisional}</span>
        ) : null}
      </span>
      <StatusBadge tone={clockTones[state]}>{clocks.state[state]}</StatusBadge>
      {doneOn === null ? null : <span>{clocks.doneOn(doneOn)}</span>}
      <Button aria-label={words.whyOf} onClick={() => setExplained(true)} size="compact-xs" variant="subtle">
        {clocks.why}
      </Button>
      <ExplanationDrawer
        explanations={[explanation]}
        note={words.note}
        onClose={() => setExplained(false)}
        title={explained ? words.title : null}
      />
    </div>
  );
}
