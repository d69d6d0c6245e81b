// 结果公告 and 结果变更公告: whom the 采购人 has determined for each section, and what was bought in it.
import { namedId } from '#shared/kernel/named-id.ts';
import { documentText, fillInText } from '#shared/text/zh-CN/announcements-document.ts';
import type { Section } from '../../projects/model.ts';
import { type Member, type ResultChange, resultOf, type SectionResult } from '../../projects/result.ts';
import { plannedSections } from '../coverage.ts';
import type { AnnouncementFacts } from '../facts-model.ts';
import { withoutTurns } from '../published-text.ts';
import type { TableLine } from '../values.ts';
import { type Knowledge, type Known, known, words } from './known.ts';

export const resultKnowledge: Knowledge = new Map([
  ['awards', awards],
  ['smePolicyUsed', smePolicyUsed],
  [
    'goodsItems',
    (facts) =>
      items(facts, 'A', ({ qty, unit }) => ({
        brand: null,
        model: null,
        quantity: `${qty}${unit}`,
        unitPrice: null,
      })),
  ],
  [
    'worksItems',
    (facts) => items(facts, 'B', () => ({ scope: null, duration: null, manager: null, certificate: null })),
  ],
  [
    'serviceItems',
    (facts) => items(facts, 'C', () => ({ scope: null, requirement: null, time: null, standard: null })),
  ],
]);

type WithResult = { readonly section: Section; readonly result: SectionResult };

function determined({ template, sections }: AnnouncementFacts): readonly WithResult[] {
  return sections.flatMap((section) => {
    const result = template.type === 'RESULT_CHANGE' ? section.change?.result : resultOf(section);
    return result === undefined ? [] : [{ section, result }];
  });
}

/** 结果变更公告 beside it: why, and what was before. */
export const changeKnowledge: Knowledge = new Map([
  ...resultKnowledge,
  ['changeReasonCode', ({ sections }) => words('award', sections.find(isChanging)?.change.reasonCode)],
  [
    'changeReason',
    ({ sections }) =>
      words('award', [...new Set(sections.filter(isChanging).map(({ change }) => change.reason))].join('\n')),
  ],
  ['corrections', changes],
]);

type Changing = Section & { readonly change: ResultChange };
const isChanging = (section: Section): section is Changing => section.change !== null;

function changes({ sections }: AnnouncementFacts): Known | undefined {
  const lines = sections.filter(isChanging).flatMap((section) => {
    const { corrections, result } = section.change;
    const before = resultOf(section);
    const [was, is] = [before === undefined ? '' : bargain(before), bargain(result)];
    const winner = { item: fillInText.winnerOf(section.sectionNo), before: was, after: is };
    return [...(was === is ? [] : [winner]), ...corrections].map(
      (line, index): TableLine => ({
        id: namedId(`${section.id}/change/${index}`),
        cells: {
          field: '',
          item: withoutTurns(line.item),
          before: withoutTurns(line.before),
          after: withoutTurns(line.after),
          value: null,
        },
      }),
    );
  });
  return lines.length === 0 ? undefined : known('award', lines);
}

/** Who, and for how much. */
function bargain({ supplierName, members, amount, rate }: SectionResult): string {
  const price = amount === null ? rate : documentText.amount(amount);
  return [fillInText.winner(supplierName, members.map(nameOf)), price]
    .filter((part) => part !== '')
    .join('，');
}

/** A line a section; what the 采购人 has determined nobody types otherwise. */
function awards(facts: AnnouncementFacts): Known | undefined {
  const lines = determined(facts).map(
    ({ section, result }): TableLine => ({
      id: section.id,
      cells: {
        section: section.id,
        lotNo: withoutTurns(section.sectionNo),
        supplierName: withoutTurns(fillInText.winner(result.supplierName, result.members.map(nameOf))),
        supplierAddress: withoutTurns(result.supplierAddress),
        awardAmount: result.amount,
        awardRate: withoutTurns(result.rate),
        score: result.score === null ? null : String(result.score),
        reviewPrice: result.reviewPrice,
      },
    }),
  );
  return lines.length === 0 ? undefined : known('award', lines);
}

const nameOf = ({ name }: Member) => name;

/** What is reserved is won under the policy; of the rest somebody has to say it. */
function smePolicyUsed(facts: AnnouncementFacts): Known | undefined {
  return determined(facts).some(({ section }) => section.smeReserved) ? known('centre', true) : undefined;
}

type Item = { readonly name: string; readonly qty: string; readonly unit: string };

/** 主要标的, as far as the plan knows them; brand, price and the rest are in the winner's bid. */
function items(
  facts: AnnouncementFacts,
  category: string,
  rest: (item: Item) => TableLine['cells'],
): Known | undefined {
  if (facts.project?.category !== category) return undefined;
  const lines = plannedSections(facts).flatMap(({ section, items: own }) =>
    own.map(
      ({ name, qty, unit }, index): TableLine => ({
        id: namedId(`${section.id}/item/${index}`),
        cells: { name: withoutTurns(name), ...rest({ name, qty: qty ?? '', unit }) },
      }),
    ),
  );
  return lines.length === 0 ? undefined : known('plan', lines);
}
