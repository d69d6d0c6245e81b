// What rows of kept things are made of.
import { Button } from '@mantine/core';
import { MarkBadge, StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import type { DataColumn } from '#renderer/ui/table/data-table-types.ts';
import type { Mark } from '#shared/contract/ipc.ts';
import { systemText } from '#shared/text/index.ts';

const { keep } = systemText;

export function ActiveBadge({ active }: { readonly active: boolean }) {
  return <StatusBadge tone={active ? 'done' : 'neutral'}>{active ? keep.active : keep.inactive}</StatusBadge>;
}

/** Whether it is in force, and how it stands with the server. */
export const markColumn: DataColumn<{ readonly active: number; readonly mark: Mark }, never> = {
  id: 'mark',
  header: keep.mark,
  width: 128,
  render: ({ active, mark }) => (
    <>
      <ActiveBadge active={active === 1} /> <MarkBadge mark={mark} />
    </>
  ),
};

type RowButtonProps = { readonly name: string; readonly action: string; readonly onClick: () => void };

export function RowButton({ name, action, onClick }: RowButtonProps) {
  return (
    <Button size="compact-sm" variant="subtle" aria-label={`${action}：${name}`} onClick={onClick}>
      {action}
    </Button>
  );
}
