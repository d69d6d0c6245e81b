// What both papers of a breach say of it, from what was recorded.
import type { DocumentBlock } from '#shared/documents/model.ts';
import { fieldsOf } from '#shared/documents/parts.ts';
import { formatChineseDate, type PlainDate } from '#shared/kernel/dates.ts';
import { label } from '#shared/text/index.ts';
import { breachPaperText as words } from '#shared/text/zh-CN/contracts/breach-papers.ts';
import { withoutTurns } from '../../../announcements/published-text.ts';
import type { Breach } from '../model.ts';

const { facts } = words;

export const clean = withoutTurns;
export const day = (date: PlainDate | null) => (date === null ? '' : formatChineseDate(date));
/** To be filled in by hand where nobody has typed it yet. */
export const said = (text: string) => (text === '' ? words.blank : clean(text));
export const named = (group: string, code: string | null) =>
  code === null ? words.blank : label(`breaches.${group}.${code}`);

export function contractFacts(breach: Breach): readonly DocumentBlock[] {
  return fieldsOf(
    [facts.contractNo, clean(breach.contractNo)],
    [facts.contractName, clean(breach.contractName)],
    [facts.projectName, clean(breach.projectName)],
    [facts.purchaser, clean(breach.purchaserName)],
    [facts.supplier, clean(breach.supplierName)],
    [facts.signedOn, day(breach.signedOn)],
  );
}

export function breachFactsOf({ content }: Breach): readonly DocumentBlock[] {
  return fieldsOf(
    [facts.party, named('party', content.party)],
    [facts.kind, named('kind', content.kind)],
    [facts.happenedOn, day(content.happenedOn)],
    [facts.clause, clean(content.clause)],
    [facts.facts, said(content.facts)],
  );
}

export function numberOf(no: string): DocumentBlock {
  return { kind: 'number', text: no === '' ? words.number(words.blank) : words.number(clean(no)) };
}

/** Of one that was withdrawn: it counts no more. */
export function stampOf({ status, history }: Breach) {
  if (status !== 'withdrawn') return {};
  const last = history.findLast(({ action }) => action === 'breaches.withdraw');
  return { stamp: { word: label('breaches.status.withdrawn'), text: clean(last?.note ?? '') } };
}
