// The columns of the list of payments.
import { RecordStatus, StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import type { ListColumn } from '#renderer/ui/table/data-table-types.ts';
import { purchaserColumn, updatedColumn } from '#renderer/ui/table/procurement-columns.tsx';
import { RecordName } from '#renderer/ui/table/record-name.tsx';
import type { ListItem } from '#shared/contract/lists.ts';
import type { Role } from '#shared/domain/actor.ts';
import type { paymentList } from '#shared/domain/contracts/payments/list.ts';
import { soonDays } from '#shared/domain/contracts/payments/tasks.ts';
import { daysBetween, type PlainDate } from '#shared/kernel/dates.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { forms, label, paymentPages } from '#shared/text/index.ts';
import { kindName } from '../payment-name.ts';
import css from '../payments.module.css';
import { Struck } from '../struck.tsx';

export type PaymentRow = ListItem<'payments'>;
const { list: words } = paymentPages;

export function paymentColumns(role: Role, today: PlainDate): readonly ListColumn<typeof paymentList>[] {
  return [
    {
      id: 'contractName',
      header: label('payments.contractName'),
      width: 150,
      grow: true,
      hideable: false,
      render: (row) => <RecordName mark={row.mark} name={row.contractName} unit={row.purchaserName} />,
    },
    {
      id: 'kind',
      header: label('payments.kind'),
      width: 78,
      render: ({ kind }) => kindName(kind),
    },
    {
      id: 'amount',
      header: label('payments.amount'),
      width: 118,
      align: 'right',
      render: ({ amount, status }) =>
        amount === 0 ? forms.none : <Struck when={status === 'void'}>{formatYuan(amount).slice(1)}</Struck>,
    },
    {
      id: 'dueOn',
      header: label('payments.dueOn'),
      width: 194,
      sortBy: 'dueOn',
      render: (row) => <DueOn row={row} today={today} />,
    },
    {
      id: 'status',
      header: label('payments.status'),
      width: 90,
      render: ({ status }) => <RecordStatus of="payments.status" status={status} />,
    },
    {
      id: 'paidOn',
      header: label('payments.paidOn'),
      width: 100,
      render: ({ paidOn }) => paidOn ?? forms.none,
    },
    {
      id: 'supplierName',
      header: label('payments.supplierName'),
      width: 128,
      render: ({ supplierName, size }) => (
        <span title={supplierName}>
          {supplierName}
          {size === 'sme' ? <span className={css['second']}>　{paymentPages.sme}</span> : null}
        </span>
      ),
    },
    {
      id: 'budgetYear',
      header: label('payments.budgetYear'),
      width: 86,
      hidden: true,
      render: ({ budgetYear }) => budgetYear,
    },
    {
      id: 'contractNo',
      header: label('payments.contractNo'),
      width: 130,
      hidden: true,
      render: ({ contractNo }) => <span title={contractNo}>{contractNo}</span>,
    },
    {
      id: 'projectName',
      header: label('payments.projectName'),
      width: 180,
      hidden: true,
      render: ({ projectName }) => <span title={projectName}>{projectName}</span>,
    },
    purchaserColumn(role),
    updatedColumn,
  ];
}

type DueProps = {
  readonly row: Pick<PaymentRow, 'dueOn' | 'status' | 'inTime'>;
  readonly today: PlainDate;
};

function DueOn({ row: { dueOn, status, inTime }, today }: DueProps) {
  if (dueOn === null) return forms.none;
  const left = daysBetween(today, dueOn);
  return (
    <span className={css['inRow']}>
      {dueOn}
      {status === 'due' && left < 0 ? (
        <StatusBadge tone="danger">{words.late(-left)}</StatusBadge>
      ) : status === 'due' && left <= soonDays ? (
        <StatusBadge tone="warning">{words.soon(left)}</StatusBadge>
      ) : status === 'paid' && inTime === 0 ? (
        <StatusBadge tone="warning">{words.paidLate}</StatusBadge>
      ) : null}
    </span>
  );
}
