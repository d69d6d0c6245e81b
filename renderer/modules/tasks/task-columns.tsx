// The columns of 待办. What tells nobody apart begins hidden: a unit has only its own, and most titles say the project.
import type { TaskType } from '#renderer/app/module.ts';
import { When } from '#renderer/ui/base/when.tsx';
import { RecordStatus } from '#renderer/ui/states/status-badge.tsx';
import type { DataColumn } from '#renderer/ui/table/data-table-types.ts';
import { purchaserColumn } from '#renderer/ui/table/procurement-columns.tsx';
import { RecordName } from '#renderer/ui/table/record-name.tsx';
import type { TaskItem } from '#shared/contract/tasks.ts';
import type { Role } from '#shared/domain/actor.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { appText, forms } from '#shared/text/index.ts';

const words = appText.tasks.columns;

export function taskName({ kind, title }: TaskItem, types: readonly TaskType[]): string {
  return title === '' ? (types.find((type) => type.kind === kind)?.unnamed ?? '') : title;
}

export function taskColumns(role: Role, types: readonly TaskType[]): readonly DataColumn<TaskItem>[] {
  return [
    {
      id: 'title',
      header: words.title,
      width: 220,
      grow: true,
      hideable: false,
      render: (task) => (
        <RecordName mark={task.mark} name={taskName(task, types)} unit={task.purchaserName} />
      ),
    },
    {
      id: 'kind',
      header: words.kind,
      width: 132,
      render: ({ kind }) => types.find((type) => type.kind === kind)?.name ?? '',
    },
    {
      id: 'detail',
      header: words.detail,
      width: 168,
      hidden: true,
      render: ({ detail }) => <span title={detail ?? ''}>{detail ?? forms.none}</span>,
    },
    purchaserColumn(role),
    {
      id: 'amount',
      header: words.amount,
      width: 132,
      align: 'right',
      render: ({ amount }) => (amount === null ? forms.none : formatYuan(amount).slice(1)),
    },
    {
      id: 'status',
      header: words.status,
      width: 132,
      render: ({ states, status }) => <RecordStatus of={states} status={status} />,
    },
    {
      id: 'updatedAt',
      header: words.updatedAt,
      width: 132,
      sortBy: 'updatedAt',
      render: ({ updatedAt }) => <When at={updatedAt} />,
    },
  ];
}
