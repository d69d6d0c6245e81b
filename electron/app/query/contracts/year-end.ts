// 跨年度事项: results without a contract, and contracts not accepted or not paid, by the end of a year. They are told as they were on its last day, so that a year long past reads as it
// did, except for what has been paid since.
import { mostYearEndRows, type YearEndRow } from '#shared/contract/contracts/year-end.ts';
import { amountNow, amountsOf } from '#shared/domain/contracts/changes/amounts.ts';
import { unfundedOf } from '#shared/domain/contracts/commands/funding.ts';
import { letterOn, signableResult } from '#shared/domain/contracts/facts.ts';
import { type Contract, contracts, supplierNow } from '#shared/domain/contracts/model.ts';
import { payments } from '#shared/domain/contracts/payments/model.ts';
import { availableActions } from '#shared/domain/contracts/workflow.ts';
import type { Entity, Row } from '#shared/domain/entity.ts';
import { projects, sections } from '#shared/domain/projects/model.ts';
import { presentRow, UnreadableRow } from '#shared/domain/stored-body.ts';
import { type PlainDate, toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { label } from '#shared/text/index.ts';
import { excelSheets, exportHeaders as heads } from '#shared/text/zh-CN/excel.ts';
import type { Account } from '../../account.ts';
import { exportCell } from '../../excel/cells.ts';
import { writeInThread } from '../../excel/excel-thread.ts';
import { writeUserFile } from '../../files/user-file.ts';
import type { Handlers } from '../handler.ts';

export const yearEndHandlers: Handlers<'contracts.yearEnd' | 'contracts.exportYearEnd'> = {
  'contracts.yearEnd': {
    answer(account, { year }) {
      const waiting = unsigned(account, lastDay(year));
      return ok({
        rows: [...rowsOf(account, waiting, year, mostYearEndRows)],
        counts: {
          unsigned: waiting.length,
          unaccepted: countOpen(account, 'unaccepted', year),
          unpaid: countOpen(account, 'unpaid', year),
        },
        ...figuresOf(account, year),
      });
    },
  },
  'contracts.exportYearEnd': {
    answer(account, { year, path }) {
      const waiting = unsigned(account, lastDay(year));
      const rows = rowsOf(account, waiting, year, Number.MAX_SAFE_INTEGER);
      return writeUserFile(path, async (write) => {
        const plan = {
          name: excelSheets.yearEnd,
          columns: columns.map(({ width, format }) => ({ width, format: format ?? ('plain' as const) })),
          heads: 1,
          rows: [columns.map(({ head }) => head)],
        };
        const cells = rows.map((row) => columns.map(({ cell, format }) => exportCell(cell(row), format)));
        const bytes = await writeInThread([plan], [cells]);
        if (bytes === undefined) return err({ code: 'too_large', params: { rows: rows.length, most: 0 } });
        await write(bytes);
        return ok({ rows: rows.length });
      });
    },
  },
};

type Column = {
  readonly head: string;
  readonly width: number;
  readonly format?: 'money' | 'date';
  readonly cell: (row: YearEndRow) => string | number | null;
};

const columns: readonly Column[] = [
  { head: heads.yearEndKind, width: 14, cell: ({ kind }) => label(`contracts.yearEnd.${kind}`) },
  { head: heads.projectName, width: 44, cell: ({ projectName }) => projectName },
  { head: heads.section, width: 30, cell: ({ sectionNo, sectionName }) => `${sectionNo} ${sectionName}` },
  { head: heads.purchaserName, width: 30, cell: ({ purchaserName }) => purchaserName },
  { head: heads.supplierName, width: 34, cell: ({ supplierName }) => supplierName },
  { head: heads.contractNo, width: 26, cell: ({ contractNo }) => contractNo },
  { head: heads.fiscalYear, width: 10, cell: ({ fiscalYear }) => fiscalYear },
  { head: heads.contractAmount, width: 18, format: 'money', cell: ({ amount }) => amount },
  { head: heads.yearEndPaid, width: 18, format: 'money', cell: ({ paid }) => paid },
  { head: heads.yearEndFunded, width: 18, format: 'money', cell: ({ funded }) => funded },
  { head: heads.yearEndSince, width: 16, format: 'date', cell: ({ since }) => since },
];

/** By kind, those that have waited longest first; at most so many of all. */
function rowsOf(
  account: Account,
  waiting: readonly YearEndRow[],
  year: number,
  most: number,
): readonly YearEndRow[] {
  const rows = waiting.toSorted(bySince).slice(0, most);
  for (const kind of ['unaccepted', 'unpaid'] as const) {
    rows.push(
      ...open(account, kind, year, most - rows.length).map((contract) =>
        contractRow(account, kind, year, contract),
      ),
    );
  }
  return rows;
}

const lastDay = (year: number): PlainDate => `${year}-12-31`;
const bySince = (a: YearEndRow, b: YearEndRow) => ((a.since ?? '') < (b.since ?? '') ? -1 : 1);

type OpenKind = Exclude<YearEndRow['kind'], 'unsigned'>;

/** Signed by the last day and closed after its year, by whether it was accepted on that day. */
const openKinds = {
  unaccepted: { test: '(accepted_on IS NULL OR accepted_on > @last)', order: 'signed_on' },
  unpaid: { test: 'accepted_on <= @last', order: 'accepted_on' },
} as const satisfies { readonly [K in OpenKind]: { readonly test: string; readonly order: string } };

const openStatement = (kind: OpenKind, index: string) => `FROM contracts ${index}
  WHERE closed_year > @year AND signed_year <= @year AND announced <> 'open' AND ${openKinds[kind].test}`;
/** Won by the last day, and signed after its year. */
const signedLaterStatement = (index: string) => `SELECT body FROM contracts ${index}
  WHERE letter_year BETWEEN 1 AND @year AND signed_year > @year AND announced <> 'open'`;

type Params = { readonly year: number; readonly last: PlainDate };

function open(account: Account, kind: OpenKind, year: number, most: number): readonly Contract[] {
  const statement = openStatement(kind, indexed(account, 'contracts_years'));
  return account.replica.connection.db
    .prepare<Params & { readonly most: number }, string>(
      `SELECT body ${statement} ORDER BY ${openKinds[kind].order} LIMIT @most`,
    )
    .pluck()
    .all({ year, last: lastDay(year), most })
    .flatMap((text) => readable(contracts, text));
}

/** Of the index alone. */
function countOpen(account: Account, kind: OpenKind, year: number): number {
  const statement = openStatement(kind, indexed(account, 'contracts_years'));
  const found = account.replica.connection.db
    .prepare<Params, number>(`SELECT count(*) ${statement}`)
    .pluck()
    .get({ year, last: lastDay(year) });
  return found ?? 0;
}

/** A desk may still have to make it. */
function indexed({ replica }: Account, index: string): string {
  return replica.indexes.has(index) ? `INDEXED BY ${index}` : '';
}

/**
 * Sections whose 通知书 was issued by the last day, and which had no contract on it: signed until today or not, each once. A further contract of a later year (分年度签订) leaves its
 * section signed.
 */
function unsigned(account: Account, last: PlainDate): readonly YearEndRow[] {
  const waiting = new Map<string, YearEndRow>();
  for (const row of [...neverSigned(account, last), ...signedLater(account, last)]) {
    if (!waiting.has(row.id)) waiting.set(row.id, row);
  }
  const { db } = account.replica.connection;
  const ofSection = db
    .prepare<[string], string>("SELECT body FROM contracts WHERE section_id = ? AND announced <> 'open'")
    .pluck();
  const hadOne = (sectionId: string) =>
    ofSection.all(sectionId).some((text) => readable(contracts, text).some((of) => wasSignedOn(of, last)));
  return [...waiting.values()].filter(({ id }) => !hadOne(id));
}

/** Signed by this day, and not ended by it. */
function wasSignedOn({ content: { signedOn }, changes }: Contract, day: PlainDate): boolean {
  const ended = changes.some(({ kind, changedOn }) => kind === 'termination' && changedOn <= day);
  return signedOn !== null && signedOn <= day && !ended;
}

/** Sections of contracts that were signed after the end of the year. */
function signedLater(account: Account, last: PlainDate): readonly YearEndRow[] {
  const statement = signedLaterStatement(indexed(account, 'contracts_letters'));
  const found = account.replica.connection.db
    .prepare<{ readonly year: number }, string>(statement)
    .pluck()
    .all({ year: yearOf(last) });
  return found
    .flatMap((text) => readable(contracts, text))
    .flatMap((contract) => {
      const { result, sectionId, projectId, projectName, sectionNo, sectionName, purchaserName } = contract;
      const place = { id: sectionId, projectId, projectName, sectionNo, sectionName, purchaserName };
      return unsignedRow(place, result, contract.fiscalYear, last);
    });
}

/** Sections whose winner has his 通知书 and no contract until today. */
function neverSigned(account: Account, last: PlainDate): readonly YearEndRow[] {
  const { db } = account.replica.connection;
  const found = db
    .prepare<[string], string>('SELECT body FROM sections INDEXED BY sections_status WHERE status = ?')
    .pluck()
    .all('awarded');
  const project = db.prepare<[string], string>('SELECT body FROM projects WHERE id = ?').pluck();
  return found.flatMap((text): readonly YearEndRow[] => {
    const [section] = readable(sections, text);
    const result = section === undefined ? undefined : signableResult(section);
    if (section === undefined || result === undefined) return [];
    const own = project.get(section.projectId);
    const [of] = own === undefined ? [] : readable(projects, own);
    const { id, projectId, sectionNo, name: sectionName, purchaserName } = section;
    const place = { id, projectId, projectName: of?.name ?? '', sectionNo, sectionName, purchaserName };
    return unsignedRow(place, result, of?.fiscalYear ?? null, last);
  });
}

type Place = Pick<
  YearEndRow,
  'id' | 'projectId' | 'projectName' | 'sectionNo' | 'sectionName' | 'purchaserName'
>;

function unsignedRow(
  place: Place,
  result: Contract['result'],
  fiscalYear: number | null,
  last: PlainDate,
): readonly YearEndRow[] {
  const since = letterOn(result);
  if (since === null || since > last) return [];
  const { supplierName, amount } = result;
  return [
    {
      ...{ kind: 'unsigned', ...place, supplierName, contractNo: '', fiscalYear, amount, paid: 0, since },
      ...{ funded: 0, unfunded: null, addFunding: false },
    },
  ];
}

function contractRow(account: Account, kind: OpenKind, year: number, contract: Contract): YearEndRow {
  const { id, projectId, projectName, sectionNo, sectionName, purchaserName, content } = contract;
  const { acceptedOn, paid } = contract.performance;
  const next = contract.funding.filter(
    ({ budgetYear, withdrawn }) => budgetYear === year + 1 && withdrawn === null,
  );
  return {
    ...{ kind, id, projectId, projectName, sectionNo, sectionName, purchaserName, paid },
    ...{
      supplierName: supplierNow(contract).name,
      contractNo: content.contractNo,
      fiscalYear: contract.fiscalYear,
    },
    amount: amountNow(amountsOf(contract)),
    funded: sumFen(next.map(({ amount }) => amount)),
    unfunded: unfundedOf(contract, paidFor(account, contract), toPlainDate(account.now())),
    addFunding: availableActions(account.actor, contract).includes('contracts.addFunding'),
    since: kind === 'unpaid' ? acceptedOn : content.signedOn,
  };
}

/** Nothing has to be read of a contract without lines. */
function paidFor({ replica }: Account, { id, funding }: Contract) {
  if (funding.length === 0) return { payments: [] };
  const found = replica.connection.db
    .prepare<[string], string>('SELECT body FROM payments WHERE contract_id = ?')
    .pluck()
    .all(id);
  return { payments: found.flatMap((text) => readable(payments, text)) };
}

type Figure = { readonly count: number; readonly amount: number };

/**
 * Numbers and 财政年度 stay: contracts count in the year in which they were signed, payments in that from whose budget they were made. Of one index each, without a row being
 * read.
 */
function figuresOf(account: Account, year: number): { readonly signed: Figure; readonly paid: Figure } {
  const { db } = account.replica.connection;
  const figure = (table: string, index: string, which: string) =>
    db
      .prepare<[number], Figure>(
        `SELECT count(*) AS count, coalesce(sum(amount), 0) AS amount FROM ${table} ${indexed(account, index)} WHERE ${which}`,
      )
      .get(year) ?? { count: 0, amount: 0 };
  return {
    signed: figure('contracts', 'contracts_signed', "signed_year = ? AND announced <> 'open'"),
    paid: figure('payments', 'payments_figures', "budget_year = ? AND status = 'paid'"),
  };
}

/** As the server sent it, for its schema was checked there: a list of a thousand is not gone through once more. What is of a newer program no list shows either. */
function readable<R extends Row>(kind: Entity<R>, text: string): readonly R[] {
  try {
    return [presentRow(kind, text) as R];
  } catch (error) {
    if (error instanceof UnreadableRow) return [];
    throw error;
  }
}
