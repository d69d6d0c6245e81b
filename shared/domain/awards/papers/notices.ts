// 结果告知书, to each of the others: who has won, which is public, and how it came off itself, never how another did (87号令 art 69; 法 art 52).
import type { DocumentBlock, OfficialDocument } from '#shared/documents/model.ts';
import { fieldsOf, paragraph, sectionsOf } from '#shared/documents/parts.ts';
import { awardPaperText as words } from '#shared/text/zh-CN/award-papers.ts';
import type { Other, PaperFacts } from './facts.ts';
import { addresseeOf } from './letter.ts';
import { contactsOf, signatureOf, stampOf } from './parts.ts';

type Notice = Pick<Other, 'key' | 'supplier'> & {
  readonly document: OfficialDocument;
  /** Nobody has told how it came off, and the notice does not say it. */
  readonly untold: boolean;
};

export function noticesToOthers(facts: PaperFacts): readonly Notice[] {
  return facts.others.map((other) => {
    const { key, supplier, came } = other;
    return { key, supplier, document: noticeTo(other, facts), untold: came.as === 'unknown' };
  });
}

function noticeTo({ supplier, came }: Other, facts: PaperFacts): OfficialDocument {
  const { letter, method, about, agency, byChange, standing } = facts;
  const opening = byChange === null ? words.notice.opening : words.notice.openingChanged;
  const announced = words.notice.announced[byChange === null ? 'result' : 'change'];
  return {
    title: words.notice.title,
    blocks: [
      { kind: 'addressee', text: words.addressee(supplier) },
      paragraph(opening(about, method, letter.day, addresseeOf(facts))),
      ...sectionsOf(
        [words.notice.own, ...ownResult(came, facts)],
        [
          words.notice.rights,
          paragraph(words.notice.challenge(method, agency !== null, announced)),
          paragraph(words.notice.bond(method)),
        ],
        [words.letter.contacts, ...contactsOf(facts)],
      ),
    ],
    signature: signatureOf(facts),
    ...stampOf(standing, words.stamp.notice),
  };
}

function ownResult(came: Other['came'], { method, agency }: PaperFacts): readonly DocumentBlock[] {
  const { labels } = words;
  switch (came.as) {
    case 'rejected':
      return [paragraph(words.notice.rejected(method, came.reason))];
    case 'unknown':
      return [paragraph(words.notice.unknown(method, agency !== null))];
    case 'replaced':
      return [paragraph(words.notice.replaced(method, came.no, came.day, came.document))];
    case 'ranked':
      return [
        ...fieldsOf(
          [labels.score, came.score === null ? '' : words.score(came.score)],
          [labels.reviewPrice, came.reviewPrice === null ? '' : words.price(came.reviewPrice)],
          [labels.rank, words.rank(came.rank)],
        ),
        ...(came.passedOver === null ? [] : [paragraph(words.notice.passedOver(method, came.passedOver))]),
      ];
  }
}
