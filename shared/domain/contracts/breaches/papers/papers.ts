// Which papers a breach has as it stands, each with the key it is saved by.
import type { OfficialDocument } from '#shared/documents/model.ts';
import { breachPaperText as words } from '#shared/text/zh-CN/contracts/breach-papers.ts';
import type { Breach } from '../model.ts';
import { decisionOf } from './decision.ts';
import { noticeOf } from './notice.ts';
import { clean } from './parts.ts';

export type BreachPaper = {
  readonly key: 'notice' | 'decision';
  readonly name: string;
  readonly document: OfficialDocument;
};

/** The notice to a supplier, and the decision once the other side was heard. */
export function papersOf(breach: Breach): readonly BreachPaper[] {
  const contractNo = clean(breach.contractNo);
  return [
    ...(breach.content.party === 'purchaser'
      ? []
      : [{ key: 'notice' as const, name: words.notice.name(contractNo), document: noticeOf(breach) }]),
    ...(breach.statement === null
      ? []
      : [{ key: 'decision' as const, name: words.decision.name(contractNo), document: decisionOf(breach) }]),
  ];
}
