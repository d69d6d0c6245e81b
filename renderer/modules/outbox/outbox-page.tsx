// 未通过的操作, 待同步 and what has been: one list each, newest first; every line opens its command.
import { Text } from '@mantine/core';
import { useNavigate } from 'react-router';
import { ListHeading } from '#renderer/ui/base/page-heading.tsx';
import { EmptyState } from '#renderer/ui/states/states.tsx';
import { RecordListPage } from '#renderer/ui/table/record-list-page.tsx';
import type { OutboxItem } from '#shared/contract/ipc.ts';
import { outboxText } from '#shared/text/index.ts';
import { itemColumns, itemName } from './item-columns.tsx';
import { useOutboxList } from './use-outbox-list.ts';

const words = outboxText;

export function OutboxPage() {
  const navigate = useNavigate();
  const { show, ...list } = useOutboxList();
  const { title, hint } = words.empty[show];
  const help = words.tabHelp[show];
  const open = ({ id }: OutboxItem) => void navigate(`/outbox/${id}`);
  return (
    <RecordListPage
      actions={() => [{ id: 'open', label: show === 'attention' ? words.open : words.view, run: open }]}
      columns={itemColumns[show]}
      firstUse={<EmptyState title={title} {...(hint === '' ? {} : { hint })} />}
      head={<ListHeading help={words.help} title={words.title} />}
      lines={2}
      list={list}
      note={help === '' ? null : <Text c="dimmed">{help}</Text>}
      onOpen={open}
      rowName={itemName}
      tabs={{ tabs: words.tabs }}
      title={words.tabs[show]}
      views={false}
    />
  );
}
