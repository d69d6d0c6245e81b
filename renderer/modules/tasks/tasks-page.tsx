// 待办: the plans and announcements that wait for the one signed in, by role; each opens its page, where the buttons are.
import { Anchor, Button, Group, Stack, Table, Text, Title, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { useRebuild } from '#renderer/api/use-sync-status.ts';
import { When } from '#renderer/ui/base/when.tsx';
import { EmptyState, ErrorState, IncompleteState, LoadingState } from '#renderer/ui/states/states.tsx';
import { MarkBadge, RecordStatus } from '#renderer/ui/states/status-badge.tsx';
import { formatYuan } from '#shared/kernel/money.ts';
import { appText } from '#shared/text/index.ts';
import { AnnouncementTable } from './announcement-table.tsx';
import { helpFor } from './help.ts';
import classes from './tasks.module.css';

const words = appText.tasks;
const step = 50;
const most = 200;

export function TasksPage() {
  const actor = useActor();
  const [limit, setLimit] = useState(step);
  const plans = useAsk('tasks.list', { limit });
  const announcements = useAsk('announcements.tasks', { limit });
  const error = plans.error ?? announcements.error;
  const incomplete = useRebuild() !== null;
  const ofAnnouncements = announcements.data?.announcements ?? [];
  // Announcements are asked for until their last row has come; what else is known is shown meanwhile.
  const known = plans.data !== undefined && (incomplete || announcements.data !== undefined);
  // Unknown where counting would cost more than it tells.
  const ofPlans = plans.data?.total ?? plans.data?.items.length ?? 0;
  const total = ofPlans + (announcements.data?.total ?? 0);
  const more = plans.data?.next !== null || (announcements.data?.total ?? 0) > limit;
  return (
    <Stack gap="sm" p="md">
      <Group justify="space-between" align="baseline">
        <div>
          <Title order={1}>{words.title}</Title>
          <Text c="dimmed">{helpFor(actor.role)}</Text>
        </div>
        {known && !incomplete && total > 0 ? <Text c="dimmed">{words.count(total)}</Text> : null}
      </Group>
      {!known ? (
        error === null ? (
          <LoadingState />
        ) : (
          <ErrorState
            error={error}
            onRetry={() => {
              void plans.refetch();
              void announcements.refetch();
            }}
          />
        )
      ) : incomplete && total === 0 ? (
        <IncompleteState />
      ) : total === 0 ? (
        <EmptyState title={words.emptyTitle} hint={words.emptyHelp} />
      ) : (
        <>
          {ofAnnouncements.length === 0 ? null : (
            <section aria-label={words.announcements}>
              <Title mb={4} order={2}>
                {words.announcements}
              </Title>
              <AnnouncementTable items={ofAnnouncements} />
            </section>
          )}
          {plans.data.items.length === 0 ? null : (
            <section aria-label={words.plans}>
              <Title mb={4} order={2}>
                {words.plans}
              </Title>
              <TaskTable items={plans.data.items} />
            </section>
          )}
          {!more || limit >= most ? null : (
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

function TaskTable({ items }: { readonly items: AskOutput<'tasks.list'>['items'] }) {
  const navigate = useNavigate();
  return (
    <Table highlightOnHover aria-label={words.title}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.project}</Table.Th>
          <Table.Th>{words.purchaser}</Table.Th>
          <Table.Th ta="right">{words.amount}</Table.Th>
          <Table.Th>{words.status}</Table.Th>
          <Table.Th>{words.since}</Table.Th>
          <Table.Th w={80}>
            <VisuallyHidden>{words.open}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((plan) => {
          const route = `/plans/${plan.id}`;
          const name = plan.projectName === '' ? words.unnamed : plan.projectName;
          return (
            <Table.Tr key={plan.id} className={classes['row'] ?? ''} onClick={() => void navigate(route)}>
              <Table.Td>
                <Anchor component={Link} to={route} onClick={(event) => event.stopPropagation()}>
                  {name}
                </Anchor>
                {plan.planNo === null ? null : (
                  <Text size="xs" c="dimmed">
                    {plan.planNo}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{plan.purchaserName}</Table.Td>
              <Table.Td ta="right" className={classes['number'] ?? ''}>
                {plan.budgetAmount === null ? appText.common.empty : formatYuan(plan.budgetAmount)}
              </Table.Td>
              <Table.Td>
                <Group gap={6} wrap="nowrap">
                  <RecordStatus of="plans.status" status={plan.status} />
                  <MarkBadge mark={plan.mark} />
                </Group>
              </Table.Td>
              <Table.Td className={classes['number'] ?? ''}>
                <When at={plan.updatedAt} />
              </Table.Td>
              <Table.Td>
                <Button
                  size="compact-sm"
                  variant="light"
                  component={Link}
                  to={route}
                  aria-label={`${words.open}：${name}`}
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
