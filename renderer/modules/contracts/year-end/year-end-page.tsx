// 跨年度事项: the unfinished business of a year, by what is missing; 采购办 sees that of its units.
import { Anchor, Button, NativeSelect, Table, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { ask } from '#renderer/api/bridge.ts';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { useToday } from '#renderer/ui/base/use-today.ts';
import { Facts } from '#renderer/ui/record/facts.tsx';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import { EmptyState, ErrorState, LoadingState } from '#renderer/ui/states/states.tsx';
import { tellDone, tellFailure } from '#renderer/ui/states/tell.ts';
import { mostYearEndRows, type YearEndRow, yearEndKinds } from '#shared/contract/contracts/year-end.ts';
import { isOfUnit } from '#shared/domain/actor.ts';
import { yearOf } from '#shared/kernel/dates.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { describeError, forms, label, yearEndPages as words } from '#shared/text/index.ts';
import { AddFunding } from '../funding/funding-dialogs.tsx';
import css from './year-end.module.css';

const shownYears = 6;

export function YearEndPage() {
  const now = yearOf(useToday());
  const [year, setYear] = useState(now);
  const { data, error, refetch } = useAsk('contracts.yearEnd', { year });
  const byUnit = !isOfUnit(useActor().role);
  return (
    <div className={css['page']}>
      <div className={css['head']}>
        <Title className={css['title'] ?? ''} order={1}>
          {words.title}
        </Title>
        <NativeSelect
          aria-label={words.year}
          data={Array.from({ length: shownYears }, (_, index) => {
            const each = now - index;
            return { value: String(each), label: words.yearOption(each) };
          })}
          onChange={({ currentTarget: { value } }) => setYear(Number(value))}
          value={String(year)}
        />
        <Export year={year} />
      </div>
      <p className={css['hint']}>{words.hint(year)}</p>
      {data !== undefined ? (
        <>
          <Figures paid={data.paid} signed={data.signed} year={year} />
          <Kinds byUnit={byUnit} counts={data.counts} rows={data.rows} year={year} />
        </>
      ) : error === null ? (
        <LoadingState />
      ) : (
        <ErrorState error={error} onRetry={() => void refetch()} page />
      )}
    </div>
  );
}

type FiguresProps = Pick<AskOutput<'contracts.yearEnd'>, 'signed' | 'paid'> & { readonly year: number };

/** What was signed in the year, and what was paid from its budget, whenever it was signed. */
function Figures({ signed, paid, year }: FiguresProps) {
  const { figures } = words;
  return (
    <Facts
      columns={2}
      facts={[
        { label: figures.signed(year), value: figures.contracts(signed.count, formatYuan(signed.amount)) },
        { label: figures.paid(year), value: figures.payments(paid.count, formatYuan(paid.amount)) },
      ]}
    />
  );
}

type KindsProps = {
  readonly year: number;
  readonly rows: readonly YearEndRow[];
  readonly counts: Readonly<Record<YearEndRow['kind'], number>>;
  readonly byUnit: boolean;
};

function Kinds({ rows, counts, byUnit, year }: KindsProps) {
  const [funding, setFunding] = useState<YearEndRow | null>(null);
  const all = counts.unsigned + counts.unaccepted + counts.unpaid;
  if (all === 0) return <EmptyState hint={words.none.hint} title={words.none.title} />;
  return (
    <>
      {all > rows.length ? <p className={css['hint']}>{words.more(mostYearEndRows, all)}</p> : null}
      {yearEndKinds.map((kind) => {
        const own = rows.filter((row) => row.kind === kind);
        if (own.length === 0) return null;
        const title = words.count(label(`contracts.yearEnd.${kind}`), counts[kind]);
        return (
          <RecordSection id={`year-end-${kind}`} key={kind} title={title}>
            <Rows byUnit={byUnit} kind={kind} onFund={setFunding} rows={own} title={title} year={year} />
          </RecordSection>
        );
      })}
      {funding === null ? null : (
        <AddFunding
          amount={funding.unfunded}
          contract={{ id: funding.id, name: funding.contractNo, fiscalYear: funding.fiscalYear ?? year }}
          onClose={() => setFunding(null)}
          year={year + 1}
        />
      )}
    </>
  );
}

type RowsProps = {
  readonly year: number;
  readonly onFund: (row: YearEndRow) => void;
  readonly kind: YearEndRow['kind'];
  readonly rows: readonly YearEndRow[];
  readonly title: string;
  readonly byUnit: boolean;
};

function Rows({ kind, rows, title, byUnit, year, onFund }: RowsProps) {
  const { columns, since } = words;
  const signed = kind !== 'unsigned';
  return (
    <Table aria-label={title} stickyHeader verticalSpacing={5}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{columns.project}</Table.Th>
          {byUnit ? <Table.Th>{columns.purchaser}</Table.Th> : null}
          <Table.Th>{columns.supplier}</Table.Th>
          {signed ? <Table.Th>{columns.contractNo}</Table.Th> : null}
          <Table.Th className={css['short'] ?? ''}>{columns.fiscalYear}</Table.Th>
          <Table.Th className={css['money'] ?? ''}>{columns.amount}</Table.Th>
          {signed ? <Table.Th className={css['money'] ?? ''}>{columns.paid}</Table.Th> : null}
          {signed ? <Table.Th className={css['money'] ?? ''}>{columns.funded(year + 1)}</Table.Th> : null}
          <Table.Th className={css['short'] ?? ''}>{since[kind]}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Td>
              <Anchor component={Link} to={signed ? `/contracts/${row.id}` : `/projects/${row.projectId}`}>
                {row.projectName === '' ? row.sectionName : row.projectName}
              </Anchor>
              <div className={css['second']}>{`${row.sectionNo} ${row.sectionName}`}</div>
            </Table.Td>
            {byUnit ? <Table.Td>{row.purchaserName}</Table.Td> : null}
            <Table.Td>{row.supplierName}</Table.Td>
            {signed ? <Table.Td>{row.contractNo}</Table.Td> : null}
            <Table.Td>{row.fiscalYear ?? forms.none}</Table.Td>
            <Table.Td className={css['money'] ?? ''}>{yuan(row.amount)}</Table.Td>
            {signed ? <Table.Td className={css['money'] ?? ''}>{yuan(row.paid)}</Table.Td> : null}
            {signed ? (
              <Table.Td className={css['money'] ?? ''}>
                {row.funded === 0 && row.addFunding ? null : <div>{yuan(row.funded)}</div>}
                {row.addFunding ? (
                  <Button
                    aria-label={words.fundOf(row.contractNo)}
                    onClick={() => onFund(row)}
                    size="compact-xs"
                    variant="subtle"
                  >
                    {words.fund}
                  </Button>
                ) : null}
              </Table.Td>
            ) : null}
            <Table.Td className={css['short'] ?? ''}>{row.since ?? forms.none}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const yuan = (amount: number | null) => (amount === null ? forms.none : formatYuan(amount).slice(1));

function Export({ year }: { readonly year: number }) {
  const [running, setRunning] = useState(false);
  const save = async () => {
    setRunning(true);
    const answer = await ask('host.exportYearEnd', { year });
    setRunning(false);
    if (!answer.ok) tellFailure(describeError(answer.error));
    else if (answer.value.saved) tellDone(words.exported(answer.value.fileName ?? '', answer.value.rows));
  };
  return (
    <Button loading={running} onClick={() => void save()} variant="default">
      {words.export}
    </Button>
  );
}
