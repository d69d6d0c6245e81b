// The columns of the list of suppliers.
import type { ListColumn } from '#renderer/ui/table/data-table-types.ts';
import { updatedColumn } from '#renderer/ui/table/procurement-columns.tsx';
import { RecordName } from '#renderer/ui/table/record-name.tsx';
import type { supplierList } from '#shared/domain/suppliers/list.ts';
import { forms, label, supplierPages } from '#shared/text/index.ts';

export const supplierColumns: readonly ListColumn<typeof supplierList>[] = [
  {
    id: 'name',
    header: label('suppliers.name'),
    width: 280,
    grow: true,
    hideable: false,
    render: ({ name, mark }) => <RecordName mark={mark} name={name} unit="" />,
  },
  {
    id: 'uscc',
    header: label('suppliers.uscc'),
    width: 196,
    render: ({ uscc }) => uscc,
  },
  {
    id: 'sizeClass',
    header: label('suppliers.sizeClass'),
    width: 96,
    render: ({ sizeClass }) => label(`suppliers.size.${sizeClass}`),
  },
  {
    id: 'address',
    header: label('suppliers.address'),
    width: 200,
    render: ({ address }) => (address === '' ? forms.none : <span title={address}>{address}</span>),
  },
  {
    id: 'earlierNames',
    header: label('suppliers.earlierNames'),
    width: 180,
    hidden: true,
    render: ({ earlierNames }) => (earlierNames === '' ? forms.none : earlierNames),
  },
  {
    id: 'bannedUntil',
    header: supplierPages.list.bannedUntil,
    width: 104,
    render: ({ bannedUntil }) => bannedUntil ?? forms.none,
  },
  updatedColumn,
];
