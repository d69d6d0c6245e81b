// 付款 for the window: which contracts may be paid, the payments of a contract, one of them, the form while one types, and the figures of a year.
import type {
  ContractToPay,
  DueDay,
  PaymentFigures,
  PaymentItem,
} from '#shared/contract/contracts/payments.ts';
import { loadCalendar } from '#shared/domain/admin/load-calendar.ts';
import { takenBy } from '#shared/domain/contracts/breaches/in-effect.ts';
import { breaches } from '#shared/domain/contracts/breaches/model.ts';
import { amountNow, amountsOf } from '#shared/domain/contracts/changes/amounts.ts';
import { type Contract, contracts, supplierNow, wasInForce } from '#shared/domain/contracts/model.ts';
import { createPayment } from '#shared/domain/contracts/payments/commands/create.ts';
import { loadAround, paymentFacts } from '#shared/domain/contracts/payments/facts.ts';
import { openLines } from '#shared/domain/contracts/payments/known-content.ts';
import { type Paid, type Payment, payments } from '#shared/domain/contracts/payments/model.ts';
import { fixedAmount } from '#shared/domain/contracts/payments/settled.ts';
import { paymentActions } from '#shared/domain/contracts/payments/workflow.ts';
import { toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { agreedDay, dueOf } from '#shared/rules/contracts/payment-due.ts';
import { daysLate, interestOf, lprOn, rateOf } from '#shared/rules/contracts/payment-interest.ts';
import { checkPayment } from '#shared/rules/contracts/payment-rules.ts';
import { explainFrom } from '#shared/rules/deadlines/explain-from.ts';
import type { Account } from '../../account.ts';
import { explanationOf } from '../explanations.ts';
import type { Handlers } from '../handler.ts';
import { loaded } from '../load-facts.ts';
import { marksOf } from '../marks.ts';
import { record, visibleRows } from '../records.ts';
import { settingOf } from '../settings.ts';
import { contractsOffered } from './contracts-offered.ts';

export const paymentHandlers: Handlers<
  'payments.choosable' | 'payments.ofContract' | 'payments.get' | 'payments.check' | 'payments.figures'
> = {
  'payments.choosable': {
    answer(account, { text, limit }, desk) {
      if (!mayBegin(account)) return ok({ contracts: [] });
      desk.search.catchUp();
      return ok({ contracts: choosable(account, text, limit) });
    },
  },
  'payments.ofContract': {
    answer(account, { contractId }) {
      const found = record(account, contracts, contractId);
      if (!found.ok) return found;
      const contract = found.value.row;
      const all = visibleRows(account, payments, { contractId });
      const open = all.filter(({ status }) => status === 'due');
      const today = toPlainDate(account.now());
      const late = open.filter(({ due }) => due !== null && due.on < today);
      const days = open.flatMap(({ due }) => (due === null ? [] : [due.on])).toSorted();
      const sum = (rows: readonly Payment[]) => sumFen(rows.map(({ content }) => content.amount ?? 0));
      const { paid, retained, settledOn } = contract.performance;
      return ok({
        amount: amountNow(amountsOf(contract)),
        fixed: fixedAmount(contract) !== null,
        ...{ paid, retained, settledOn, owed: sum(open), overdue: sum(late), nextDue: days[0] ?? null },
        payments: itemsOf(account, all),
        openLines: [...openLines(contract, all)],
        begin: beginsOn(account, contract),
      });
    },
  },
  'payments.get': {
    answer(account, { id }) {
      const found = record(account, payments, id);
      if (!found.ok) return found;
      const { row, version } = found.value;
      const contract = record(account, contracts, row.contractId);
      const known = contract.ok ? contract.value.row : null;
      return ok({
        payment: row,
        version,
        mark: marksOf(account)(payments.name, id),
        actions: [...paymentActions(account.actor, row)],
        due: dueDay(account, row, known),
        asksLast: asksLast(account, row, known),
        secret: known?.content.secret ?? false,
        funding: (known?.funding ?? []).flatMap(({ budgetYear, documentNo, withdrawn }) =>
          withdrawn === null ? [{ budgetYear, documentNo }] : [],
        ),
      });
    },
  },
  'payments.check': {
    answer(account, { id, contractId, content, paid }) {
      const contract = record(account, contracts, contractId);
      if (!contract.ok) return contract;
      const now = account.now();
      const around = loaded(account.replica, loadAround({ contractId }, { now }));
      if (!around.ok) return around;
      if (around.value === undefined) return err({ code: 'not_found' });
      const facts = paymentFacts(around.value, { id: id ?? '', content, paid }, now);
      const { fixed, amount, registered, lpr } = facts;
      return ok({
        findings: checkPayment(facts).map((finding) => ({ ...finding, paths: [...finding.paths] })),
        contract: contract.value.row,
        due: dueDay(account, { content, due: dueOf(content), paid }, contract.value.row),
        left: fixed && amount !== null ? amount - registered : null,
        lpr,
      });
    },
  },
  'payments.figures': {
    answer: (account, { budgetYear, purchaserId }) =>
      ok({ units: [...figuresOf(account, budgetYear, purchaserId)] }),
  },
};

/** Only who pays knows which payment is the last of an estimate, or of a sum from which something is deducted. */
function asksLast(account: Account, { content, contractId }: Payment, contract: Contract | null): boolean {
  if (content.kind === 'retention') return true;
  if (contract === null) return false;
  return (
    fixedAmount(contract) === null || takenBy(visibleRows(account, breaches, { contractId })).deducted > 0
  );
}

function mayBegin({ actor: { role } }: Account): boolean {
  return createPayment.access.roles.some((each) => each === role);
}

export function beginsOn(account: Account, contract: Contract): boolean {
  return mayBegin(account) && account.actor.organisationId === contract.purchaserId && wasInForce(contract);
}

const order = { draft: 0, due: 1, paid: 2, void: 3 } as const;

function itemsOf(account: Account, all: readonly Payment[]): PaymentItem[] {
  const mark = marksOf(account);
  return all
    .toSorted((a, b) => order[a.status] - order[b.status] || a.createdAt - b.createdAt)
    .map(({ id, status, content, due, paid }) => ({
      ...{ id, status, kind: content.kind, lineId: content.lineId },
      amount: paid?.paidAmount ?? content.amount ?? 0,
      ...{ dueOn: due?.on ?? null, paidOn: paid?.paidOn ?? null, budgetYear: paid?.budgetYear ?? null },
      mark: mark(payments.name, id),
    }));
}

type Owed = Pick<Payment, 'content' | 'due'> & { readonly status?: Payment['status'] } & {
  readonly paid: Paid | null;
};

function dueDay(
  account: Account,
  { status, content, due, paid }: Owed,
  contract: Contract | null,
): DueDay | null {
  if (due === null || status === 'void') return null;
  const calendar = loaded(account.replica, loadCalendar(yearOf(due.on)));
  const explanation =
    due.ruleId === agreedDay || !calendar.ok
      ? undefined
      : explainFrom(due.ruleId, due.from, { calendar: calendar.value });
  const days = daysLate(due.on, paid?.paidOn ?? toPlainDate(account.now()));
  const lpr = lprOn(settingOf(account)('payments.lpr'), contract?.content.signedOn ?? null);
  const rate = rateOf(content, lpr);
  const amount = paid?.paidAmount ?? content.amount ?? 0;
  return {
    on: due.on,
    explanation: explanation === undefined ? null : explanationOf(explanation),
    lateness:
      days === 0
        ? null
        : {
            days,
            interest: rate === null ? null : interestOf(amount, rate, days),
            percent: rate?.kind === 'annual' ? rate.percent : null,
            perDay: rate === null || paid !== null ? null : interestOf(amount, rate, 1),
          },
  };
}

/** In force or ended. */
function choosable(account: Account, text: string, most: number): ContractToPay[] {
  const states = ['submitted', 'papers', 'received', 'terminated'] as const;
  const fits = (contract: Contract) => beginsOn(account, contract);
  return contractsOffered(account, { text, states, most, fits }).map((contract) => ({
    ...{ id: contract.id, projectName: contract.projectName },
    contractNo: contract.content.contractNo,
    contractName: contract.content.contractName,
    supplierName: supplierNow(contract).name,
    amount: amountNow(amountsOf(contract)),
    paid: contract.performance.paid,
  }));
}

const open = "status = 'due'";
const late = `${open} AND due_order < @today`;
const sum = (test: string, of = '1') => `sum(CASE WHEN ${test} THEN ${of} ELSE 0 END)`;

/** Sums over a range of one index, without a row being read. */
export function figuresStatement(ofUnit: boolean): string {
  return summed(`budget_year = @budgetYear${ofUnit ? ' AND purchaser_id = @purchaserId' : ''}`);
}

/** What is overdue from the years before: it is still owed in this one. */
export function arrearsStatement(ofUnit: boolean): string {
  const unit = ofUnit ? ' AND purchaser_id = @purchaserId' : '';
  return summed(`budget_year < @budgetYear AND ${late}${unit}`);
}

function summed(which: string): string {
  return `SELECT purchaser_id AS purchaserId, purchaser_name AS purchaserName,
      ${sum("status = 'paid'")} AS paidCount, ${sum("status = 'paid'", 'amount')} AS paidAmount,
      ${sum("status = 'paid' AND in_time IS NOT NULL")} AS datedCount,
      ${sum("status = 'paid' AND in_time = 1")} AS inTimeCount,
      ${sum(open)} AS dueCount, ${sum(open, 'amount')} AS dueAmount,
      ${sum(late)} AS overdueCount, ${sum(late, 'amount')} AS overdueAmount,
      ${sum(`${late} AND size = 'sme'`, 'amount')} AS overdueToSmall
    FROM payments INDEXED BY payments_figures
    WHERE ${which}
    GROUP BY purchaser_id, purchaser_name`;
}

function together(one: PaymentFigures, other: PaymentFigures): PaymentFigures {
  const of = (figure: Exclude<keyof PaymentFigures, 'purchaserId' | 'purchaserName'>) =>
    one[figure] + other[figure];
  return {
    ...one,
    ...{ paidCount: of('paidCount'), paidAmount: of('paidAmount') },
    ...{ datedCount: of('datedCount'), inTimeCount: of('inTimeCount') },
    ...{ dueCount: of('dueCount'), dueAmount: of('dueAmount') },
    ...{ overdueCount: of('overdueCount'), overdueAmount: of('overdueAmount') },
    overdueToSmall: of('overdueToSmall'),
  };
}

/** Units with the most overdue first. Nobody knows while the rows or their index are still to come. */
function figuresOf(
  account: Account,
  budgetYear: number,
  purchaserId: string | null,
): readonly PaymentFigures[] {
  const { replica } = account;
  const today = toPlainDate(account.now());
  if (!replica.indexes.has('payments_figures')) return [];
  const params = {
    ...{ budgetYear, today },
    ...(purchaserId === null ? {} : { purchaserId }),
  };
  const asked = (statement: (ofUnit: boolean) => string) =>
    replica.connection.db
      .prepare<Record<string, string | number>[], PaymentFigures>(statement(purchaserId !== null))
      .all(params);
  // A year that has not begun yet has no arrears.
  const carried = budgetYear > yearOf(today) ? [] : asked(arrearsStatement);
  const units = new Map<string, PaymentFigures>();
  for (const unit of [...asked(figuresStatement), ...carried]) {
    const known = units.get(unit.purchaserId);
    units.set(unit.purchaserId, known === undefined ? unit : together(known, unit));
  }
  const found = [...units.values()];
  return found.toSorted((a, b) => b.overdueToSmall - a.overdueToSmall || b.overdueAmount - a.overdueAmount);
}
