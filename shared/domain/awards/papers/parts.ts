// What both papers say alike.
import type { DocumentBlock, OfficialDocument } from '#shared/documents/model.ts';
import { fieldsOf } from '#shared/documents/parts.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { documentText } from '#shared/text/zh-CN/announcements-document.ts';
import { awardPaperText as words } from '#shared/text/zh-CN/award-papers.ts';
import { withoutTurns } from '../../announcements/published-text.ts';
import type { Party } from '../model.ts';
import type { Standing } from '../standing.ts';
import type { PaperFacts, Parties } from './facts.ts';

/** `what` counts no more; nothing where it does. */
export function stampOf(standing: Standing, what: string): Pick<OfficialDocument, 'stamp'> {
  const text = stampText(standing, what);
  return text === undefined ? {} : { stamp: { word: words.stamp.word, text } };
}

function stampText(standing: Standing, what: string): string | undefined {
  switch (standing.as) {
    case 'in_force':
    case 'corrected':
      return undefined;
    case 'changed':
      return words.stamp.changed(what, toPlainDate(standing.at), withoutTurns(standing.document));
    case 'ended': {
      const { notice } = standing;
      if (notice === null) return words.stamp.endedSomehow(what);
      return words.stamp.ended(what, toPlainDate(notice.at), withoutTurns(notice.title));
    }
  }
}

/** How purchaser and agency are reached. */
export function contactsOf({ purchaser, agency }: Parties): readonly DocumentBlock[] {
  const contact = ({ name, address, phone }: Party) => words.contact(name, address, phone);
  return fieldsOf(
    [words.labels.purchaser, contact(purchaser)],
    [words.labels.agency, agency === null ? '' : contact(agency)],
  );
}

/** The purchaser, and its agency below it, on the day of the letter: that of the 结果公告. */
export function signatureOf({
  purchaser,
  agency,
  letter,
}: Parties & { readonly letter: Pick<PaperFacts['letter'], 'day'> }): OfficialDocument['signature'] {
  const names = [purchaser.name, agency?.name ?? ''].filter((name) => name !== '');
  return { name: names.join('\n'), date: documentText.date(letter.day) };
}
