// The columns of 采购意向.
import { When } from '#renderer/ui/base/when.tsx';
import { RecordStatus } from '#renderer/ui/states/status-badge.tsx';
import type { ListColumn } from '#renderer/ui/table/data-table-types.ts';
import { purchaserColumn, updatedColumn } from '#renderer/ui/table/procurement-columns.tsx';
import { RecordName } from '#renderer/ui/table/record-name.tsx';
import type { ListItem } from '#shared/contract/lists.ts';
import type { Role } from '#shared/domain/actor.ts';
import type { intentionList } from '#shared/domain/announcements/list.ts';
import { announcementPages, forms } from '#shared/text/index.ts';

export type IntentionRow = ListItem<'intentions'>;

const words = announcementPages.intentions.columns;

export function rowName({ title }: IntentionRow): string {
  return title === '' ? announcementPages.untitled : title;
}

export function intentionColumns(role: Role): readonly ListColumn<typeof intentionList>[] {
  return [
    {
      id: 'title',
      header: words.title,
      width: 360,
      grow: true,
      hideable: false,
      render: (row) => <RecordName mark={row.mark} name={rowName(row)} unit={row.purchaserName} />,
    },
    purchaserColumn(role, 200),
    {
      id: 'status',
      header: words.status,
      width: 120,
      render: ({ status }) => <RecordStatus of="announcements.status" status={status} />,
    },
    {
      id: 'publishedAt',
      header: words.publishedAt,
      width: 140,
      render: ({ publishedAt }) => (publishedAt === null ? forms.none : <When at={publishedAt} />),
    },
    updatedColumn,
  ];
}
