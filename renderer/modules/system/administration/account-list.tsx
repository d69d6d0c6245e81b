// The columns and filters of 账号.
import type { ListColumn } from '#renderer/ui/table/data-table-types.ts';
import type { ListFilter } from '#renderer/ui/table/list-filters.tsx';
import type { ListItem } from '#shared/contract/lists.ts';
import { humanRoles } from '#shared/domain/actor.ts';
import type { accountList } from '#shared/domain/admin/list.ts';
import { label, systemText } from '#shared/text/index.ts';
import { activeFilter } from './active-filter.ts';
import { regionName } from './region-options.ts';
import { markColumn } from './row-parts.tsx';

const { keep } = systemText;

export type AccountRow = ListItem<'accounts'>;

export const accountFilters: readonly ListFilter<(typeof accountList.filterNames)[number]>[] = [
  {
    by: 'role',
    text: keep.role,
    kind: 'choice',
    options: humanRoles.map((code) => ({ code, name: label(`roles.${code}`) })),
  },
  { by: 'organisationId', text: label('account.organisationId'), kind: 'organisation', of: null },
  activeFilter,
];

export const accountColumns: readonly ListColumn<typeof accountList>[] = [
  { id: 'username', header: label('account.username'), width: 116, render: ({ username }) => username },
  {
    id: 'name',
    header: label('account.name'),
    width: 88,
    hideable: false,
    render: ({ name }) => <span title={name}>{name}</span>,
  },
  { id: 'role', header: label('account.role'), width: 132, render: ({ role }) => label(`roles.${role}`) },
  {
    id: 'organisation',
    header: label('account.organisationId'),
    width: 180,
    grow: true,
    render: (row) => <span title={belongsTo(row)}>{belongsTo(row)}</span>,
  },
  { id: 'phone', header: label('account.phone'), width: 124, render: ({ phone }) => phone },
  markColumn,
];

/** Its organisation; of an office's account the regions. */
function belongsTo({ organisationName, regionCodes }: AccountRow): string {
  const codes = regionCodes === '' ? [] : regionCodes.split(',');
  return organisationName ?? codes.map(regionName).join('、');
}
