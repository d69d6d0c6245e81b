// What follows from the announcements before: places and ways as they were, the announcement that is corrected or ended, the result behind a
// contract.
import { toPlainDate } from '#shared/kernel/dates.ts';
import { fillInText } from '#shared/text/zh-CN/announcements-document.ts';
import type { AnnouncementFacts } from '../facts-model.ts';
import { linesIn, textIn, valueAt } from '../field-values.ts';
import type { AnnouncementTypeCode } from '../model.ts';
import { withoutTurns } from '../published-text.ts';
import type { TableLine } from '../values.ts';
import { earlierOfType, fromEarlier, standingValues } from './earlier.ts';
import { type Knowledge, type Known, known, words } from './known.ts';

/** Said once for a project, and then the same in its next announcement. */
const carried = [
  'docPlace',
  'docHow',
  'bidPlace',
  'submitPlace',
  'openPlace',
  'submitHow',
  'openHow',
  'appFormat',
  'reviewCriteria',
  'reviewMethod',
  'frameworkKind',
  'frameworkPeriod',
  'unitCeiling',
  'applicableTo',
  'contractNo',
  'contractName',
] as const;

export const chainKnowledge: Knowledge = new Map([
  ...carried.map((key) => [key, (facts: AnnouncementFacts) => fromEarlier(facts, key)] as const),
  ['docHours', (facts) => fromEarlier(facts, 'docHours') ?? words('default', fillInText.docHours)],
  // 财库〔2019〕38号: files that are had electronically cost nothing.
  ['docPrice', (facts) => fromEarlier(facts, 'docPrice') ?? known('law', 0)],
  ['firstPublishedOn', firstPublishedOn],
  ['origContractNo', (facts) => fromEarlier(facts, 'contractNo')],
  ['origContractName', (facts) => fromEarlier(facts, 'contractName')],
  ['supplierName', (facts) => fromAward(facts, 'supplierName')],
  ['supplierAddress', (facts) => fromAward(facts, 'supplierAddress')],
  ['supplierContact', (facts) => fromEarlier(facts, 'supplierContact')],
  ['contractAmount', (facts) => fromAward(facts, 'awardAmount')],
]);

export const chainKnowledgeOf: Readonly<Partial<Record<AnnouncementTypeCode, Knowledge>>> = {
  RESULT_CHANGE: new Map([['correctedItem', () => known('format', 'RESULT')]]),
  TENDER_INVITATION: new Map([
    ['inviteSource', sourceOfPassed],
    [
      'inviteNumber',
      (facts) => (facts.target === undefined ? undefined : fromEarlier(facts, 'inviteNumber')),
    ],
  ]),
  TERMINATION: new Map([['reason', reasonLines]]),
  CONTRACT_CHANGE: new Map([['firstPublishedOn', contractPublishedOn]]),
  FRAMEWORK_SOLICITATION: new Map([['period', () => words('format', fillInText.display(5))]]),
  FRAMEWORK_RESULT: new Map([['period', () => words('format', fillInText.display(1))]]),
};

function firstPublishedOn({ target }: AnnouncementFacts): Known | undefined {
  const at = target?.publishedAt;
  return at === undefined || at === null ? undefined : known('announcement', toPlainDate(at));
}

/** Whom a 资格预审公告 has found is invited after it. */
function sourceOfPassed({ target }: AnnouncementFacts): Known | undefined {
  return target === undefined ? undefined : known('announcement', 'PREQUALIFICATION');
}

function contractPublishedOn(facts: AnnouncementFacts): Known | undefined {
  const contract = earlierOfType(facts, 'CONTRACT');
  return contract === undefined ? undefined : known('announcement', toPlainDate(contract.publishedAt));
}

/** A line for each section that ends; why is for a person to say. */
function reasonLines({ sections }: AnnouncementFacts): Known | undefined {
  const lines = sections.map(
    ({ id, sectionNo, name }): TableLine => ({
      id,
      cells: { section: id, lotNo: withoutTurns(sectionNo), lotName: withoutTurns(name), explanation: null },
    }),
  );
  return known('centre', lines);
}

/** Of the result that stands, where it is certain which line of it is meant: the only one, or the one of the only section. */
function fromAward(facts: AnnouncementFacts, column: string): Known | undefined {
  const result = earlierOfType(facts, 'RESULT');
  if (result === undefined) return undefined;
  const lines = linesIn(valueAt(standingValues(result, facts), 'awards'));
  const [section, ...more] = facts.sections;
  const own = lines.filter(({ cells }) => {
    return section !== undefined && more.length === 0 && textIn(cells['lotNo']) === section.sectionNo;
  });
  const [line, ...others] = own.length > 0 ? own : lines;
  return others.length > 0 ? undefined : known('announcement', line?.cells[column]);
}
