// 更正内容 that is known already: where the trading centre has pushed a section again after its publication, a line for each thing that differs.
import { codeName } from '#shared/codes/code-table.ts';
import { evaluationMethods } from '#shared/codes/procurement.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { namedId } from '#shared/kernel/named-id.ts';
import { documentText, fillInText } from '#shared/text/zh-CN/announcements-document.ts';
import type { Section, SectionContent } from '../../projects/model.ts';
import { fieldOfEvent } from '../dates.ts';
import type { AnnouncementFacts } from '../facts-model.ts';
import { fieldsOf, textIn, valueAt } from '../field-values.ts';
import { isPublished } from '../model.ts';
import { valueText } from '../print-values.ts';
import { withoutTurns } from '../published-text.ts';
import { templateOf } from '../templates/index.ts';
import type { TableLine, Values } from '../values.ts';
import { standingOfSections } from './earlier.ts';
import { catalogueWords, type Knowledge, type Known, known } from './known.ts';

export const correctionKnowledge: Knowledge = new Map([
  ['correctedItem', ({ target }) => known('announcement', target?.type === 'RESULT' ? 'RESULT' : 'NOTICE')],
  ['corrections', corrections],
  ['affectsBids', () => known('default', true)],
]);

type Differing = Section & { readonly difference: NonNullable<Section['difference']> };
type Entry = {
  readonly field: string;
  readonly item: string;
  readonly before: string;
  readonly after: string;
  readonly value: string | number | null;
};

function corrections(facts: AnnouncementFacts): Known | undefined {
  const differing = facts.sections.filter(isDiffering);
  const lines = [...totals(facts, differing), ...differing.flatMap(differenceLines)];
  return lines.length === 0 ? undefined : known('centre', lines);
}

/** What the centre says of a section now and did not say when it was announced, a line each. */
export function differenceLines(section: Section): readonly TableLine[] {
  return isDiffering(section) ? entriesOf(section).map((entry) => lineOf(section.id, entry)) : [];
}

function isDiffering(section: Section): section is Differing {
  return section.difference !== null;
}

function lineOf(name: string, { field, item, before, after, value }: Entry): TableLine {
  return {
    id: namedId(`${name}/${field}/${item}`),
    cells: {
      field,
      item: withoutTurns(item),
      before: withoutTurns(before),
      after: withoutTurns(after),
      value,
    },
  };
}

const compared = [
  'sectionNo',
  'name',
  'budget',
  'ceiling',
  'content',
  'catalogCode',
  'smeReserved',
  'qualification',
  'performancePeriod',
  'acceptsConsortium',
  'evalMethod',
  'openingOn',
] as const satisfies readonly (keyof SectionContent)[];
type Compared = (typeof compared)[number];

function entriesOf(section: Differing): readonly Entry[] {
  const { content } = section.difference;
  return compared
    .filter((key) => section[key] !== content[key])
    .map((key) => ({
      field: '',
      item: fillInText.difference[key](section.sectionNo),
      before: said(key, section),
      after: said(key, content),
      value: null,
    }));
}

function said(key: Compared, section: SectionContent): string {
  const value = section[key];
  if (value === null || value === '') return documentText.none;
  if (typeof value === 'boolean') return documentText.yesNo(value);
  if (typeof value === 'number') return documentText.amount(value);
  if (key === 'openingOn') return documentText.date(value);
  if (key === 'catalogCode') return catalogueWords({ edition: section.catalogEdition, code: value });
  return key === 'evalMethod' ? (codeName(evaluationMethods, value) ?? value) : value;
}

/** What the notice says of all its sections together: the budget, and the day of opening where all of them move to the same one. */
function totals(
  { target, announcements }: AnnouncementFacts,
  differing: readonly Differing[],
): readonly TableLine[] {
  if (target === undefined || !isPublished(target)) return [];
  const template = templateOf(target.type, target.templateVersion);
  if (template === undefined) return [];
  const values = standingOfSections(target, template, { announcements, sections: differing });
  const entry = (key: string, value: string | number | undefined): readonly TableLine[] => {
    const field = fieldsOf(template).find((each) => each.key === key);
    const before = valueAt(values, key);
    if (field === undefined || value === undefined || before === value) return [];
    const entered: Entry = {
      field: key,
      item: field.label,
      before: valueText(field, before) || documentText.none,
      after: valueText(field, value),
      value,
    };
    return [lineOf(target.id, entered)];
  };
  const deadline = fieldOfEvent(target.type, 'deadline') ?? 'submitDeadline';
  return [
    ...entry('budgetAmount', budgetAfter(values, differing)),
    ...entry(deadline, movedTime(values, deadline, differing)),
    ...entry('openTime', movedTime(values, 'openTime', differing)),
  ];
}

function budgetAfter(values: Values, differing: readonly Differing[]): number | undefined {
  const before = valueAt(values, 'budgetAmount');
  if (typeof before !== 'number') return undefined;
  const sum = before + sumFen(differing.map(({ budget, difference }) => difference.content.budget - budget));
  return sum < 0 ? undefined : sum;
}

/** The clock time stays; the day is the new one. */
function movedTime(values: Values, key: string, differing: readonly Differing[]): string | undefined {
  const before = textIn(valueAt(values, key));
  const [first, ...more] = new Set(differing.map(({ difference }) => difference.content.openingOn));
  const moved = differing.some(({ openingOn, difference }) => openingOn !== difference.content.openingOn);
  if (before === '' || !moved || more.length > 0 || first === undefined || first === null) return undefined;
  return `${first}${before.slice(10)}`;
}
