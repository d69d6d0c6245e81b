// 结果变更告知书, to whoever has won before: since when its letter is void, and why, as the table of reasons has it.
import type { OfficialDocument } from '#shared/documents/model.ts';
import { paragraph, sectionsOf } from '#shared/documents/parts.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { fillInText } from '#shared/text/zh-CN/announcements-document.ts';
import { awardChangePaperText } from '#shared/text/zh-CN/award-change-papers.ts';
import { awardPaperText } from '#shared/text/zh-CN/award-papers.ts';
import { withoutTurns } from '../../announcements/published-text.ts';
import { partiesOf, subjectOf } from '../../awards/papers/facts.ts';
import { contactsOf, signatureOf } from '../../awards/papers/parts.ts';
import type { SectionResult } from '../../projects/result.ts';
import { type Held, reasonOf, resultAfter } from './facts.ts';

const { ceased: words } = awardChangePaperText;

/** Undefined while the letter of before is in force, and where the same supplier has another one. */
export function ceasedOf(held: Held): OfficialDocument | undefined {
  const { change, section, award } = held;
  const { original, content, changeNo } = change;
  const end = section.results.find(({ awardId }) => awardId === original.awardId)?.void ?? null;
  const letter = change.letter ?? award.letter;
  const ended = change.status === 'closed' || content.action === 'next_candidate';
  if (!ended || end === null || changeNo === null || original.letter === null || letter === null) {
    return undefined;
  }
  const { about, method } = subjectOf(held);
  const day = toPlainDate(end.at);
  const after = resultAfter(held);
  const parties = partiesOf(letter);
  const texts = [
    words.letter(method, withoutTurns(original.letter.no), day),
    // What was written of the other reasons may speak of others; what 其他 is nobody knows otherwise.
    words.reason(content.reasonCode === 'OTHER' ? withoutTurns(content.reason) : reasonOf(change)),
    words.filing(withoutTurns(changeNo)),
    ...(content.documentNo === '' ? [] : [words.document(withoutTurns(content.documentNo))]),
    after === undefined ? words.nobody : words.replaced(method, nameOf(after)),
    ...(content.contractState === 'signed' ? [words.signed] : []),
  ];
  const { notice } = awardPaperText;
  return {
    title: words.title,
    blocks: [
      { kind: 'addressee', text: awardPaperText.addressee(nameOf(original)) },
      paragraph(words.opening(awardPaperText.subject(about), method)),
      ...sectionsOf(
        [words.effect, ...texts.map(paragraph)],
        [
          notice.rights,
          ...(after === undefined
            ? []
            : [paragraph(notice.challenge(method, parties.agency !== null, notice.announced.change))]),
          paragraph(notice.bond(method)),
        ],
        [awardPaperText.letter.contacts, ...contactsOf(parties)],
      ),
    ],
    signature: signatureOf({ ...parties, letter: { day } }),
  };
}

function nameOf({ supplierName, members }: Pick<SectionResult, 'supplierName' | 'members'>): string {
  return withoutTurns(
    fillInText.winner(
      supplierName,
      members.map(({ name }) => name),
    ),
  );
}
