// The papers of a result that are no announcements, in the order in which they are sent.
import type { OfficialDocument } from '#shared/documents/model.ts';
import { awardPaperText as words } from '#shared/text/zh-CN/award-papers.ts';
import { type Held, type PaperFacts, paperFacts } from './facts.ts';
import { letterOf } from './letter.ts';
import { noticesToOthers } from './notices.ts';

export type AwardPaper = {
  /** Tells it from the others, whatever order they come in. */
  readonly key: string;
  readonly name: string;
  readonly document: OfficialDocument;
  /** What it should say and nobody has recorded, in words for the user; null where nothing is missing. */
  readonly lacks: string | null;
};

/** None before the 结果公告. */
export function papersOf(held: Held): readonly AwardPaper[] {
  const facts = paperFacts(held);
  return facts === undefined ? [] : [letterPaper(facts), ...noticePapers(facts)];
}

export function letterPaper(facts: PaperFacts): AwardPaper {
  const document = letterOf(facts);
  return { key: 'letter', name: words.name(document.title, facts.winner.supplier), document, lacks: null };
}

export function noticePapers(facts: PaperFacts): readonly AwardPaper[] {
  return noticesToOthers(facts).map(({ key, supplier, document, untold }) => ({
    ...{ key: `notice/${key}`, name: words.name(document.title, supplier), document },
    lacks: untold ? words.untold : null,
  }));
}
