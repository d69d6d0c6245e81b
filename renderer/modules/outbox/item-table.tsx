import { Anchor, Button, Table, Text, VisuallyHidden } from '@mantine/core';
import { Link, useNavigate } from 'react-router';
import { When } from '#renderer/ui/base/when.tsx';
import type { OutboxItem } from '#shared/contract/ipc.ts';
import { commandName, describeRefusal, outboxText } from '#shared/text/index.ts';
import { ItemState } from './item-state.tsx';
import classes from './outbox.module.css';
import type { Shown } from './shown.ts';

const words = outboxText;

type Props = { readonly show: Shown; readonly items: readonly OutboxItem[] };

export function ItemTable({ show, items }: Props) {
  const navigate = useNavigate();
  const withReason = show !== 'history';
  return (
    <Table highlightOnHover aria-label={words.tabs[show]}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.columns.what}</Table.Th>
          <Table.Th>{words.columns.subject}</Table.Th>
          {withReason ? <Table.Th>{words.columns.why}</Table.Th> : null}
          <Table.Th w={130}>{words.columns.state}</Table.Th>
          <Table.Th w={130}>{words.columns.at}</Table.Th>
          <Table.Th w={96}>
            <VisuallyHidden>{words.view}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => {
          const route = `/outbox/${item.id}`;
          const name = commandName(item.name);
          return (
            <Table.Tr key={item.id} className={classes['row'] ?? ''} onClick={() => void navigate(route)}>
              <Table.Td className={classes['what'] ?? ''}>
                <Anchor component={Link} to={route} onClick={(event) => event.stopPropagation()}>
                  {name}
                </Anchor>
                <Text size="xs" c="dimmed">
                  {item.no > 0 ? words.no(item.no) : ''}
                </Text>
              </Table.Td>
              <Table.Td>{item.subject?.title ?? ''}</Table.Td>
              {withReason ? (
                <Table.Td>
                  <Text lineClamp={2}>{reasonOf(item)}</Text>
                </Table.Td>
              ) : null}
              <Table.Td>
                <ItemState item={item} />
              </Table.Td>
              <Table.Td className={classes['time'] ?? ''}>
                <When at={item.madeAt} />
              </Table.Td>
              <Table.Td>
                <Button
                  size="compact-sm"
                  variant={show === 'attention' ? 'light' : 'subtle'}
                  component={Link}
                  to={route}
                  aria-label={`${show === 'attention' ? words.open : words.view}：${name}`}
                  onClick={(event) => event.stopPropagation()}
                >
                  {show === 'attention' ? words.open : words.view}
                </Button>
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

function reasonOf(item: OutboxItem): string {
  if (item.state === 'held') return words.heldHelp;
  if (item.dependsOnRejected !== null) return words.dependsOn('');
  const error = item.error ?? item.doubt;
  if (error !== null) return describeRefusal(item.name, error);
  return words.waitingHelp[item.authority];
}
