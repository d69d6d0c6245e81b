// 公共服务项目验收结果公告 (财办库〔2020〕50号, 9; 条例 art 45): what of an acceptance is published. Findings line by line, papers and whatever the parties wrote to each other are not.
import { fillInText } from '#shared/text/zh-CN/announcements-document.ts';
import { acceptancePaperText } from '#shared/text/zh-CN/contracts/acceptance-papers.ts';
import { fitsMessage } from '../../announcements/messages.ts';
import { parseValues } from '../../announcements/parse-values.ts';
import { withoutTurns } from '../../announcements/published-text.ts';
import { richTextOf } from '../../announcements/rich-text.ts';
import { templateOf } from '../../announcements/templates/index.ts';
import type { Values } from '../../announcements/values.ts';
import { type Contract, supplierNow } from '../model.ts';
import { besideContract, noticeContent, onOneLine } from '../notice.ts';
import type { Acceptance, AcceptanceField } from './model.ts';

const { notice: words } = acceptancePaperText;

/** Of public services alone, and never of what is a state secret. */
export function isAnnounced(contract: Contract, { content }: Pick<Acceptance, 'content'>): boolean {
  return content.publicService && !contract.content.secret;
}

export function acceptanceNoticeContent(
  contract: Contract,
  { content }: Pick<Acceptance, 'content'>,
): Values {
  const { items, period, performancePlace } = contract.content;
  const { periodFrom, periodUntil, conclusion } = content;
  const one = (of: 'name' | 'requirement') =>
    [...new Set(items.map((item) => onOneLine(item[of])))].filter((text) => text !== '').join('；');
  const accepted =
    content.stage === 'period' && periodFrom !== null && periodUntil !== null
      ? words.period(onOneLine(period), periodFrom, periodUntil)
      : onOneLine(period);
  return {
    ...partiesSaid(contract),
    serviceContent: one('name') || onOneLine(contract.content.contractName),
    serviceRequirement: one('requirement') || onOneLine(content.standards),
    servicePeriod: accepted,
    servicePlace: onOneLine(performancePlace),
    acceptedOn: content.heldOn,
    members: content.members.map(({ id, name, unit, role }) => ({
      id,
      cells: {
        name: onOneLine(name),
        unit: unit === '' ? null : onOneLine(unit),
        role: (role ?? 'other').toUpperCase(),
      },
    })),
    opinion: richTextOf(
      [
        conclusion === null ? '' : words.conclusion(conclusion),
        withoutTurns(content.groupOpinion),
        content.servedOpinion === '' ? '' : words.served(withoutTurns(content.servedOpinion)),
      ]
        .filter((text) => text !== '')
        .join('\n'),
    ),
  };
}

/** Contract and parties as the 合同公告 has them. */
const ofContract = [
  'contractNo',
  'contractName',
  'purchaserContact',
  'supplierName',
  'supplierAddress',
  'supplierContact',
] as const;

function partiesSaid(contract: Contract): Values {
  const { name, tookOver } = supplierNow(contract);
  const signed = noticeContent(contract);
  // Address and contact are those of who signed: of who took it over nobody has published them.
  const said = tookOver
    ? {
        ...signed,
        supplierName: onOneLine(name),
        supplierAddress: fillInText.notPublished,
        supplierContact: fillInText.notPublished,
      }
    : signed;
  return Object.fromEntries(ofContract.map((field) => [field, said[field] ?? null]));
}

/** Which field of the acceptance a field of the notice comes from. What comes from the contract has been published before. */
const saidBy: ReadonlyMap<string, AcceptanceField> = new Map([
  ['serviceRequirement', 'standards'],
  ['acceptedOn', 'heldOn'],
  ['members', 'members'],
  ['opinion', 'groupOpinion'],
]);

/** The fields whose content the format of the notice cannot take, or all of it too much for one message. */
export function unfitForAcceptanceNotice(
  contract: Contract,
  acceptance: Pick<Acceptance, 'content'>,
): readonly AcceptanceField[] {
  if (!isAnnounced(contract, acceptance)) return [];
  const values = acceptanceNoticeContent(contract, acceptance);
  const parsed = parseValues(templateOf('ACCEPTANCE'), values);
  const wrong = parsed.ok ? [] : (parsed.error.fields ?? []).map(({ path }) => path.split('.')[0] ?? '');
  const fields = wrong.flatMap((field) => saidBy.get(field) ?? []);
  const fits = fitsMessage({ ...values, projectName: 'x'.repeat(besideContract) });
  return [...new Set([...fields, ...(fits ? [] : (['groupOpinion'] as const))])];
}
