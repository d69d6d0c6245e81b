// A filled-in template as payments, a row each. What is paid is recorded as paid, on what is registered for it already where there is such a payment; what lacks something is kept
// as a draft. No row is made twice: its id follows from what it says, and what people have registered by hand is looked for. Rows of one contract count together.
import { z } from 'zod';
import type { ImportedPayment } from '#shared/contract/contracts/imports.ts';
import { type Contract, documentsOf, paymentKinds } from '#shared/domain/contracts/model.ts';
import { type Around, paymentFacts } from '#shared/domain/contracts/payments/facts.ts';
import { knownBasis, knownPayment, leftOf } from '#shared/domain/contracts/payments/known-content.ts';
import {
  type Paid,
  type PaymentContent,
  paidShape,
  paymentContentSchema,
} from '#shared/domain/contracts/payments/model.ts';
import type { Counted } from '#shared/domain/contracts/payments/settled.ts';
import { type Instant, yearOf } from '#shared/kernel/dates.ts';
import { type ErrorParam, invalidInput } from '#shared/kernel/errors.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { namedId } from '#shared/kernel/named-id.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { checkPayment } from '#shared/rules/contracts/payment-rules.ts';
import type { Finding } from '#shared/rules/engine.ts';
import { label, paymentPages } from '#shared/text/index.ts';
import type { PaymentColumnName } from '#shared/text/zh-CN/contracts/imports.ts';
import { columnLetters } from '../column-letters.ts';
import type { Preview } from '../import-kind.ts';
import {
  has,
  inOrder,
  type Line as LineOf,
  type Placed as PlacedOf,
  problem,
  readLines,
} from '../read-lines.ts';
import { byName, nobodyNamed, readValue } from '../read-value.ts';
import type { ReadSheet } from '../workbook.ts';
import {
  codedColumns,
  contentColumns,
  isColumn,
  type PaymentColumn,
  paidColumns,
  paymentColumns,
} from './payment-columns.ts';

type Line = LineOf<PaymentColumn>;
type Placed = readonly PlacedOf<PaymentColumn>[];
type Column = PaymentColumnName;

export type Payable = {
  /** Contracts of this number that may be paid. */
  readonly contractsOf: (contractNo: string) => readonly Contract[];
  readonly around: (contract: Contract) => Around | undefined;
  readonly now: Instant;
};

/** A contract of the file, with its payments as they are after the rows before. */
type Known = { readonly around: Around; readonly payments: Map<string, Counted> };
type File = {
  readonly placed: Placed;
  readonly payable: Payable;
  /** By what a row says, which one said it first. */
  readonly rows: Map<string, number>;
  readonly known: Map<string, Known>;
};

/** Why a row is not taken, at which of its cells; null: as a whole. */
type Wrong = {
  readonly column: Column | null;
  readonly code: string;
  readonly params: Readonly<Record<string, ErrorParam>>;
};
const wrong = (column: Column | null, code: string, params: Wrong['params'] = {}): Wrong => ({
  ...{ column, code, params },
});

const paidSchema = z.strictObject(paidShape);

/** Field codes: those of `readLines`. */
export function readPayments(sheet: ReadSheet, payable: Payable): Result<Preview<ImportedPayment>> {
  const read = readLines(sheet, paymentColumns, (said, { takes }) => readValue(said, takes, nobodyNamed));
  if (!read.ok) return read;
  const { lines, placed, hiddenRows, notRead } = read.value;
  const file: File = { placed, payable, rows: new Map(), known: new Map() };
  return ok({
    rows: lines.length,
    records: lines.map((line) => paymentOf(line, file)),
    problems: [],
    key: columnLetters(placed.find(({ column }) => column.name === 'contractNo')?.at ?? 0),
    ...{ hiddenRows, notRead },
  });
}

function paymentOf(line: Line, file: File): ImportedPayment {
  const found = contractOf(line, file);
  if ('wrong' in found) return refused(line, file, found.wrong);
  const { contract } = found;
  const known = knownOf(contract, file);
  if (known === undefined) return refused(line, file, [unknownContract(line)]);
  const said = saidOf(line, contract, file.placed);
  if (said.wrong.length > 0 || line.problems.length > 0) return refused(line, file, said.wrong, contract);
  const { content, paid } = said;
  const row = identityOf(contract, said);
  const target = targetOf(line, said, row, known, file);
  if ('wrong' in target) return refused(line, file, target.wrong, contract);
  const counted = { id: target.id, content: target.begun?.content ?? content, paid };
  const facts = { ...known.around, payments: [...known.payments.values()] };
  const findings = findingsOf(facts, counted, target.begun !== undefined, file.payable.now);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (paid !== null && errors.length > 0) return refused(line, file, errors.map(wrongBy), contract);
  const becomes = paid !== null ? 'paid' : errors.length > 0 ? 'draft' : 'due';
  known.payments.set(counted.id, { ...counted, status: becomes });
  file.rows.set(row, line.no);
  return {
    ...imported(
      ...([line, counted.id, titleOf(contract, counted.content)] as const),
      paid?.paidAmount ?? counted.content.amount,
    ),
    ...{
      becomes,
      exists: target.begun !== undefined,
      contractId: contract.id,
      content: counted.content,
      paid,
    },
    findings: (becomes === 'draft' ? errors : findings).map((each) => ({ ...each, paths: [...each.paths] })),
    problems: [],
  };
}

/** One that is paid without having been registered before is told of the line as one that is registered would be. */
function findingsOf(
  facts: Parameters<typeof paymentFacts>[0],
  counted: Parameters<typeof paymentFacts>[1],
  isBegun: boolean,
  now: Instant,
): readonly Finding[] {
  const findings = checkPayment(paymentFacts(facts, counted, now));
  if (counted.paid === null || isBegun) return findings;
  const registered = checkPayment(paymentFacts(facts, { ...counted, paid: null }, now));
  return [...findings, ...registered.filter(({ ruleId }) => ruleId === 'payment.line_taken')];
}

function imported({ no, amounts }: Line, id: Id, title: string, amount: number | null) {
  return { no: String(no), rows: [no], id, title, amount, amounts: [...amounts] };
}

function refused(line: Line, file: File, all: readonly Wrong[], contract?: Contract): ImportedPayment {
  const amount = line.values.get('paidAmount') ?? line.values.get('amount');
  const problems = [
    ...line.problems,
    ...all.map(({ column, code, params }) => problem(line.no, file.placed, column, code, params)),
  ];
  const title = contract?.content.contractName ?? String(line.values.get('contractNo') ?? '');
  return {
    ...imported(line, namedId(`row ${line.no}`), title, typeof amount === 'number' ? amount : null),
    ...{ becomes: null, exists: false, contractId: null, content: null, paid: null, findings: [] },
    problems: [...inOrder(problems, paymentColumns)],
  };
}

function titleOf({ content: { contractName } }: Contract, { kind }: PaymentContent): string {
  return paymentPages.name(
    kind === null ? paymentPages.noKind : label(`contracts.payment.${kind}`),
    contractName,
  );
}

function wrongBy({ ruleId, params, paths: [path = ''] }: Finding): Wrong {
  return wrong(isColumn(path) ? path : null, ruleId, params);
}

function unknownContract(line: Line): Wrong {
  return wrong('contractNo', 'excel_no_contract', { value: String(line.values.get('contractNo') ?? '') });
}

/** Where several have the same number, the name says which is meant. */
function contractOf(
  line: Line,
  { payable, placed }: File,
): { readonly contract: Contract } | { readonly wrong: readonly Wrong[] } {
  const no = line.values.get('contractNo');
  if (typeof no !== 'string') {
    return { wrong: has(line, placed, 'contractNo') ? [] : [wrong('contractNo', 'excel_needed')] };
  }
  const numbered = payable.contractsOf(no);
  if (numbered.length === 0) return { wrong: [unknownContract(line)] };
  const name = line.values.get('contractName');
  const named = byName(numbered.map((each) => [each.content.contractName, each]));
  const [contract, second] = typeof name === 'string' ? named(name) : numbered;
  if (contract === undefined) return { wrong: [wrong('contractName', 'excel_no_such_name', { value: no })] };
  return second === undefined
    ? { contract }
    : { wrong: [wrong('contractName', 'excel_several_contracts', { value: no })] };
}

function knownOf(contract: Contract, { payable, known }: File): Known | undefined {
  const before = known.get(contract.id);
  if (before !== undefined) return before;
  const around = payable.around(contract);
  if (around === undefined) return undefined;
  const found = {
    around,
    payments: new Map<string, Counted>(around.payments.map((each) => [each.id, each])),
  };
  known.set(contract.id, found);
  return found;
}

type Said = {
  readonly content: PaymentContent;
  readonly paid: Paid | null;
  /** Columns of the content that are filled in. */
  readonly filled: readonly (typeof contentColumns)[number][];
};

/** What the 付款计划 says holds where a cell is empty. */
function saidOf(line: Line, contract: Contract, placed: Placed): Said & { readonly wrong: readonly Wrong[] } {
  const all: Wrong[] = [];
  const planned = contract.content.payments;
  const no = line.values.get('line');
  const plannedLine = typeof no === 'number' ? planned[no - 1] : undefined;
  if (no !== undefined && plannedLine === undefined) {
    all.push(wrong('line', 'excel_no_line', { most: planned.length }));
  }
  const filled = contentColumns.filter((name) => line.values.has(name));
  const typed = Object.fromEntries(filled.map((name) => [name, typedIn(line, name)]));
  // With its whole amount: a row without one says the same when the file comes again.
  const base = knownPayment(contract, plannedLine ?? null);
  const kind = filled.includes('kind') ? { basis: knownBasis(kindIn(typed)) } : {};
  const planKind = plannedLine?.kind ?? null;
  if (planKind !== null && filled.includes('kind') && typed['kind'] !== planKind) {
    all.push(wrong('kind', 'excel_line_kind', { kind: label(`contracts.payment.${planKind}`) }));
  }
  const paid = paidIn(line, contract, placed, all);
  const amount = typed['amount'] ?? base.amount ?? paid?.paidAmount ?? null;
  const content = paymentContentSchema.safeParse({ ...base, ...kind, ...typed, amount });
  if (!content.success) all.push(...unfit(content.error.issues));
  return { content: content.data ?? base, paid, filled, wrong: all };
}

function typedIn(line: Line, name: Column): unknown {
  const value = line.values.get(name);
  return codedColumns.has(name) ? String(value).toLowerCase() : value;
}

function kindIn({ kind }: { readonly [name: string]: unknown }): PaymentContent['kind'] {
  return paymentKinds.find((each) => each === kind) ?? null;
}

/** Null for what is not paid yet. Whoever says one of its cells has paid; 结清: 否 says nothing. */
function paidIn(line: Line, contract: Contract, placed: Placed, all: Wrong[]): Paid | null {
  const told = paidColumns.filter((name) => has(line, placed, name) && line.values.get(name) !== false);
  if (told.length === 0) return null;
  const missing = (['paidOn', 'paidAmount'] as const).filter((name) => !has(line, placed, name));
  all.push(...missing.map((name) => wrong(name, 'excel_needed')));
  const paidOn = line.values.get('paidOn');
  if (missing.length > 0 || typeof paidOn !== 'string') return null;
  const budgetYear = line.values.get('budgetYear') ?? yearOf(paidOn);
  // Where the contract has one document for the year, it is that.
  const [document = '', second] = documentsOf(contract, Number(budgetYear));
  const paid = paidSchema.safeParse({
    ...{ paidOn, paidAmount: line.values.get('paidAmount'), budgetYear },
    fundingLine: line.values.get('fundingLine') ?? (second === undefined ? document : ''),
    last: line.values.get('last') ?? false,
    vouchers: [],
  });
  if (paid.success) return paid.data;
  if (line.problems.length === 0) all.push(...unfit(paid.error.issues));
  return null;
}

function unfit(issues: Parameters<typeof invalidInput>[0]): readonly Wrong[] {
  return (invalidInput(issues).fields ?? []).map(({ path, code, params = {} }) => {
    const [name = ''] = path.split('.');
    return wrong(isColumn(name) ? name : null, code, params);
  });
}

/** Which instalment is meant, before it is paid. */
function instalmentOf({ lineId, kind, amount, condition, invoiceNo, agreedOn }: PaymentContent): string {
  return JSON.stringify([lineId, kind, amount, condition, invoiceNo, agreedOn]);
}

function identityOf({ id }: Contract, { content, paid }: Said): string {
  return JSON.stringify([id, instalmentOf(content), paid?.paidOn ?? null, paid?.paidAmount ?? null]);
}

const isOpen = ({ status }: Counted) => status === 'draft' || status === 'due';

type Target = { readonly id: Id; readonly begun?: Counted } | { readonly wrong: readonly Wrong[] };

/** Whose payment the row is: a new one, with the id that follows from what it says, or one that is begun and is paid by it. */
function targetOf(line: Line, said: Said, row: string, { around, payments }: Known, file: File): Target {
  const { content, paid } = said;
  const earlier = file.rows.get(row);
  if (earlier !== undefined) return { wrong: [wrong(null, 'excel_same_row', { row: earlier })] };
  const id = importedId(row, payments);
  const own = payments.get(id);
  if (own !== undefined && (paid === null || !isOpen(own))) {
    return { wrong: [wrong(null, 'excel_payment_imported')] };
  }
  const live = [...payments.values()].filter(({ status }) => status !== 'void');
  const plannedLine = around.contract.content.payments.find(({ id: each }) => each === content.lineId);
  // A part of an instalment may follow once the part before it is paid.
  const left = plannedLine === undefined ? undefined : leftOf(plannedLine, live)?.amount;
  const follows = left !== undefined && left !== null && content.amount !== null && content.amount <= left;
  const isSame = (other: Counted) =>
    (content.lineId !== null && other.content.lineId === content.lineId && (isOpen(other) || !follows)) ||
    instalmentOf(other.content) === instalmentOf(content);
  if (paid === null) {
    return live.some(isSame) ? { wrong: [wrong(null, 'excel_payment_begun')] } : { id };
  }
  const again = live.some(
    (other) =>
      other.content.kind === content.kind &&
      other.paid?.paidOn === paid.paidOn &&
      other.paid.paidAmount === paid.paidAmount,
  );
  // What was recorded first and put right since comes out of the same file once more.
  const before = around.payments.some(
    (other) =>
      other.status !== 'void' &&
      other.content.kind === content.kind &&
      other.amendments.some(
        (each) => each.paid.paidOn === paid.paidOn && each.paid.paidAmount === paid.paidAmount,
      ),
  );
  if (again || before) return { wrong: [wrong('paidOn', 'excel_payment_recorded', { on: paid.paidOn })] };
  const { invoiceNo } = content;
  const begun = live.filter(
    (other) =>
      isOpen(other) &&
      (other.id === id || isSame(other) || (invoiceNo !== '' && other.content.invoiceNo === invoiceNo)),
  );
  const [only, second] = begun;
  if (only === undefined) return { id };
  if (second !== undefined) return { wrong: [wrong(null, 'excel_several_payments')] };
  const differing = differingFrom(only.content, line, said);
  return differing.length > 0 ? { wrong: differing } : { id: only.id, begun: only };
}

/** What has been made void may be made once more. */
function importedId(row: string, payments: Known['payments']): Id {
  let id = namedId(`payment of a row ${row}`);
  for (let again = 1; payments.get(id)?.status === 'void'; again += 1) {
    id = namedId(`payment of a row ${row} ${again}`);
  }
  return id;
}

/** What the row says of a payment that is begun must be what it says already: here it is only paid. */
function differingFrom(begun: PaymentContent, line: Line, { content, filled }: Said): readonly Wrong[] {
  const columns: readonly Column[] = [
    ...(line.values.has('line') && begun.lineId !== content.lineId ? (['line'] as const) : []),
    ...filled.filter((name) => begun[name] !== content[name]),
  ];
  return columns.map((name) => wrong(name, 'excel_payment_differs'));
}
