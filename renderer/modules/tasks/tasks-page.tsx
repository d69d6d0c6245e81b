// 待办: the plans and announcements that wait for the one signed in, by role; each opens its page, where the buttons are.
import { Anchor, Button, Group, Stack, Table, Text, Title, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { useRebuild } from '#renderer/api/use-sync-status.ts';
import { When } from '#renderer/ui/base/when.tsx';
import { EmptyState, ErrorState, IncompleteState, LoadingState } from '#renderer/ui/states/states.tsx';
import { MarkBadge, RecordStatus } from '#renderer/ui/states/status-badge.tsx';
import type { TaskItem } from '#shared/contract/tasks.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { announcementPages, appText, forms } from '#shared/text/index.ts';
import { helpFor } from './help.ts';
import classes from './tasks.module.css';

const words = appText.tasks;
const step = 50;
const most = 200;

const groups = [
  {
    entity: 'announcements',
    title: words.announcements,
    head: announcementPages.tasks.project,
    unnamed: announcementPages.untitled,
  },
  { entity: 'plans', title: words.plans, head: words.project, unnamed: words.unnamed },
] as const;
type TaskGroup = (typeof groups)[number];

export function TasksPage() {
  const actor = useActor();
  const [limit, setLimit] = useState(step);
  const { data, error, refetch } = useAsk('tasks.list', { limit });
  const incomplete = useRebuild() !== null;
  // Unknown where counting would cost more than it tells.
  const total = data?.total ?? data?.items.length ?? 0;
  return (
    <Stack gap="sm" p="md">
      <Group justify="space-between" align="baseline">
        <div>
          <Title order={1}>{words.title}</Title>
          <Text c="dimmed">{helpFor(actor.role)}</Text>
        </div>
        {!incomplete && total > 0 ? <Text c="dimmed">{words.count(total)}</Text> : null}
      </Group>
      {data === undefined ? (
        error === null ? (
          <LoadingState />
        ) : (
          <ErrorState error={error} onRetry={() => void refetch()} />
        )
      ) : incomplete && total === 0 ? (
        <IncompleteState />
      ) : total === 0 ? (
        <EmptyState title={words.emptyTitle} hint={words.emptyHelp} />
      ) : (
        <>
          {groups.map((group) => {
            const items = data.items.filter(({ entity }) => entity === group.entity);
            return items.length === 0 ? null : (
              <section key={group.entity} aria-label={group.title}>
                <Title mb={4} order={2}>
                  {group.title}
                </Title>
                <TaskTable group={group} items={items} />
              </section>
            );
          })}
          {data.next === null || limit >= most ? null : (
            <Group justify="center">
              <Button variant="default" onClick={() => setLimit(limit + step)}>
                {words.more}
              </Button>
            </Group>
          )}
        </>
      )}
    </Stack>
  );
}

function TaskTable({ group, items }: { readonly group: TaskGroup; readonly items: readonly TaskItem[] }) {
  const navigate = useNavigate();
  const withAmounts = group.entity === 'plans';
  return (
    <Table highlightOnHover aria-label={group.title}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{group.head}</Table.Th>
          <Table.Th>{words.purchaser}</Table.Th>
          {withAmounts ? <Table.Th ta="right">{words.amount}</Table.Th> : null}
          <Table.Th>{words.status}</Table.Th>
          <Table.Th>{words.since}</Table.Th>
          <Table.Th w={80}>
            <VisuallyHidden>{words.open}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((task) => {
          const route = `/${task.entity}/${task.id}`;
          const name = task.title === '' ? group.unnamed : task.title;
          return (
            <Table.Tr key={task.id} className={classes['row'] ?? ''} onClick={() => void navigate(route)}>
              <Table.Td>
                <Anchor component={Link} to={route} onClick={(event) => event.stopPropagation()}>
                  {name}
                </Anchor>
                {task.detail === null ? null : (
                  <Text size="xs" c="dimmed">
                    {task.detail}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{task.purchaserName}</Table.Td>
              {withAmounts ? (
                <Table.Td ta="right" className={classes['number'] ?? ''}>
                  {task.amount === null ? appText.common.empty : formatYuan(task.amount)}
                </Table.Td>
              ) : null}
              <Table.Td>
                <Group gap={6} wrap="nowrap">
                  <RecordStatus of={`${task.entity}.status`} status={task.status} />
                  <MarkBadge mark={task.mark} />
                </Group>
              </Table.Td>
              <Table.Td className={classes['number'] ?? ''}>
                <When at={task.updatedAt} />
              </Table.Td>
              <Table.Td>
                <Button
                  size="compact-sm"
                  variant="light"
                  component={Link}
                  to={route}
                  aria-label={forms.of(name, words.open)}
                  onClick={(event) => event.stopPropagation()}
                >
                  {words.open}
                </Button>
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
