// 对账差异: what both sides hold otherwise of plans and their sections, the announcements that only one of them holds to be in
// force, and openings and evaluations that they hold in different versions.
import { Box, Text } from '@mantine/core';
import type { AskOutput } from '#renderer/api/calls.ts';
import { StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import { type Pages, usePages } from '#renderer/ui/table/use-pages.ts';
import { pageSize } from '#renderer/ui/table/use-record-list.ts';
import { systemText } from '#shared/text/index.ts';
import { Mono } from './exchange-others.tsx';
import { Time } from './exchange-sent.tsx';
import { Listing, listed } from './listing.tsx';

const words = systemText.exchange;
const { columns } = words;

export function Differences() {
  const plans = usePages('exchange.differences', { limit: pageSize });
  const announcements = usePages('exchange.announcementDifferences', { limit: pageSize });
  const events = usePages('exchange.eventDifferences', { limit: pageSize });
  const { rows, error } = listed(announcements);
  const told = listed(events);
  // That there is nothing is only said where there is nothing at all.
  const others = (rows?.length ?? 0) > 0 || (told.rows?.length ?? 0) > 0;
  const alone = listed(plans).rows?.length === 0 && others;
  return (
    <>
      {rows?.length === 0 || (rows === undefined && error === null) ? null : (
        <AnnouncementDifferences pages={announcements} />
      )}
      {told.rows?.length === 0 || (told.rows === undefined && told.error === null) ? null : (
        <EventDifferences pages={events} />
      )}
      {alone ? null : <PlanDifferences pages={plans} />}
    </>
  );
}

type AnnouncementDifference = AskOutput<'exchange.announcementDifferences'>['items'][number];

function AnnouncementDifferences({ pages }: { readonly pages: Pages<AnnouncementDifference> }) {
  const { title, help, unnamed, columns: own, ours, theirs } = words.announcementDifferences;
  return (
    <Box component="section" aria-label={title} mb="xl">
      <Text fw={600}>{title}</Text>
      {pages.items.some(({ resolvedAt }) => resolvedAt === null) ? (
        <Text size="sm" c="dimmed" mb="xs">
          {help}
        </Text>
      ) : null}
      <Listing
        label={title}
        {...listed(pages)}
        rowId={({ id }) => id}
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

type EventDifference = AskOutput<'exchange.eventDifferences'>['items'][number];

function EventDifferences({ pages }: { readonly pages: Pages<EventDifference> }) {
  const { title, help, columns: own, kinds, version } = words.eventDifferences;
  return (
    <Box component="section" aria-label={title} mb="xl">
      <Text fw={600}>{title}</Text>
      {pages.items.some(({ resolvedAt }) => resolvedAt === null) ? (
        <Text size="sm" c="dimmed" mb="xs">
          {help}
        </Text>
      ) : null}
      <Listing
        label={title}
        {...listed(pages)}
        rowId={({ id }) => id}
        heads={[
          columns.key,
          own.section,
          own.event,
          columns.platform,
          own.ours,
          own.theirs,
          columns.at,
          columns.state,
        ]}
        cells={(row) => [
          <Mono key="key">{row.planNo}</Mono>,
          <Mono key="section">{row.lotUid}</Mono>,
          kinds[row.kind],
          row.platformId,
          version(row.ours),
          version(row.theirs),
          <Time key="at" at={row.foundAt} />,
          <Resolved key="resolved" at={row.resolvedAt} />,
        ]}
      />
    </Box>
  );
}

type PlanDifference = AskOutput<'exchange.differences'>['items'][number];

function PlanDifferences({ pages }: { readonly pages: Pages<PlanDifference> }) {
  return (
    <Listing
      label={words.tabs.differences}
      {...listed(pages)}
      empty={words.empty.differences}
      rowId={({ id }) => id}
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
