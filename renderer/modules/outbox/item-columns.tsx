// The columns of 未通过的操作, 待同步 and what has been; only of the last nothing has to be explained.
import { Text } from '@mantine/core';
import { When } from '#renderer/ui/base/when.tsx';
import type { DataColumn } from '#renderer/ui/table/data-table-types.ts';
import type { OutboxItem } from '#shared/contract/ipc.ts';
import { commandName, describeRefusal, outboxText } from '#shared/text/index.ts';
import { ItemState } from './item-state.tsx';
import type { Shown } from './shown.ts';

const words = outboxText;

/** What was done, and to what. */
export function itemName({ name, subject }: OutboxItem): string {
  return [commandName(name), subject?.title ?? ''].filter((part) => part !== '').join(' ');
}

const what: DataColumn<OutboxItem> = {
  id: 'what',
  header: words.columns.what,
  width: 144,
  hideable: false,
  render: ({ name, no }) => (
    <>
      {commandName(name)}
      <Text size="xs" c="dimmed">
        {no > 0 ? words.no(no) : ''}
      </Text>
    </>
  ),
};
const subject: DataColumn<OutboxItem> = {
  id: 'subject',
  header: words.columns.subject,
  width: 190,
  render: ({ subject: of }) => <TwoLines text={of?.title ?? ''} />,
};
const why: DataColumn<OutboxItem> = {
  id: 'why',
  header: words.columns.why,
  width: 260,
  grow: true,
  render: (item) => <TwoLines text={reasonOf(item)} />,
};
const stateAndTime: readonly DataColumn<OutboxItem>[] = [
  { id: 'state', header: words.columns.state, width: 130, render: (item) => <ItemState item={item} /> },
  { id: 'at', header: words.columns.at, width: 130, render: ({ madeAt }) => <When at={madeAt} /> },
];
const explained = [what, subject, why, ...stateAndTime];

export const itemColumns: Readonly<Record<Shown, readonly DataColumn<OutboxItem>[]>> = {
  attention: explained,
  waiting: explained,
  history: [what, { ...subject, grow: true }, ...stateAndTime],
};

function TwoLines({ text }: { readonly text: string }) {
  return (
    <Text lineClamp={2} title={text}>
      {text}
    </Text>
  );
}

function reasonOf(item: OutboxItem): string {
  if (item.state === 'held') return words.heldHelp;
  if (item.dependsOnRejected !== null) return words.dependsOn('');
  const error = item.error ?? item.doubt;
  if (error !== null) return describeRefusal(item.name, error);
  return words.waitingHelp[item.authority];
}
