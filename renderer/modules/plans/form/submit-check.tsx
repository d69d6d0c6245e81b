// 提交: what will happen, and the warnings that are answered for one by one.

import { useState } from 'react';
import { ConfirmAction } from '#renderer/ui/confirm-action.tsx';
import type { Finding } from '#shared/rules/engine.ts';
import { planForm, plansPages } from '#shared/text/index.ts';
import { FindingList } from '../content/finding-list.tsx';

type Props = {
  readonly name: string;
  /** Warnings alone: errors never come this far. */
  readonly warnings: readonly Finding[];
  readonly running: boolean;
  readonly onClose: () => void;
  readonly onConfirm: (acknowledged: readonly string[]) => void;
};

export function SubmitCheck({ name, warnings, running, onClose, onConfirm }: Props) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const words = planForm.submit;
  const tick = (ruleId: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(ruleId);
    else next.delete(ruleId);
    setTicked(next);
  };
  return (
    <ConfirmAction
      action={words.confirm}
      blocked={!warnings.every(({ ruleId }) => ticked.has(ruleId))}
      consequence={words.consequence}
      onClose={onClose}
      onConfirm={() => onConfirm([...ticked])}
      opened
      running={running}
      title={words.title(name === '' ? plansPages.unnamed : name)}
    >
      {warnings.length === 0 ? null : (
        <>
          <p>{words.warnings}</p>
          <FindingList findings={warnings} tick={{ label: words.acknowledge, ticked, onChange: tick }} />
        </>
      )}
    </ConfirmAction>
  );
}
