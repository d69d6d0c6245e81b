// What is known of an announcement before anybody types: from the plan, the trading centre, the register of organisations, earlier announcements of
// the project, the format and the law. Nothing here is stored; a typed value stands before it, and taking the typed one away brings it back.
import type { ValueSource } from '#shared/contract/announcements.ts';
import type { AnnouncementFacts } from './facts-model.ts';
import { fieldsOf, holdsValue, isEmpty, linesIn, textIn, valueAt } from './field-values.ts';
import { chainKnowledge, chainKnowledgeOf } from './fill-in/chain.ts';
import { correctionKnowledge } from './fill-in/corrections.ts';
import type { Knowledge, Known } from './fill-in/known.ts';
import { partyKnowledge } from './fill-in/parties.ts';
import { projectKnowledge, projectKnowledgeOf } from './fill-in/project.ts';
import { requirementKnowledge } from './fill-in/requirement.ts';
import { changeKnowledge, resultKnowledge } from './fill-in/result.ts';
import type { AnnouncementTypeCode } from './model.ts';
import type { TableKind, Template } from './template.ts';
import type { TableLine, Value, Values } from './values.ts';

export type Filled = {
  readonly values: Values;
  readonly sources: Readonly<Record<string, ValueSource>>;
};

/** For fields of any type; what a type knows by itself stands before it. */
const common: Knowledge = new Map([
  ...projectKnowledge,
  ...requirementKnowledge,
  ...partyKnowledge,
  ...chainKnowledge,
]);
const ofType: Readonly<Partial<Record<AnnouncementTypeCode, Knowledge>>> = {
  ...projectKnowledgeOf,
  ...chainKnowledgeOf,
  RESULT: resultKnowledge,
  CORRECTION: correctionKnowledge,
  INVITATION_CORRECTION: correctionKnowledge,
  RESULT_CHANGE: new Map([...changeKnowledge, ...(chainKnowledgeOf.RESULT_CHANGE ?? [])]),
};

/** What follows from another field as it is typed, unless somebody says otherwise. */
const follows: ReadonlyMap<string, (content: Values) => Value | undefined> = new Map([
  // Responses are opened when and where they are handed in.
  ['openTime', (content) => valueAt(content, 'submitDeadline')],
  ['openPlace', (content) => valueAt(content, 'submitPlace')],
  // An intention is about the months that its lines name.
  ['fromMonth', (content) => intendedMonths(content).at(0)],
  ['toMonth', (content) => intendedMonths(content).at(-1)],
]);

/** `content` is what was typed: some values follow another field. */
export function fillIn(template: Template, facts: AnnouncementFacts, content: Values = {}): Filled {
  const values: Record<string, Value> = {};
  const sources: Record<string, ValueSource> = {};
  const known = ofType[template.type];
  for (const field of fieldsOf(template)) {
    if (!holdsValue(field)) continue;
    const found = following(field.key, content) ?? (known?.get(field.key) ?? common.get(field.key))?.(facts);
    if (found === undefined || isEmpty(found.value)) continue;
    values[field.key] = found.value;
    sources[field.key] = found.source;
  }
  return { values, sources };
}

function following(key: string, content: Values): Known | undefined {
  const value = textIn(follows.get(key)?.(content));
  return value === '' ? undefined : { value, source: 'field' };
}

/** In their order. */
function intendedMonths(content: Values): readonly string[] {
  return linesIn(valueAt(content, 'intentions'))
    .map(({ cells }) => textIn(cells['expectedMonth']))
    .filter((month) => month !== '')
    .toSorted();
}

/**
 * Every field's value: the typed one where there is one. A table whose lines follow the choice of sections has one line for each chosen section,
 * with what was typed for it; lines of sections that are not chosen now wait in the content.
 */
export function withTyped(template: Template, generated: Values, content: Values): Values {
  const values: Record<string, Value> = { ...generated, ...content };
  for (const field of fieldsOf(template)) {
    if (field.kind !== 'table' || field.ofSections !== true) continue;
    const typed = valueAt(content, field.key);
    if (typed === undefined) continue;
    values[field.key] = ofChosen(field, linesIn(valueAt(generated, field.key)), linesIn(typed));
  }
  return values;
}

function ofChosen(
  { columns }: TableKind,
  generated: readonly TableLine[],
  typed: readonly TableLine[],
): TableLine[] {
  return generated.map((line) => {
    const own = typed.find(({ cells }) => cells['section'] === line.cells['section']);
    if (own === undefined) return line;
    const cells: Record<string, TableLine['cells'][string]> = {};
    for (const { key, ofRecord } of columns) {
      const value = line.cells[key];
      // Number and name of a section are its own: nobody can end one section under the name of another.
      const isOpen = ofRecord !== true && (value === undefined || isEmpty(value));
      cells[key] = isOpen ? (own.cells[key] ?? null) : (value ?? null);
    }
    return { id: line.id, cells };
  });
}
