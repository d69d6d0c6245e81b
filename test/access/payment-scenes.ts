// Payments in every state for the cells of the matrix, of a contract that is filed.
import { type Bond, type Contract, contracts } from '#shared/domain/contracts/model.ts';
import {
  type Payment,
  type PaymentStatus,
  paymentSchema,
  payments,
} from '#shared/domain/contracts/payments/model.ts';
import { examplePaid, examplePaymentContent } from '#shared/rules/contracts/payment-example.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { carriedOut } from './announcement-scenes.ts';
import { idOf, matrixClock, matrixToday } from './cast.ts';
import { filed } from './contract-scenes.ts';
import type { Stored } from './records.ts';
import { type Cell, labelOf, type Scene } from './scenes.ts';

type Deeds = Parameters<typeof carriedOut>[2];
const acknowledged = everyWarning;

/** Who writes it: the agency has no part in it, whoever the cell is about. */
const writerOf = ({ role }: Cell) => (role === 'agency' ? 'clerk' : 'author');

/** A part of what was won, delivered today. */
const content = {
  ...examplePaymentContent,
  ...{ kind: 'progress' as const, basis: 'delivery' as const, amount: 1, invoiceAmount: 1 },
  ...{ deliveredOn: matrixToday, acceptedOn: null, invoiceOn: matrixToday },
};
export const paidToday = {
  ...examplePaid,
  ...{ paidOn: matrixToday, paidAmount: 1, fundingLine: '示例指标', acknowledged },
};

function before(cell: Cell) {
  const { own, all } = filed(cell, 'submitted');
  return { all, input: { id: idOf(`payment/${labelOf(cell)}`), contractId: own.id, content } };
}

function brought(cell: Cell, status: PaymentStatus) {
  const { all, input } = before(cell);
  const { id } = input;
  const by = writerOf(cell);
  const created: Deeds = [['payments.create', by, input]];
  const registered: Deeds = [...created, ['payments.submit', by, { id, acknowledged }]];
  const stepsTo: Readonly<Record<PaymentStatus, Deeds>> = {
    draft: created,
    due: registered,
    paid: [...registered, ['payments.pay', by, { id, ...paidToday }]],
    void: [...registered, ['payments.void', by, { id, reason: '示例原因' }]],
  };
  const rows: readonly Stored[] = carriedOut(cell, all, stepsTo[status]);
  const own = rows.find(({ entity, row }) => entity === payments.name && row.id === id);
  return { own: paymentSchema.parse(own?.row), all: rows };
}

export function paymentIn(status: PaymentStatus, input: (payment: Payment) => unknown): Scene {
  return (cell) => {
    const { own, all } = brought(cell, status);
    return { stored: all, input: input(own) };
  };
}

export const newPayment: Scene = (cell) => {
  const { all, input } = before(cell);
  return { stored: all, input };
};

export function paymentRow(cell: Cell, status: PaymentStatus): Payment {
  return brought(cell, status).own;
}

export const bondToday = { receivedOn: matrixToday, expiresOn: null, returnBy: null, bondFiles: [] };
export const bondHeld: Bond = {
  ...{ receivedOn: matrixToday, expiresOn: null, returnBy: null, returned: null, undone: [], files: [] },
};
export const bondReturned: Bond = { ...bondHeld, returned: { on: matrixToday, amount: 1 } };

/** A contract that is filed and asks for a 履约保证金. */
export function contractWithBond(bond: Bond | null, input: (contract: Contract) => unknown): Scene {
  return (cell) => {
    const { own, all } = filed(cell, 'received');
    const content = { ...own.content, bondAmount: 1, bondForm: 'transfer' as const };
    const contract = { ...own, content, bond };
    const stored = all.map((each) =>
      each.entity === contracts.name && each.row.id === own.id ? { ...each, row: contract } : each,
    );
    return { stored, input: input(contract) };
  };
}

export const fundingOfNextYear = {
  ...{ lineId: idOf('funding line'), budgetYear: Number(matrixToday.slice(0, 4)) + 1, fundSource: 'GENERAL' },
  ...{ fundAmount: 1, documentNo: '示例文号' },
};

/** A contract in force, with a line of next year's budget or without one. */
export function contractWithFunding(has: boolean, input: (contract: Contract) => unknown): Scene {
  const { lineId: id, budgetYear, fundSource: source, fundAmount: amount, documentNo } = fundingOfNextYear;
  const line = { id, budgetYear, source, amount, documentNo, at: matrixClock, by: '示例', withdrawn: null };
  return (cell) => {
    const { own, all } = filed(cell, 'received');
    const contract = { ...own, funding: has ? [line] : [] };
    const stored = all.map((each) =>
      each.entity === contracts.name && each.row.id === own.id ? { ...each, row: contract } : each,
    );
    return { stored, input: input(contract) };
  };
}
