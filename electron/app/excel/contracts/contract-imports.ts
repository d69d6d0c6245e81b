// 导入 of payments, which are made here, and of the 主要标的 of a contract, which the form takes.

import type { ImportedPayment } from '#shared/contract/contracts/imports.ts';
import { mostImportedRows } from '#shared/contract/excel.ts';
import { contracts, mostContractItems } from '#shared/domain/contracts/model.ts';
import { loadAround } from '#shared/domain/contracts/payments/facts.ts';
import { uuidV7 } from '#shared/kernel/ids.ts';
import { contractItemTemplateNotes, paymentTemplateNotes } from '#shared/text/zh-CN/contracts/imports.ts';
import { excelSheets } from '#shared/text/zh-CN/excel.ts';
import type { Account } from '../../account.ts';
import { beginsOn } from '../../query/contracts/payments.ts';
import type { Handlers } from '../../query/handler.ts';
import { loaded } from '../../query/load-facts.ts';
import { record } from '../../query/records.ts';
import { failureOf, importHandlersOf, type Made } from '../import-handlers.ts';
import { byName } from '../read-value.ts';
import { contractItemColumns } from './contract-item-columns.ts';
import { readContractItems } from './import-contract-items.ts';
import { type Payable, readPayments } from './import-payments.ts';
import { paymentColumns } from './payment-columns.ts';

const payments = importHandlersOf({
  of: 'payments',
  sheet: excelSheets.payments,
  columns: paymentColumns,
  mostRows: mostImportedRows,
  notes: paymentTemplateNotes(mostImportedRows),
  preview: (account, sheet) => readPayments(sheet, payableOf(account)),
});

const contractItems = importHandlersOf({
  of: 'contractItems',
  sheet: excelSheets.contractItems,
  columns: contractItemColumns,
  mostRows: mostContractItems,
  notes: contractItemTemplateNotes(mostContractItems),
  preview: (account, sheet) =>
    readContractItems(sheet, () => uuidV7(account.ports.clock(), account.ports.randomBytes(10))),
});

export const contractImportHandlers: Handlers<
  | 'payments.importTemplate'
  | 'payments.importPreview'
  | 'payments.importNotes'
  | 'payments.import'
  | 'contractItems.importTemplate'
  | 'contractItems.importPreview'
  | 'contractItems.importNotes'
> = {
  'payments.importTemplate': payments.template,
  'payments.importPreview': payments.preview,
  'payments.importNotes': payments.notes,
  'payments.import': payments.making(makePayment),
  'contractItems.importTemplate': contractItems.template,
  'contractItems.importPreview': contractItems.preview,
  'contractItems.importNotes': contractItems.notes,
};

/** Begun, where it is not yet, and registered or paid: what is refused of the latter leaves a draft. */
function makePayment(account: Account, row: ImportedPayment, acknowledged: boolean): Made {
  const { id, becomes, exists, contractId, content, paid, findings } = row;
  const warnings = becomes === 'draft' ? [] : findings.map(({ ruleId }) => ruleId);
  if (warnings.length > 0 && !acknowledged) {
    return { state: 'refused', error: { code: 'warning_unacknowledged' }, stop: false };
  }
  const begun = exists ? undefined : failureOf(account, 'payments.create', { id, contractId, content });
  if (begun !== undefined) return { state: 'refused', ...begun };
  const step = { id, acknowledged: warnings };
  const failed =
    becomes === 'paid'
      ? failureOf(account, 'payments.pay', { ...step, ...paid })
      : becomes === 'due'
        ? failureOf(account, 'payments.submit', step)
        : undefined;
  if (failed === undefined) return { state: 'made' };
  return { state: exists ? 'refused' : 'draft', ...failed };
}

type Numbered = { readonly id: string; readonly contractNo: string };

/** What this account may pay, by the numbers of its contracts. */
function payableOf(account: Account): Payable {
  const { db } = account.replica.connection;
  const numbered = db
    .prepare<[], Numbered>(
      `SELECT id, contract_no AS contractNo FROM contracts
        WHERE status IN ('submitted', 'papers', 'received', 'terminated')`,
    )
    .all();
  const ids = byName(numbered.map(({ contractNo, id }) => [contractNo, id]));
  const now = account.now();
  return {
    now,
    contractsOf: (contractNo) =>
      ids(contractNo).flatMap((id) => {
        const found = record(account, contracts, id);
        return found.ok && beginsOn(account, found.value.row) ? [found.value.row] : [];
      }),
    around(contract) {
      const around = loaded(account.replica, loadAround({ contractId: contract.id }, { now }));
      return around.ok ? around.value : undefined;
    },
  };
}
