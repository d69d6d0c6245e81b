// 履约验收书 (法 art 41; 条例 art 45): printed from the draft for the members to sign, and made anew at every look from what was recorded. 验收方案, 验收情况, 验收结论 in this order.
import type { DocumentBlock, OfficialDocument } from '#shared/documents/model.ts';
import { fieldsOf, paragraph, sectionsOf } from '#shared/documents/parts.ts';
import { formatChineseDate, type PlainDate } from '#shared/kernel/dates.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { toRmbUppercase } from '#shared/kernel/rmb-uppercase.ts';
import { label } from '#shared/text/index.ts';
import { acceptancePaperText as words } from '#shared/text/zh-CN/contracts/acceptance-papers.ts';
import { withoutTurns } from '../../../announcements/published-text.ts';
import type { Project, Section } from '../../../projects/model.ts';
import { amountNow, amountsOf } from '../../changes/amounts.ts';
import { type Contract, supplierNow } from '../../model.ts';
import type { Acceptance, AcceptanceContent } from '../model.ts';
import { partsOf } from '../parts.ts';

export type Held = {
  readonly acceptance: Pick<Acceptance, 'content' | 'acceptanceNo' | 'concludedAt'>;
  readonly contract: Contract;
  readonly section: Section;
  readonly project: Project;
};
type Part = readonly [heading: string, ...blocks: DocumentBlock[]];

const { facts, parts, columns } = words;

export function recordOf({ acceptance, contract, section, project }: Held): OfficialDocument {
  const { content, acceptanceNo } = acceptance;
  const sections: readonly Part[] = [
    [parts.project, ...projectFacts(contract, section, project)],
    [parts.method, ...methodFacts(content)],
    [parts.members, membersTable(content)],
    [parts.standards, paragraph(said(content.standards))],
    [parts.rows, rowsTable(content)],
    ...(content.thirdParty === ''
      ? []
      : [
          [
            parts.thirdParty,
            ...fieldsOf(
              [facts.thirdParty, clean(content.thirdParty)],
              [facts.opinion, said(content.thirdPartyOpinion)],
            ),
          ] satisfies Part,
        ]),
    ...(content.publicService ? [[parts.served, paragraph(said(content.servedOpinion))] satisfies Part] : []),
    [parts.problems, paragraph(content.problems === '' ? words.none : clean(content.problems))],
    [parts.group, ...conclusionFacts(content, contract)],
    [parts.signatures, signaturesTable(content)],
    [
      parts.purchaser,
      paragraph(said(content.purchaserOpinion)),
      paragraph(words.signHere(words.purchaserSide)),
    ],
    [parts.supplier, ...supplierWords(content), paragraph(words.signHere(words.supplierSide))],
  ];
  return {
    title: words.title,
    blocks: [
      { kind: 'number', text: acceptanceNo === null ? words.draft : words.number(clean(acceptanceNo)) },
      ...sectionsOf(...sections),
    ],
    signature: {
      name: clean(contract.purchaserName),
      date: content.heldOn === null ? '' : day(content.heldOn),
    },
  };
}

export function recordName(contract: Contract): string {
  return words.name(clean(contract.content.contractNo));
}

const clean = withoutTurns;
const day = (date: PlainDate) => formatChineseDate(date);
const dayOr = (date: PlainDate | null) => (date === null ? words.blank : day(date));
/** To be filled in by hand where nobody has typed it yet. */
const said = (text: string) => (text === '' ? words.blank : clean(text));
const named = (group: string, code: string | null) =>
  code === null ? words.blank : label(`acceptances.${group}.${code}`);

function projectFacts(contract: Contract, section: Section, project: Project): readonly DocumentBlock[] {
  const { contractNo, contractName, signedOn, rate } = contract.content;
  const amount = amountNow(amountsOf(contract));
  return fieldsOf(
    [facts.projectName, clean(project.name)],
    [facts.planNo, clean(project.planNo)],
    [facts.projectNo, clean(project.projectNo ?? '')],
    [facts.section, clean(`${section.sectionNo} ${section.name}`)],
    [facts.contractNo, clean(contractNo)],
    [facts.contractName, clean(contractName)],
    [facts.purchaser, clean(contract.purchaserName)],
    [facts.supplier, clean(supplierNow(contract).name)],
    [facts.amount, amount === null ? clean(rate) : words.amount(formatYuan(amount), toRmbUppercase(amount))],
    [facts.signedOn, signedOn === null ? '' : day(signedOn)],
  );
}

function methodFacts(content: AcceptanceContent): readonly DocumentBlock[] {
  const { requestedBy, requestedOn, answeredOn, part, stage, periodFrom, periodUntil } = content;
  return fieldsOf(
    [
      facts.request,
      words.request(
        said(requestedBy),
        requestedOn === null ? '' : day(requestedOn),
        answeredOn === null ? '' : day(answeredOn),
      ),
    ],
    [facts.part, named('part', part)],
    [facts.stage, named('stage', stage)],
    [facts.period, stage === 'period' ? words.period(dayOr(periodFrom), dayOr(periodUntil)) : ''],
    [facts.heldOn, dayOr(content.heldOn)],
    [facts.place, said(content.place)],
    [facts.method, said(content.method)],
  );
}

const cell = (text: string) => ({ text: [[{ text: clean(text) }]] });

function membersTable({ members }: AcceptanceContent): DocumentBlock {
  return {
    kind: 'table',
    head: [columns.no, columns.name, columns.unit, columns.role],
    rows: members.map(({ name, unit, role, head }, index) => {
      const as = role === null ? '' : named('role', role);
      return [String(index + 1), name, unit, head ? words.head(as) : as].map(cell);
    }),
  };
}

function rowsTable({ rows, files }: AcceptanceContent): DocumentBlock {
  const { result } = words;
  return {
    kind: 'table',
    head: [columns.no, columns.item, columns.requirement, columns.found, columns.result, columns.evidence],
    rows: rows.map(({ item, requirement, found, passed, evidenceId }, index) =>
      [
        ...[String(index + 1), item, requirement, found],
        passed === null ? result.open : passed ? result.passed : result.failed,
        files.find(({ id }) => id === evidenceId)?.fileName ?? '',
      ].map(cell),
    ),
  };
}

function conclusionFacts(content: AcceptanceContent, contract: Contract): readonly DocumentBlock[] {
  const { conclusion, passedItems, rectification, rectifyUntil, groupOpinion } = content;
  const items = partsOf(contract).filter(({ id }) => passedItems.includes(id));
  const open = conclusion === 'partial' || conclusion === 'failed';
  return fieldsOf(
    [facts.conclusion, named('conclusion', conclusion)],
    [facts.passedItems, conclusion === 'failed' ? '' : items.map(({ name }) => clean(name)).join('、')],
    [facts.opinion, said(groupOpinion)],
    [facts.rectification, open ? said(rectification) : ''],
    [facts.rectifyUntil, open ? dayOr(rectifyUntil) : ''],
  );
}

function signaturesTable({ members }: AcceptanceContent): DocumentBlock {
  return {
    kind: 'table',
    head: [columns.name, columns.role, columns.sign],
    rows: members.map(({ name, role, head }) => {
      const as = role === null ? '' : named('role', role);
      return [name, head ? words.head(as) : as, ''].map(cell);
    }),
  };
}

function supplierWords({ supplierAnswer, supplierReason }: AcceptanceContent): readonly DocumentBlock[] {
  if (supplierAnswer === null) return [paragraph(words.blank)];
  return [
    paragraph(words.answer[supplierAnswer]),
    ...(supplierAnswer === 'refused' ? fieldsOf([facts.reason, said(supplierReason)]) : []),
  ];
}
