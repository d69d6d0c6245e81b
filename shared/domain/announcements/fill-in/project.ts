// Numbers, names and amounts: from the plan, and where sections are chosen from what the trading centre says of them.
import { type Fen, sumFen } from '#shared/kernel/money.ts';
import { namedId } from '#shared/kernel/named-id.ts';
import { addWorkdays } from '#shared/kernel/workdays.ts';
import { fillInText } from '#shared/text/zh-CN/announcements-document.ts';
import type { AnnouncementFacts } from '../facts-model.ts';
import type { AnnouncementTypeCode } from '../model.ts';
import { withoutTurns } from '../published-text.ts';
import { richTextOf } from '../rich-text.ts';
import type { TableLine } from '../values.ts';
import { fromEarlier } from './earlier.ts';
import { type Knowledge, type Known, known, words } from './known.ts';

/** 单一来源公示: at least so many working days (条例 art 38). */
const publicityWorkdays = 5;

export const projectKnowledge: Knowledge = new Map([
  [
    'projectNo',
    (facts) =>
      fromEarlier(facts, 'projectNo') ??
      // Given by its first notice, also where that was withdrawn.
      words('announcement', facts.project?.projectNo) ??
      words('plan', facts.project?.planNo),
  ],
  ['projectName', (facts) => fromEarlier(facts, 'projectName') ?? words('plan', facts.project?.name)],
  ['method', ({ project }) => words('plan', project?.method)],
  ['budgetAmount', budgetAmount],
  ['ceilingPrice', ceilingPrice],
  ['performance', performance],
]);

export const projectKnowledgeOf: Readonly<Partial<Record<AnnouncementTypeCode, Knowledge>>> = {
  INTENTION: new Map([
    ['fromMonth', plannedMonth],
    ['toMonth', plannedMonth],
    ['intentions', intentions],
  ]),
  PREQUALIFICATION: new Map([['inviteRule', inviteRule]]),
  INSPECTION_RESULT: new Map([['matter', ({ project }) => words('plan', project?.name)]]),
  SINGLE_SOURCE: new Map([
    ['reason', reason],
    ['publicityFrom', ({ today }) => known('today', today)],
    ['publicityTo', publicityTo],
  ]),
};

/** Of the chosen sections; of the whole plan where there are none. */
function budgetAmount({ sections, project }: AnnouncementFacts): Known | undefined {
  if (sections.length === 0) return known('plan', project?.budgetAmount);
  return known('centre', sumFen(sections.map(({ budget }) => budget)));
}

/** Where the centre sets one for every chosen section, their sum; the plan's alone where all sections are chosen. */
function ceilingPrice({ sections, allSections, plan }: AnnouncementFacts): Known | undefined {
  const sum = ceilingOf(sections);
  if (sum !== undefined) return known('centre', sum);
  const whole = sections.length === allSections.length && sections.every(({ ceiling }) => ceiling === null);
  return whole ? known('plan', plan?.content.ceilingPrice) : undefined;
}

/** Undefined where one of the sections has none. */
export function ceilingOf(sections: AnnouncementFacts['sections']): Fen | undefined {
  const ceilings = sections.flatMap(({ ceiling }): readonly Fen[] => (ceiling === null ? [] : [ceiling]));
  return sections.length > 0 && ceilings.length === sections.length ? sumFen(ceilings) : undefined;
}

function performance({ plan }: AnnouncementFacts): Known | undefined {
  const { performancePeriod = '', performancePlace = '' } = plan?.content ?? {};
  return words('plan', fillInText.performance(performancePeriod, performancePlace));
}

/** 87号令 art 14: from those who qualify, an invited tender draws; an open one is open to all of them. */
function inviteRule({ project }: AnnouncementFacts): Known | undefined {
  if (project?.method === 'OPEN_TENDER') return known('format', 'ALL');
  return project?.method === 'INVITED_TENDER' ? known('format', 'RANDOM_N') : undefined;
}

function reason({ plan }: AnnouncementFacts): Known | undefined {
  const text = plan?.content.methodReason ?? '';
  return text === '' ? undefined : known('plan', richTextOf(withoutTurns(text)));
}

/** The law counts full working days; counting the first one is for other periods. */
function publicityTo({ today, calendar, settings }: AnnouncementFacts): Known | undefined {
  const length = publicityWorkdays + (settings.extraDay ? 1 : 0);
  return known('period', addWorkdays(today, length, calendar).date);
}

function plannedMonth({ plan }: AnnouncementFacts): Known | undefined {
  return known('plan', plan?.content.plannedStart?.slice(0, 7));
}

function intentions({ plan }: AnnouncementFacts): Known | undefined {
  if (plan === undefined) return undefined;
  const { projectName, items, budgetAmount: budget, plannedStart, smeMode } = plan.content;
  const summary = items.map(({ name, qty, unit }) => fillInText.item(name, qty ?? '', unit)).join('\n');
  const line: TableLine = {
    id: namedId(`intention/${plan.id}`),
    cells: {
      projectName: withoutTurns(projectName),
      requirementSummary: withoutTurns(summary),
      budgetWanYuan: budget,
      expectedMonth: plannedStart?.slice(0, 7) ?? null,
      remark: smeMode === 'WHOLE_PROJECT' ? fillInText.smeRemark : null,
    },
  };
  return known('plan', [line]);
}
