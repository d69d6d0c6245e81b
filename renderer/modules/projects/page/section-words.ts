// What the values of a section are called.
import { catalogueEntry } from '#shared/codes/catalogue.ts';
import { codeName } from '#shared/codes/code-table.ts';
import { evaluationMethods } from '#shared/codes/procurement.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import type { Section, SectionContent } from '#shared/domain/projects/model.ts';
import { plannedEvaluation } from '#shared/domain/projects/planned-sections.ts';
import { dayOfLocalTime, type LocalTime } from '#shared/kernel/dates.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { projectsPages } from '#shared/text/index.ts';

const { sections: words } = projectsPages;

/** A cell of a column whose head says 元. */
export function sectionAmount(fen: number | null): string {
  return fen === null ? '' : formatYuan(fen).slice(1);
}

/** The day that holds: once it is announced that of its announcement, with its corrections; before, what the centre has planned. */
export function openingDay({ schedule, openingOn }: Pick<Section, 'schedule' | 'openingOn'>): string {
  const opening = schedule?.opening ?? null;
  return opening === null ? (openingOn ?? '') : dayOfLocalTime(opening);
}

/** `2026-03-24 09:30` */
export function localTimeWords(time: LocalTime): string {
  return time.replace('T', ' ');
}

/** 评审方法 as the centre says it, and that of the plan where it is another. */
export function evaluationWords(section: Section, plan: Plan | undefined): string {
  const own = sectionWords(section, 'evalMethod');
  const planned = plan === undefined ? null : plannedEvaluation(plan, section);
  if (planned === null || section.evalMethod === null || planned === section.evalMethod) return own;
  return words.evaluationDiffers(own, codeName(evaluationMethods, planned) ?? planned);
}

/** '' for what the centre has not said. */
export function sectionWords(
  content: SectionContent,
  field: Exclude<keyof SectionContent, 'plannedSectionId'>,
): string {
  switch (field) {
    case 'budget':
      return formatYuan(content.budget);
    case 'ceiling':
      return content.ceiling === null ? '' : formatYuan(content.ceiling);
    case 'catalogCode': {
      const name = catalogueEntry(content.catalogEdition, content.catalogCode)?.name;
      return name === undefined ? content.catalogCode : `${content.catalogCode} ${name}`;
    }
    case 'evalMethod':
      return content.evalMethod === null
        ? ''
        : (codeName(evaluationMethods, content.evalMethod) ?? content.evalMethod);
    case 'smeReserved':
      return content.smeReserved ? words.yes : words.no;
    case 'acceptsConsortium':
      if (content.acceptsConsortium === null) return words.unknown;
      return content.acceptsConsortium ? words.yes : words.no;
    default:
      return content[field] ?? '';
  }
}
