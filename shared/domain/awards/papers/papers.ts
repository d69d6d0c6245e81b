// The papers of a result that are no announcements, in the order in which they are sent.
import type { OfficialDocument } from '#shared/documents/model.ts';
import { awardPaperText as words } from '#shared/text/zh-CN/award-papers.ts';
import { type Held, paperFacts } from './facts.ts';
import { letterOf } from './letter.ts';
import { noticesToOthers } from './notices.ts';

type AwardPaper = {
  /** Tells it from the others, whatever order they come in. */
  readonly key: string;
  readonly name: string;
  readonly document: OfficialDocument;
};

/** None before the 结果公告. */
export function papersOf(held: Held): readonly AwardPaper[] {
  const facts = paperFacts(held);
  if (facts === undefined) return [];
  const letter = letterOf(facts);
  return [
    { key: 'letter', name: words.name(letter.title, facts.winner.supplier), document: letter },
    ...noticesToOthers(facts).map(({ key, supplier, document }) => ({
      ...{ key: `notice/${key}`, name: words.name(document.title, supplier), document },
    })),
  ];
}
