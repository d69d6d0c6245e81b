// The columns and filters of 单位.
import type { ListColumn } from '#renderer/ui/table/data-table-types.ts';
import type { ListFilter } from '#renderer/ui/table/list-filters.tsx';
import type { organisationList } from '#shared/domain/admin/list.ts';
import { label, systemText } from '#shared/text/index.ts';
import { activeFilter } from './active-filter.ts';
import { regionName } from './region-options.ts';
import { markColumn } from './row-parts.tsx';

const { keep } = systemText;
const kinds = ['purchaser', 'agency', 'office', 'centre'] as const;

export const organisationFilters: readonly ListFilter<(typeof organisationList.filterNames)[number]>[] = [
  {
    by: 'kind',
    text: keep.kind,
    kind: 'choice',
    options: kinds.map((code) => ({ code, name: label(`organisations.kind.${code}`) })),
  },
  { by: 'regionCode', text: label('organisation.regionCode'), kind: 'region' },
  activeFilter,
];

export const organisationColumns: readonly ListColumn<typeof organisationList>[] = [
  {
    id: 'name',
    header: label('organisation.name'),
    width: 220,
    grow: true,
    hideable: false,
    render: ({ name }) => <span title={name}>{name}</span>,
  },
  {
    id: 'kind',
    header: label('organisation.kind'),
    width: 132,
    render: ({ kind }) => label(`organisations.kind.${kind}`),
  },
  { id: 'uscc', header: label('organisation.uscc'), width: 180, render: ({ uscc }) => uscc },
  {
    id: 'regionCode',
    header: label('organisation.regionCode'),
    width: 100,
    render: ({ regionCode }) => regionName(regionCode),
  },
  {
    id: 'contact',
    header: label('organisation.contact'),
    width: 160,
    render: ({ contact, phone }) => [contact, phone].filter((part) => part !== '').join(' '),
  },
  markColumn,
];
