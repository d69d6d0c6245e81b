import { StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import type { OutboxItem } from '#shared/contract/ipc.ts';
import { outboxText } from '#shared/text/index.ts';

const { state: words } = outboxText;

/** How a command stands, in a word. */
export function ItemState({ item }: { readonly item: OutboxItem }) {
  switch (item.state) {
    case 'rejected':
      if (item.replacedBy !== null) return <StatusBadge tone="neutral">{words.replaced}</StatusBadge>;
      return item.error?.code === 'conflict' ? (
        <StatusBadge tone="warning">{words.conflict}</StatusBadge>
      ) : (
        <StatusBadge tone="danger">{words.rejected}</StatusBadge>
      );
    case 'pending':
      if (item.doubt !== null) return <StatusBadge tone="warning">{words.doubtful}</StatusBadge>;
      return (
        <StatusBadge tone="waiting">
          {item.authority === 'server' ? words.waitingForServer : words.pending}
        </StatusBadge>
      );
    case 'held':
      return <StatusBadge tone="warning">{words.held}</StatusBadge>;
    case 'acknowledged':
      return <StatusBadge tone="progress">{words.acknowledged}</StatusBadge>;
    case 'discarded':
      return (
        <StatusBadge tone="neutral">
          {item.replacedBy === null ? words.discarded : words.replaced}
        </StatusBadge>
      );
    case 'done':
      return <StatusBadge tone="done">{words.done}</StatusBadge>;
  }
}
