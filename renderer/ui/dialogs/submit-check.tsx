// 提交: what will happen, and the warnings that are answered for one by one.
import { Box } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { mostInReason } from '#shared/domain/fields.ts';
import { isLonger } from '#shared/kernel/text.ts';
import type { Finding } from '#shared/rules/engine.ts';
import { forms } from '#shared/text/index.ts';
import { Field } from '../fields/field.tsx';
import { TextBox } from '../fields/text-box.tsx';
import { FindingList } from '../form/finding-list.tsx';
import { ConfirmAction } from './confirm-action.tsx';

type Props = {
  readonly words: {
    readonly title: string;
    readonly consequence: ReactNode;
    /** 提交审核, unless this says otherwise. */
    readonly verb?: string;
    /** What a note is called that may be given; left out, none is asked for. */
    readonly note?: string;
  };
  readonly nameOf: (path: string) => string;
  /** Warnings alone: errors never come this far. */
  readonly warnings: readonly Finding[];
  readonly running: boolean;
  readonly onClose: () => void;
  /** The note is empty where none was asked for. */
  readonly onConfirm: (acknowledged: readonly string[], note: string) => void;
};

export function SubmitCheck({ words, nameOf, warnings, running, onClose, onConfirm }: Props) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState('');
  const tick = (ruleId: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(ruleId);
    else next.delete(ruleId);
    setTicked(next);
  };
  return (
    <ConfirmAction
      action={words.verb ?? forms.submit.confirm}
      blocked={!warnings.every(({ ruleId }) => ticked.has(ruleId)) || isLonger(note.trim(), mostInReason)}
      consequence={words.consequence}
      onClose={onClose}
      onConfirm={() => onConfirm([...ticked], note.trim())}
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
      {words.note === undefined ? null : (
        <Box mt="md">
          <Field help={forms.decision.noteHelp} id="submit-note" label={words.note}>
            {(control) => (
              <TextBox
                control={control}
                limit={mostInReason}
                lines={{ min: 2 }}
                onChange={setNote}
                value={note}
              />
            )}
          </Field>
        </Box>
      )}
    </ConfirmAction>
  );
}
