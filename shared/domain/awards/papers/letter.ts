// 中标（成交）通知书: to whom the section is awarded, for how much, and until when the contract is to be signed (法 art 43, 46; 87号令 art 69).
import type { OfficialDocument } from '#shared/documents/model.ts';
import { fieldsOf, paragraph, sectionsOf } from '#shared/documents/parts.ts';
import { documentText, fillInText } from '#shared/text/zh-CN/announcements-document.ts';
import { awardPaperText as words } from '#shared/text/zh-CN/award-papers.ts';
import type { PaperFacts } from './facts.ts';
import { contactsOf, signatureOf, stampOf } from './parts.ts';

/** Of a 联合体 it is addressed to all of them. */
export function addresseeOf({ winner }: PaperFacts): string {
  return fillInText.winner(
    winner.supplier,
    winner.members.map(({ name }) => name),
  );
}

export function letterOf(facts: PaperFacts): OfficialDocument {
  const { letter, method, about, planNo, period, winner, contractSignDays, byChange, standing } = facts;
  const { labels } = words;
  const you = words.letter.you(winner.members.length > 0);
  return {
    title: words.letter.title(method),
    blocks: [
      { kind: 'number', text: words.number(letter.no) },
      { kind: 'addressee', text: words.addressee(addresseeOf(facts)) },
      paragraph(
        byChange === null
          ? words.letter.opening(about, method, you)
          : words.letter.openingChanged(about, method, you, byChange.no),
      ),
      ...sectionsOf(
        [
          words.letter.facts(method),
          ...fieldsOf(
            [labels.planNo, planNo],
            [labels.projectNo, about.projectNo],
            [labels.projectName, about.projectName],
            [labels.section, about.section],
            [labels.method, method.name],
            [labels.supplier, winner.supplier],
            [labels.uscc, winner.uscc],
            ...winner.members.map(({ name, share }) => [labels.member, words.member(name, share)] as const),
            [words.letter.amount(method), winner.amount === null ? '' : documentText.amount(winner.amount)],
            [labels.rate, winner.rate],
            [labels.period, period],
          ),
        ],
        [
          words.letter.contract,
          paragraph(words.letter.sign(contractSignDays, method, you)),
          ...(winner.members.length === 0 ? [] : [paragraph(words.letter.consortium)]),
          paragraph(words.letter.binding(method)),
          ...(byChange?.replaces == null
            ? []
            : [paragraph(words.letter.replaces(method, byChange.replaces))]),
        ],
        [words.letter.contacts, ...contactsOf(facts)],
      ),
    ],
    signature: signatureOf(facts),
    ...stampOf(standing, words.stamp.letter),
  };
}
