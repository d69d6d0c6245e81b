// Until when the supplier's 验收申请 is to be answered, whether it is in time, and 为什么: day by day.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useToday } from '#renderer/ui/base/use-today.ts';
import { ExplanationDrawer } from '#renderer/ui/record/explanation-drawer.tsx';
import { StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import type { Explanation } from '#shared/contract/announcements.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { acceptancePages, contractPages, forms } from '#shared/text/index.ts';
import { stateOf } from '../clock-lines.ts';
import { clockTones } from '../clocks.tsx';
import css from './acceptances.module.css';

const { clock: words } = acceptancePages;
const { clocks } = contractPages;

type Props = {
  /** Null while the day it is counted from is not known. */
  readonly explanation: Explanation | null;
  /** Answered, or accepted without a word. */
  readonly doneOn: PlainDate | null;
};

export function AnswerClock({ explanation, doneOn }: Props) {
  const today = useToday();
  const [explained, setExplained] = useState(false);
  if (explanation === null) return <p className={css['under']}>{words.unknown}</p>;
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
