// What the papers of a 中标结果变更备案 say, as it was when it was approved and announced.
import { codeName } from '#shared/codes/code-table.ts';
import { resultChangeReasons } from '#shared/codes/outcome-reasons.ts';
import { withoutTurns } from '../../announcements/published-text.ts';
import { type Award, awards, type Letter } from '../../awards/model.ts';
import {
  factsOf,
  type Held as HeldAward,
  loadHeld as loadHeldAward,
  type PaperFacts,
} from '../../awards/papers/facts.ts';
import { type Load, where } from '../../load.ts';
import type { SectionResult } from '../../projects/result.ts';
import type { AwardChange } from '../model.ts';

/** What is held of a filing: also of the award in whose course it changes the result. */
export type Held = HeldAward & { readonly change: AwardChange };

/** Undefined where project, section or award are not there. */
export function* loadHeld(change: AwardChange): Load<Held | undefined> {
  const { sectionId, original } = change;
  const own = yield* where(awards, { sectionId });
  const award = own.find(({ noticeId, letter }) => noticeId === original.noticeId && letter !== null);
  const held = award === undefined ? undefined : yield* loadHeldAward(award);
  return held === undefined ? undefined : { ...held, change };
}

/** What the filing has put in place of the original result; undefined before its announcement, and where nobody wins. */
export function resultAfter({ change, section }: Held): SectionResult | undefined {
  return section.results.find(({ awardId }) => awardId === change.id);
}

/** Of the letter that was issued with it, and of the notices to all others; undefined where none was. */
export function changedFacts(held: Held): PaperFacts | undefined {
  const { change, award } = held;
  const result = resultAfter(held);
  const letter = result === undefined ? undefined : newLetter(change, award, result);
  if (result === undefined || letter === undefined) return undefined;
  const { original, content, changeNo } = change;
  const replaces = content.action === 'correct' ? (original.letter?.no ?? null) : null;
  return factsOf(held, letter, result, {
    no: withoutTurns(changeNo ?? ''),
    replaces: replaces === null ? null : withoutTurns(replaces),
  });
}

/** One that was announced before letters were kept says what stands on the section, and of the parties what the letter before it says. */
function newLetter(
  { letter, original }: AwardChange,
  award: Award,
  result: SectionResult,
): Letter | undefined {
  if (letter !== null) return letter;
  if (award.letter === null || result.letter === null) return undefined;
  return result.letter.no === original.letter?.no ? undefined : { ...award.letter, ...result.letter };
}

/** 变更原因, as the table has it: what was written about it may speak of others. */
export function reasonOf({ content: { reasonCode } }: AwardChange): string {
  return reasonCode === null ? '' : (codeName(resultChangeReasons, reasonCode) ?? reasonCode);
}
