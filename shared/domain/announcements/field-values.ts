// Questions about fields and their values that parsing, filling in and printing have in common.
import { isDrawn, recommendedByBoth } from '#shared/codes/announcement-kinds.ts';
import type { Organisation } from '../admin/model.ts';
import type { Project, Section } from '../projects/model.ts';
import { isBlank, type RichText } from './rich-text.ts';
import type { Condition, TableColumn, Template, TemplateField } from './template.ts';
import type { TableLine, Value, Values } from './values.ts';

export function fieldsOf(template: Template): readonly TemplateField[] {
  return template.sections.flatMap(({ fields }) => fields);
}

/** Whether anybody, or the record, may give it a value. */
export function holdsValue({ kind }: TemplateField): boolean {
  return kind !== 'fixed' && kind !== 'generated';
}

export function isRich(value: Value | undefined): value is RichText {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function linesIn(value: Value | undefined): readonly TableLine[] {
  return Array.isArray(value) ? value.flatMap((each) => ('cells' in each ? [each] : [])) : [];
}

export function textIn(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Nothing that anybody could read. */
export function isEmpty(value: Value | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (isRich(value)) return isBlank(value);
  return Array.isArray(value) && value.length === 0;
}

/** The value of a field among values whose keys may come from outside. */
export function valueAt(values: Values, key: string): Value | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

/** What conditions ask about. */
export type Circumstances = {
  readonly project: Pick<Project, 'category' | 'method'> | undefined;
  readonly agency: Pick<Organisation, 'id'> | undefined;
  /** The chosen ones. */
  readonly sections: readonly Pick<Section, 'sectionNo' | 'evalMethod' | 'smeReserved'>[];
};

export function holds(condition: Condition, circumstances: Circumstances, values: Values): boolean {
  const { project, agency, sections } = circumstances;
  const evaluatedBy = (method: string) =>
    sections.length > 0 && sections.every(({ evalMethod }) => evalMethod === method);
  switch (condition) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'ifProject':
      return project !== undefined;
    case 'ifAgency':
      return agency !== undefined;
    case 'ifGoods':
      return project?.category === 'A';
    case 'ifWorks':
      return project?.category === 'B';
    case 'ifServices':
      return project?.category === 'C';
    case 'ifConsultation':
      return project?.method === 'COMPETITIVE_CONSULTATION';
    case 'ifScored':
      return evaluatedBy('COMPREHENSIVE_SCORE');
    case 'ifLowestPrice':
      return evaluatedBy('LOWEST_PRICE');
    case 'ifSmePolicy':
      return valueAt(values, 'smePolicyUsed') === true || reservedAndAwarded(sections, values);
    case 'ifRandomInvitation':
      return valueAt(values, 'inviteRule') === 'RANDOM_N';
    case 'ifDrawn':
      return isDrawn(project?.method, valueAt(values, 'inviteSource'));
    case 'ifRecommended':
      return valueAt(values, 'inviteSource') === 'RECOMMENDED';
    case 'ifRecommendedByBoth':
      return recommendedByBoth(project?.method, valueAt(values, 'inviteSource'));
    case 'ifOrganisation':
      return valueAt(values, 'partyKind') === 'ORGANISATION';
    case 'ifResultCorrected':
      return valueAt(values, 'correctedItem') === 'RESULT';
  }
}

/** Whether the form asks for this column now. */
export function isColumnPresent(
  { hidden, present = 'always' }: TableColumn,
  circumstances: Circumstances,
  values: Values,
): boolean {
  return hidden !== true && holds(present, circumstances, values);
}

/** Whether something has to stand in a cell of this column. */
export function isColumnRequired(
  { required }: TableColumn,
  circumstances: Circumstances,
  values: Values,
): boolean {
  return typeof required === 'boolean' ? required : holds(required, circumstances, values);
}

function reservedAndAwarded(sections: Circumstances['sections'], values: Values): boolean {
  const failed = linesIn(valueAt(values, 'failedLots')).map(({ cells }) => cells['lotNo']);
  return sections.some(({ sectionNo, smeReserved }) => smeReserved && !failed.includes(sectionNo));
}
