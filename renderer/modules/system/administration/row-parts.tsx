// What rows of kept things are made of.
import { Button } from '@mantine/core';
import { StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import { systemText } from '#shared/text/index.ts';

const { keep } = systemText;

export function ActiveBadge({ active }: { readonly active: boolean }) {
  return <StatusBadge tone={active ? 'done' : 'neutral'}>{active ? keep.active : keep.inactive}</StatusBadge>;
}

type RowButtonProps = { readonly name: string; readonly action: string; readonly onClick: () => void };

export function RowButton({ name, action, onClick }: RowButtonProps) {
  return (
    <Button size="compact-sm" variant="subtle" aria-label={`${action}：${name}`} onClick={onClick}>
      {action}
    </Button>
  );
}
