// 合同变更公告 (财办库〔2023〕243号): what of a change is published.

import { toPlainDate } from '#shared/kernel/dates.ts';
import { normaliseUscc } from '#shared/kernel/uscc.ts';
import { label } from '#shared/text/index.ts';
import { fillInText } from '#shared/text/zh-CN/announcements-document.ts';
import { fitsMessage } from '../../announcements/messages.ts';
import { parseValues } from '../../announcements/parse-values.ts';
import { withoutTurns } from '../../announcements/published-text.ts';
import { richTextOf } from '../../announcements/rich-text.ts';
import { templateOf } from '../../announcements/templates/index.ts';
import type { Values } from '../../announcements/values.ts';
import { type Contract, supplierNow } from '../model.ts';
import { besideContract, onOneLine, publicFiles } from '../notice.ts';
import { countedAmount, hasAmount } from './amounts.ts';
import type { ContractChange, ContractChangeField } from './model.ts';

export function changeNoticeContent(
  contract: Contract,
  { content }: Pick<ContractChange, 'content'>,
): Values {
  const { contractNo, contractName, files } = contract.content;
  const { name: supplierName, members } = supplierNow(contract);
  const names = members.map(({ name }) => name);
  return {
    origContractNo: onOneLine(contractNo),
    origContractName: onOneLine(contractName),
    supplierName: onOneLine(fillInText.winner(supplierName, names)),
    firstPublishedOn: contract.publishedAt === null ? null : toPlainDate(contract.publishedAt),
    changedClauses: content.kind === 'termination' ? fillInText.contractEnded : onOneLine(content.clauses),
    changeContent: richTextOf([withoutTurns(content.description), ...saidBesides(content)].join('\n')),
    changedOn: content.changedOn,
    origFile: publicFiles(files),
    supplementFile: publicFiles(content.files),
  };
}

/** What the format has no line for: by how much, who takes the contract over, or why it ends. */
function saidBesides(content: ContractChange['content']): readonly string[] {
  const { kind, newSupplier, newSupplierUscc, terminationReason } = content;
  const amount = countedAmount(content);
  if (kind === 'party')
    return [fillInText.takenOverBy(onOneLine(newSupplier), normaliseUscc(newSupplierUscc))];
  if (kind === 'termination')
    return terminationReason === null
      ? []
      : [fillInText.endedFor(label(`contractChanges.ended.${terminationReason}`))];
  return amount === null || !hasAmount(kind) ? [] : [fillInText.changedAmount(kind, amount)];
}

/** Which field of the change a field of the notice comes from. What comes from the contract has been published before. */
const saidBy: ReadonlyMap<string, ContractChangeField> = new Map([
  ['changedClauses', 'clauses'],
  ['changeContent', 'description'],
  ['changedOn', 'changedOn'],
  ['supplementFile', 'files'],
]);

/** The fields of the change whose content the format of the notice cannot take, or all of it too much for one message. */
export function unfitForChangeNotice(
  contract: Contract,
  change: Pick<ContractChange, 'content'>,
): readonly ContractChangeField[] {
  if (contract.content.secret) return [];
  const values = changeNoticeContent(contract, change);
  const parsed = parseValues(templateOf('CONTRACT_CHANGE'), values);
  const wrong = parsed.ok ? [] : (parsed.error.fields ?? []).map(({ path }) => path.split('.')[0] ?? '');
  const fields = wrong.flatMap((field) => saidBy.get(field) ?? []);
  const fits = fitsMessage({ ...values, projectName: 'x'.repeat(besideContract) });
  return [...new Set([...fields, ...(fits ? [] : (['description'] as const))])];
}
