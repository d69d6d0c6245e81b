// Where section, plan and notice say different things: what the trading centre made of a package, and what a person typed over what follows from both. What is
// typed in words is only held against the sections where it is plain which of them it is about.
import { type Fen, yuanToFen } from '#shared/kernel/money.ts';
import { toRmbUppercase } from '#shared/kernel/rmb-uppercase.ts';
import type { Contradictions } from '#shared/rules/announcement-facts.ts';
import { documentText, fillInText } from '#shared/text/zh-CN/announcements-document.ts';
import { amountIn, answerIn, uppercaseIn } from '#shared/text/zh-CN/reserve-phrases.ts';
import { budgetOfPackage, type PlannedSectionOf, plannedEvaluation, plannedSections } from './coverage.ts';
import type { AnnouncementFacts } from './facts-model.ts';
import { isRich, textIn, valueAt } from './field-values.ts';
import { type Called, type ReserveClaim, reserveClaims } from './reserve-words.ts';
import { plainTextOf } from './rich-text.ts';
import type { Values } from './values.ts';

/** Fields in whose words a reserve may be stated. */
const worded = [
  'requirement',
  'description',
  'policyQualification',
  'specialQualification',
  'other',
] as const;
const described = ['requirement', 'description'] as const;

export function contradictionsOf(facts: AnnouncementFacts, values: Values): Contradictions {
  const chosen = plannedSections(facts);
  const others = facts.allSections.filter(({ id }) => chosen.every(({ section }) => section.id !== id));
  const numbers = (wrong: (one: PlannedSectionOf) => boolean) =>
    chosen.filter(wrong).map(({ section }) => section.sectionNo);
  const texts = new Map(worded.map((field) => [field, textOf(values, field)]));
  const called = chosen.map(calledOf);
  const isWrong = (claim: ReserveClaim) =>
    aboutOf(claim, chosen).some(({ smeReserved }) => smeReserved !== null && smeReserved !== claim.reserved);
  const qualification = texts.get('policyQualification') ?? '';
  const stated = new Set(
    reserveClaims(qualification, called)
      .filter(({ reserved }) => reserved)
      .flatMap((claim) => aboutOf(claim, chosen).map(({ section }) => section.id)),
  );
  return {
    overPlan: numbers(({ planned }) => budgetDifference(facts, planned) > 0),
    underPlan: numbers(({ planned, named }) => named && budgetDifference(facts, planned) < 0),
    otherPackage: numbers(({ planned, named }) => named && planned === undefined && facts.plan !== undefined),
    otherCatalogue: numbers(({ section, planned, named }) => {
      const choices = planned?.catalogueChoices ?? [];
      return named && choices.length > 0 && !choices.some(({ code }) => code === section.catalogCode);
    }),
    otherEvaluation: numbers(({ section }) => {
      const planned = facts.plan === undefined ? null : plannedEvaluation(facts.plan, section);
      return planned !== null && section.evalMethod !== null && section.evalMethod !== planned;
    }),
    otherReserve: numbers(({ section, planned, named, smeReserved }) => {
      if (named && planned !== undefined) return section.smeReserved !== planned.smeReserved;
      return smeReserved !== null && smeReserved !== (reservedAsWhole(facts) ?? smeReserved);
    }),
    noConsortium: numbers(({ section, named }) => {
      return named && facts.plan?.content.smeMode === 'CONSORTIUM' && section.acceptsConsortium === false;
    }),
    consortium: consortiumOf(facts),
    wordsOnReserve: worded.filter((field) => reserveClaims(texts.get(field) ?? '', called).some(isWrong)),
    unsaidReserve:
      qualification === ''
        ? []
        : numbers(({ section, smeReserved }) => smeReserved === true && !stated.has(section.id)),
    openReserve: described.filter((field) => isOpen(texts.get(field) ?? '')),
    linesApart: described.filter((field) => hasOtherLines(texts.get(field) ?? '', chosen, others)),
  };
}

function textOf(values: Values, field: string): string {
  const value = valueAt(values, field);
  // What nobody can see does not make other words of them.
  return (isRich(value) ? plainTextOf(value) : textIn(value)).replace(/\p{Cf}/gu, '');
}

/** A line as somebody may have typed it again: blanks around it, and a colon of either width. */
function plainLine(line: string): string {
  return line.trim().replace(/\s*[:：]\s*/, '：');
}

/** A bare figure stands in too many places to be a name. */
function calledOf({ section, planned }: PlannedSectionOf): Called {
  const { id, sectionNo, name } = section;
  const bare = /^\d{1,3}$/.test(sectionNo);
  return {
    id,
    names: bare ? [name] : [sectionNo, name],
    packageNo: bare ? sectionNo : (planned?.planned.no ?? null),
  };
}

function aboutOf({ about }: ReserveClaim, chosen: readonly PlannedSectionOf[]): readonly PlannedSectionOf[] {
  return about === 'all' ? chosen : chosen.filter(({ section }) => about.includes(section.id));
}

function budgetDifference(facts: AnnouncementFacts, planned: PlannedSectionOf['planned']): number {
  const budget = planned?.planned.budget ?? null;
  return planned === undefined || budget === null ? 0 : budgetOfPackage(facts, planned) - budget;
}

/** What the plan says of all that is bought; undefined where it reserves packages, or does not say it. */
function reservedAsWhole({ plan }: AnnouncementFacts): boolean | undefined {
  const mode = plan?.content.smeMode ?? null;
  return mode === null || mode === 'LOT' ? undefined : mode === 'WHOLE_PROJECT';
}

function consortiumOf({ plan, sections }: AnnouncementFacts): boolean | null {
  if (plan?.content.smeMode === 'CONSORTIUM') return true;
  const [first] = sections;
  const agreed = sections.every(({ acceptsConsortium }) => acceptsConsortium === first?.acceptsConsortium);
  return agreed ? (first?.acceptsConsortium ?? null) : null;
}

/**
 * Lines of the generated requirement that somebody has changed to other amounts, another 品目 or another answer, or that were left of a section that is
 * not chosen any more.
 */
function hasOtherLines(
  text: string,
  chosen: readonly PlannedSectionOf[],
  others: AnnouncementFacts['sections'],
): boolean {
  let current: PlannedSectionOf | 'other' | undefined;
  for (const line of text.split('\n').map(plainLine)) {
    const begins = ({ sectionNo }: { readonly sectionNo: string }) =>
      line.startsWith(plainLine(fillInText.ofSection(sectionNo, '')));
    const titled =
      chosen.find(({ section }) => begins(section)) ?? (others.some(begins) ? 'other' : undefined);
    if (titled !== undefined) current = titled;
    else if (current === 'other' ? isTerm(line) : current !== undefined && isOther(line, current))
      return true;
  }
  return false;
}

/** What the centre says of a section. */
function isTerm(line: string): boolean {
  const { budget, ceiling, catalogue, reserved } = fillInText.lineLabels;
  return [budget, ceiling, catalogue, reserved].some((label) => line.startsWith(fillInText.line(label, '')));
}

/** The line on the reserve of a section still waits for a person. */
function isOpen(text: string): boolean {
  const open = fillInText.line(fillInText.lineLabels.reserved, documentText.blank);
  return text.split('\n').some((line) => plainLine(line) === open);
}

function isOther(line: string, { section, smeReserved, catalogue }: PlannedSectionOf): boolean {
  const { lineLabels, line: lineOf } = fillInText;
  const after = (label: string) =>
    line.startsWith(lineOf(label, '')) ? line.slice(lineOf(label, '').length) : undefined;
  const [budget, ceiling] = [after(lineLabels.budget), after(lineLabels.ceiling)];
  if (budget !== undefined) return isOtherAmount(budget, section.budget);
  // Where the centre sets none, the purchaser may.
  if (ceiling !== undefined) return section.ceiling !== null && isOtherAmount(ceiling, section.ceiling);
  const code = /^[ABC]\d{8}/.exec(after(lineLabels.catalogue) ?? '')?.[0];
  if (code !== undefined) return code !== catalogue.code;
  const answer = answerIn(after(lineLabels.reserved) ?? '');
  return answer !== undefined && smeReserved !== null && answer !== smeReserved;
}

function isOtherAmount(words: string, amount: Fen): boolean {
  const read = yuanToFen(amountIn(words));
  if (!read.ok) return words.startsWith(documentText.none);
  const uppercase = uppercaseIn(words);
  return read.value !== amount || (uppercase !== undefined && uppercase !== toRmbUppercase(amount));
}
