// 对账差异: what both sides hold otherwise of plans and their sections, and the announcements that only one of them holds to be in force.
import { Box, Text } from '@mantine/core';
import { useEffect } from 'react';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import type { AppError } from '#shared/kernel/errors.ts';
import { systemText } from '#shared/text/index.ts';
import { Mono } from './exchange-others.tsx';
import { Time } from './exchange-sent.tsx';
import { Listing } from './listing.tsx';

const words = systemText.exchange;
const { columns } = words;

export function Differences() {
  const { data, error, refetch } = useAsk('exchange.differences', { limit: 100 });
  useEffect(() => void refetch(), [refetch]);
  const announcements = error === null ? (data?.announcements ?? []) : [];
  const rows = error === null ? data?.items : undefined;
  return (
    <>
      {announcements.length === 0 ? null : <AnnouncementDifferences rows={announcements} />}
      {/* That there is nothing is only said where there is nothing at all. */}
      {rows?.length === 0 && announcements.length > 0 ? null : (
        <PlanDifferences rows={rows} error={error} onRetry={() => void refetch()} />
      )}
    </>
  );
}

type AnnouncementDifference = AskOutput<'exchange.differences'>['announcements'][number];

function AnnouncementDifferences({ rows }: { readonly rows: readonly AnnouncementDifference[] }) {
  const { title, help, unnamed, columns: own, ours, theirs } = words.announcementDifferences;
  return (
    <Box component="section" aria-label={title} mb="xl">
      <Text fw={600}>{title}</Text>
      {rows.some(({ resolvedAt }) => resolvedAt === null) ? (
        <Text size="sm" c="dimmed" mb="xs">
          {help}
        </Text>
      ) : null}
      <Listing
        label={title}
        rows={rows}
        error={null}
        onRetry={() => undefined}
        rowId={({ platformId, announcementId }) => `${platformId}/${announcementId}`}
        heads={[
          columns.key,
          own.announcement,
          columns.platform,
          own.ours,
          own.theirs,
          columns.at,
          columns.state,
        ]}
        cells={(row) => [
          <Mono key="key">{row.planNo}</Mono>,
          row.title ?? unnamed(row.announcementId),
          row.platformId,
          ours[row.ours],
          theirs[row.theirs],
          <Time key="at" at={row.foundAt} />,
          <Resolved key="resolved" at={row.resolvedAt} />,
        ]}
      />
    </Box>
  );
}

type PlanDifference = AskOutput<'exchange.differences'>['items'][number];
type PlanDifferencesProps = {
  readonly rows: readonly PlanDifference[] | undefined;
  readonly error: AppError | null;
  readonly onRetry: () => void;
};

function PlanDifferences({ rows, error, onRetry }: PlanDifferencesProps) {
  return (
    <Listing
      label={words.tabs.differences}
      rows={rows}
      error={error}
      onRetry={onRetry}
      empty={words.empty.differences}
      rowId={({ platformId, planNo, foundAt }) => `${platformId}/${planNo}/${foundAt}`}
      heads={[
        columns.key,
        columns.platform,
        columns.difference,
        columns.ours,
        columns.theirs,
        columns.at,
        columns.state,
      ]}
      cells={(row) => [
        <Mono key="key">{row.planNo}</Mono>,
        row.platformId,
        words.differenceKinds[row.kind],
        row.ourSections,
        row.theirSections,
        <Time key="at" at={row.foundAt} />,
        <Resolved key="resolved" at={row.resolvedAt} />,
      ]}
    />
  );
}

function Resolved({ at }: { readonly at: number | null }) {
  return at === null ? null : <StatusBadge tone="done">{words.resolved}</StatusBadge>;
}
