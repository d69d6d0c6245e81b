// The three clocks of a contract, each with 为什么: day by day, with its clause.
import { Button, Table } from '@mantine/core';
import { useState } from 'react';
import { useToday } from '#renderer/ui/base/use-today.ts';
import { ExplanationDrawer } from '#renderer/ui/record/explanation-drawer.tsx';
import { StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import type { StatusTone } from '#renderer/ui/states/status-tones.ts';
import { contractPages, forms } from '#shared/text/index.ts';
import { type Clocked, type ClockLine, type ClockState, clockLines } from './clock-lines.ts';
import css from './clocks.module.css';

const { clocks: words } = contractPages;

export const clockTones: Readonly<Record<ClockState, StatusTone>> = {
  open: 'waiting',
  today: 'warning',
  late: 'danger',
  done: 'done',
  doneLate: 'warning',
};

export function Clocks(clocked: Clocked) {
  const today = useToday();
  const [explained, setExplained] = useState<ClockLine | null>(null);
  const explanation = explained?.explanation ?? null;
  return (
    <>
      <Table aria-label={words.title} className={css['table'] ?? ''} verticalSpacing={4}>
        <Table.Tbody>
          {clockLines(clocked, today).map((line) => (
            <Line key={line.key} line={line} onExplain={() => setExplained(line)} />
          ))}
        </Table.Tbody>
      </Table>
      <ExplanationDrawer
        explanations={explanation === null ? [] : [explanation]}
        note={words.note}
        onClose={() => setExplained(null)}
        title={explained === null ? null : words[explained.key]}
      />
    </>
  );
}

function Line({ line, onExplain }: { readonly line: ClockLine; readonly onExplain: () => void }) {
  const { key, explanation, state, doneOn } = line;
  const name = words[key];
  return (
    <Table.Tr>
      <Table.Th scope="row">{name}</Table.Th>
      {explanation === null || state === null ? (
        <Table.Td className={css['unknown'] ?? ''} colSpan={3}>
          {words.unknown}
        </Table.Td>
      ) : (
        <>
          <Table.Td>
            {words.until(explanation.date)}
            {explanation.provisional ? (
              <span className={css['provisional']}>{forms.explanation.provisional}</span>
            ) : null}
          </Table.Td>
          <Table.Td>
            <span className={css['state']}>
              <StatusBadge tone={clockTones[state]}>{words.state[state]}</StatusBadge>
              {doneOn === null ? null : words.doneOn(doneOn)}
            </span>
          </Table.Td>
          <Table.Td>
            <Button aria-label={words.whyOf(name)} onClick={onExplain} size="compact-xs" variant="subtle">
              {words.why}
            </Button>
          </Table.Td>
        </>
      )}
    </Table.Tr>
  );
}
