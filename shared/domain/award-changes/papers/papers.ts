// The papers of a filing in the order in which they are made: 备案表 with the approval; with the announcement the new 通知书, what the supplier of before is told, and the
// 结果告知书 to all others.
import { awardPaperText as words } from '#shared/text/zh-CN/award-papers.ts';
import { withoutTurns } from '../../announcements/published-text.ts';
import { type AwardPaper, letterPaper, noticePapers } from '../../awards/papers/papers.ts';
import { ceasedOf } from './ceased.ts';
import { changedFacts, type Held } from './facts.ts';
import { filingOf } from './filing.ts';

/** None before the approval. */
export function papersOf(held: Held): readonly AwardPaper[] {
  const { original, changeNo, content } = held.change;
  const [filing, ceased, facts] = [filingOf(held), ceasedOf(held), changedFacts(held)];
  const supplier = withoutTurns(original.supplierName);
  return [
    ...(filing === undefined
      ? []
      : [
          {
            ...{ key: 'filing', name: words.name(filing.title, withoutTurns(changeNo ?? '')) },
            ...{ document: filing, lacks: null },
          },
        ]),
    ...(facts === undefined ? [] : [letterPaper(facts)]),
    ...(ceased === undefined
      ? []
      : [{ key: 'ceased', name: words.name(ceased.title, supplier), document: ceased, lacks: null }]),
    // Of the others nothing has changed where the supplier is the same; and who is told of its own letter needs no second paper.
    ...(facts === undefined || content.action === 'correct'
      ? []
      : noticePapers(facts).filter(({ key }) => key !== `notice/${original.supplierName}`)),
  ];
}
