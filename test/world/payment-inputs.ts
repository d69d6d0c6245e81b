// Inputs of the commands on payments: of contracts in force, for a part of what they amount to.
import { isInForce } from '#shared/domain/contracts/model.ts';
import { emptyPayment, type Payment } from '#shared/domain/contracts/payments/model.ts';
import { toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import { examplePaid, examplePaymentContent } from '#shared/rules/contracts/payment-example.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { type Draw, idOr, nth, startsAt, withReason } from './inputs-common.ts';

/** One that the command may start at, or any. */
function paymentFor(command: string, { view, pick, fit }: Draw): Payment | undefined {
  return nth(fit ? view.payments.filter(startsAt(command)) : view.payments, pick);
}

/** What was to be paid, or another part of it. */
function paidIn(command: string, draw: Draw) {
  const { view, random } = draw;
  const payment = paymentFor(command, draw);
  const today = toPlainDate(view.now);
  const amount = payment?.content.amount ?? 1;
  return {
    ...examplePaid,
    id: idOr(payment, random, view.now),
    ...{ paidOn: today, budgetYear: yearOf(today), fundingLine: '示例指标', last: random.chance(0.2) },
    paidAmount: random.chance(0.8) ? amount : Math.ceil(amount / 2),
    acknowledged: everyWarning,
  };
}

export const paymentInputs: ReadonlyMap<string, (draw: Draw) => unknown> = new Map<
  string,
  (draw: Draw) => unknown
>([
  [
    'payments.create',
    (draw: Draw) => {
      const { view, random, pick, fit } = draw;
      const contract = nth(fit ? view.contracts.filter(isInForce) : view.contracts, pick);
      const { amount, signedOn } = contract?.content ?? { amount: 1, signedOn: null };
      const kind = random.pick(['progress', 'progress', 'advance', 'acceptance', 'retention'] as const);
      const part = Math.floor((amount ?? 0) / random.int(1, 3));
      const agreedOn = kind === 'advance' || kind === 'retention' ? signedOn : null;
      return {
        id: fit ? random.uuid(view.now) : idOr(paymentFor('payments.edit', draw), random, view.now),
        contractId: idOr(contract, random, view.now),
        content: {
          ...examplePaymentContent,
          ...{ kind, amount: part, invoiceAmount: part, basis: 'delivery', agreedOn },
          ...{ deliveredOn: signedOn, acceptedOn: null, invoiceOn: signedOn },
        },
      };
    },
  ],
  [
    'payments.edit',
    (draw: Draw) => {
      const payment = paymentFor('payments.edit', draw);
      const { note } = payment?.content ?? emptyPayment;
      const to = draw.random.pick(['示例备注一', '示例备注二']);
      return {
        id: idOr(payment, draw.random, draw.view.now),
        changes: [{ field: 'note', from: note, to }],
      };
    },
  ],
  ['payments.pay', (draw: Draw) => paidIn('payments.pay', draw)],
  ['payments.amend', (draw: Draw) => ({ ...paidIn('payments.amend', draw), ...withReason(draw) })],
]);
