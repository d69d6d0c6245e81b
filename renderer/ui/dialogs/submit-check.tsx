// 提交: what will happen, and the warnings that are answered for one by one.
import { useState } from 'react';
import type { Finding } from '#shared/rules/engine.ts';
import { forms } from '#shared/text/index.ts';
import { FindingList } from '../form/finding-list.tsx';
import { ConfirmAction } from './confirm-action.tsx';

type Props = {
  readonly words: { readonly title: string; readonly consequence: string };
  readonly nameOf: (path: string) => string;
  /** Warnings alone: errors never come this far. */
  readonly warnings: readonly Finding[];
  readonly running: boolean;
  readonly onClose: () => void;
  readonly onConfirm: (acknowledged: readonly string[]) => void;
};

export function SubmitCheck({ words, nameOf, warnings, running, onClose, onConfirm }: Props) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const tick = (ruleId: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(ruleId);
    else next.delete(ruleId);
    setTicked(next);
  };
  return (
    <ConfirmAction
      action={forms.submit.confirm}
      blocked={!warnings.every(({ ruleId }) => ticked.has(ruleId))}
      consequence={words.consequence}
      onClose={onClose}
      onConfirm={() => onConfirm([...ticked])}
      opened
      running={running}
      title={words.title}
    >
      {warnings.length === 0 ? null : (
        <>
          <p>{forms.submit.warnings}</p>
          <FindingList
            findings={warnings}
            nameOf={nameOf}
            tick={{ label: forms.submit.acknowledge, ticked, onChange: tick }}
          />
        </>
      )}
    </ConfirmAction>
  );
}
