// 合同公告 (财办库〔2020〕50号, 8): what of the contract is published. Accounts, banks and the full text are not; of a supplier without a code, who may be a person, no telephone either.
import { fillInText } from '#shared/text/zh-CN/announcements-document.ts';
import { fitsMessage } from '../announcements/messages.ts';
import { parseValues } from '../announcements/parse-values.ts';
import { withoutTurns } from '../announcements/published-text.ts';
import { richTextOf } from '../announcements/rich-text.ts';
import { templateOf } from '../announcements/templates/index.ts';
import type { Values } from '../announcements/values.ts';
import type { Contract, ContractField } from './model.ts';

export function noticeContent({ content, result }: Pick<Contract, 'content' | 'result'>): Values {
  const { supplierName, supplierAddress, supplierUscc, members } = result;
  const contact = supplierUscc === '' ? fillInText.notPublished : content.supplierContact;
  const names = members.map(({ name }) => name);
  return {
    contractNo: onOneLine(content.contractNo),
    contractName: onOneLine(content.contractName),
    purchaserContact: onOneLine(content.purchaserContact),
    supplierName: onOneLine(fillInText.winner(supplierName, names)),
    supplierAddress: onOneLine(supplierAddress),
    supplierContact: onOneLine(contact),
    items: content.items.map(({ id, name, spec, requirement, qty, unitPrice }) => ({
      id,
      cells: {
        itemName: onOneLine(name),
        itemSpec: spec === '' ? null : onOneLine(spec),
        itemRequirement: requirement === '' ? null : onOneLine(requirement),
        itemQty: onOneLine(qty),
        itemUnitPrice: unitPrice,
      },
    })),
    contractAmount: content.amount,
    performance: fillInText.performance(
      withoutTurns(content.period),
      withoutTurns(content.performancePlace),
      withoutTurns(content.rate),
      content.amountKind === 'unit' || content.amountKind === 'rate',
    ),
    signedOn: content.signedOn,
    contractFile: publicFiles(content.files),
    ...(content.other === '' ? {} : { other: richTextOf(withoutTurns(content.other)) }),
  };
}

/** Which field of the contract a field of the notice comes from, where they are named otherwise. */
const saidBy: Readonly<Record<string, ContractField>> = {
  contractFile: 'files',
  contractAmount: 'amount',
  performance: 'period',
};

/** Number and name of the project, name and address of the unit: what the notice says beside the contract, in bytes at most. */
export const besideContract = 4000;

/** The fields of the contract whose content the format of the notice cannot take, or all of it too much for one message. */
export function unfitForNotice(contract: Pick<Contract, 'content' | 'result'>): readonly string[] {
  if (contract.content.secret) return [];
  const values = noticeContent(contract);
  const parsed = parseValues(templateOf('CONTRACT'), values);
  const wrong = parsed.ok ? [] : (parsed.error.fields ?? []).map(({ path }) => path.split('.')[0] ?? '');
  const fields = wrong.map((field) => saidBy[field] ?? field);
  const fits = fitsMessage({ ...values, projectName: 'x'.repeat(besideContract) });
  return [...new Set([...fields, ...(fits ? [] : ['items'])])];
}

/** What may be published of the files. */
export function publicFiles<File extends { readonly purpose: string }>(files: readonly File[]) {
  return files.filter(({ purpose }) => purpose === 'public').map(({ purpose: _, ...file }) => file);
}

/** Fit to be published, on one line. */
export function onOneLine(value: string): string {
  return withoutTurns(value).replace(/\s+/gu, ' ').trim();
}
