// 未通过的操作, 待同步 and what has been: one list each, newest first; every line opens its command.
import { Button, Group, Stack, Tabs, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useSyncStatus } from '#renderer/api/use-sync-status.ts';
import { EmptyState, ErrorState, LoadingState } from '#renderer/ui/states/states.tsx';
import { outboxText } from '#shared/text/index.ts';
import { ItemTable } from './item-table.tsx';
import { isShown, type Shown, shownNames } from './shown.ts';

const step = 50;
const most = 200;

export function OutboxPage() {
  const [params, setParams] = useSearchParams();
  const status = useSyncStatus();
  const asked = params.get('show');
  const show = asked !== null && isShown(asked) ? asked : 'attention';
  const counts: Readonly<Partial<Record<Shown, number>>> = {
    attention: status?.attention ?? 0,
    waiting: status?.waiting ?? 0,
  };
  return (
    <Stack gap="sm" p="md">
      <div>
        <Title order={1}>{outboxText.title}</Title>
        <Text c="dimmed">{outboxText.help}</Text>
      </div>
      <Tabs
        value={show}
        onChange={(next) => setParams(next === null ? {} : { show: next }, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List>
          {shownNames.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {outboxText.tabs[name]}
              {counts[name] === undefined || counts[name] === 0 ? '' : ` ${counts[name]}`}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {shownNames.map((name) => (
          <Tabs.Panel key={name} value={name} pt="sm">
            <List show={name} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  );
}

function List({ show }: { readonly show: Shown }) {
  const [limit, setLimit] = useState(step);
  const { data, error, refetch } = useAsk('outbox.list', { show, limit }, { keepPrevious: limit > step });
  if (data === undefined) {
    return error === null ? <LoadingState /> : <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  const { title, hint } = outboxText.empty[show];
  if (data.items.length === 0) return <EmptyState title={title} {...(hint === '' ? {} : { hint })} />;
  const help = outboxText.tabHelp[show];
  return (
    <Stack gap="sm">
      {help === '' ? null : <Text c="dimmed">{help}</Text>}
      <ItemTable show={show} items={data.items} />
      {data.items.length < limit || limit >= most ? null : (
        <Group justify="center">
          <Button variant="default" onClick={() => setLimit(limit + step)}>
            {outboxText.older}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
