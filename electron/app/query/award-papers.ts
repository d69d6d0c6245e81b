// The papers of a result and of the filings that change it, made anew at every look from what was recorded.
import type { Paper } from '#shared/contract/documents.ts';
import { awardChanges } from '#shared/domain/award-changes/model.ts';
import { loadHeld as loadHeldChange } from '#shared/domain/award-changes/papers/facts.ts';
import { papersOf as papersOfChange } from '#shared/domain/award-changes/papers/papers.ts';
import { awards } from '#shared/domain/awards/model.ts';
import { loadHeld } from '#shared/domain/awards/papers/facts.ts';
import { papersOf } from '#shared/domain/awards/papers/papers.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Account } from '../account.ts';
import type { Handlers } from './handler.ts';
import { loaded } from './load-facts.ts';
import { record } from './records.ts';

export const awardPaperHandlers: Handlers<'awards.papers' | 'awardChanges.papers'> = {
  'awards.papers': {
    answer(account, { id }) {
      const papers = awardPapers(account, id);
      return papers.ok ? ok({ papers: [...papers.value] }) : papers;
    },
  },
  'awardChanges.papers': {
    answer(account, { id }) {
      const papers = changePapers(account, id);
      return papers.ok ? ok({ papers: [...papers.value] }) : papers;
    },
  },
};

/** Empty before the approval. Error codes: not_found, unreadable_record. */
export function changePapers(account: Account, id: string): Result<readonly Paper[]> {
  const found = record(account, awardChanges, id);
  if (!found.ok) return found;
  const held = loaded(account.replica, loadHeldChange(found.value.row));
  if (!held.ok) return held;
  return held.value === undefined ? err({ code: 'not_found' }) : ok(papersOfChange(held.value));
}

/** Empty before the 结果公告. Error codes: not_found, unreadable_record. */
export function awardPapers(account: Account, id: string): Result<readonly Paper[]> {
  const found = record(account, awards, id);
  if (!found.ok) return found;
  const held = loaded(account.replica, loadHeld(found.value.row));
  if (!held.ok) return held;
  return held.value === undefined ? err({ code: 'not_found' }) : ok(papersOf(held.value));
}
