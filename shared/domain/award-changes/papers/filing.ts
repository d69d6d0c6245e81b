// 中标结果变更备案表: what was filed and approved, as the file of the procurement keeps it (法 art 42).
import type { DocumentBlock, OfficialDocument } from '#shared/documents/model.ts';
import { fieldsOf, paragraph, sectionsOf } from '#shared/documents/parts.ts';
import { formatChineseDate, toPlainDate } from '#shared/kernel/dates.ts';
import { label } from '#shared/text/index.ts';
import { documentText } from '#shared/text/zh-CN/announcements-document.ts';
import { awardChangePaperText } from '#shared/text/zh-CN/award-change-papers.ts';
import { awardPaperText } from '#shared/text/zh-CN/award-papers.ts';
import { withoutTurns } from '../../announcements/published-text.ts';
import { subjectOf } from '../../awards/papers/facts.ts';
import type { SectionResult } from '../../projects/result.ts';
import type { AwardChange, ChangeContent } from '../model.ts';
import { type Held, reasonOf, resultAfter } from './facts.ts';

const { filing: words } = awardChangePaperText;
const { labels } = awardPaperText;
const nameOf = (field: string) => label(`awardChanges.content.${field}`);
type Part = readonly [heading: string, ...blocks: DocumentBlock[]];

/** Undefined before it is approved: until then it has no number. */
export function filingOf(held: Held): OfficialDocument | undefined {
  const { change } = held;
  const { changeNo, content, submittedAt } = change;
  if (changeNo === null) return undefined;
  const lapsed = change.status === 'lapsed' ? change.history.at(-1) : undefined;
  return {
    title: words.title,
    blocks: [
      { kind: 'number', text: words.number(withoutTurns(changeNo)) },
      ...sectionsOf(
        subject(held),
        [words.original, ...resultFields(change.original, held)],
        changeItems(change),
        [words.after, ...after(held)],
        ...correctionsOf(content),
        ...filesOf(content),
        approvalOf(change),
      ),
    ],
    signature: {
      name: withoutTurns(change.purchaserName),
      date: submittedAt === null ? '' : documentText.date(toPlainDate(submittedAt)),
    },
    ...(lapsed === undefined
      ? {}
      : { stamp: { word: words.lapsed.word, text: words.lapsed.text(toPlainDate(lapsed.at)) } }),
  };
}

function subject(held: Held): Part {
  const { change, award, project } = held;
  const { about, method } = subjectOf(held);
  return [
    words.subject,
    ...fieldsOf(
      [labels.planNo, withoutTurns(project.planNo)],
      [labels.projectNo, about.projectNo],
      [labels.projectName, about.projectName],
      [labels.section, about.section],
      [labels.method, method.name],
      [labels.purchaser, withoutTurns(change.purchaserName)],
      [labels.agency, withoutTurns(award.letter?.agency?.name ?? '')],
    ),
  ];
}

function changeItems({ content, ...change }: AwardChange): Part {
  const { action, contractState, qualified, documentNo, reason } = content;
  return [
    words.change,
    ...fieldsOf(
      [nameOf('reasonCode'), reasonOf({ ...change, content })],
      [nameOf('action'), action === null ? '' : label(`awardChanges.action.${action}`)],
      [nameOf('documentNo'), withoutTurns(documentNo)],
      [
        nameOf('contractState'),
        contractState === null ? '' : label(`awardChanges.contractState.${contractState}`),
      ],
      [words.labels.qualified, qualified === null ? '' : words.qualified(qualified)],
      [nameOf('reason'), withoutTurns(reason)],
    ),
  ];
}

type Side = Pick<
  SectionResult,
  'supplierName' | 'supplierUscc' | 'supplierAddress' | 'members' | 'amount' | 'rate'
>;

function resultFields(
  side: Side & Partial<Pick<SectionResult, 'letter'>>,
  held: Held,
  letter = side.letter == null ? '' : words.letter(side.letter.no, toPlainDate(side.letter.at)),
): readonly DocumentBlock[] {
  const { method } = subjectOf(held);
  return fieldsOf(
    [words.labels.supplier(method), withoutTurns(side.supplierName)],
    [labels.uscc, withoutTurns(side.supplierUscc)],
    [nameOf('address'), withoutTurns(side.supplierAddress)],
    ...side.members.map(
      ({ name, share }) =>
        [labels.member, awardPaperText.member(withoutTurns(name), withoutTurns(share))] as const,
    ),
    [words.labels.amount(method), side.amount === null ? '' : documentText.amount(side.amount)],
    [labels.rate, withoutTurns(side.rate)],
    [words.labels.letter(method), withoutTurns(letter)],
  );
}

/** As it is in force, else as it will be. */
function after(held: Held): readonly DocumentBlock[] {
  const { change, section } = held;
  const { content, original } = change;
  if (content.action !== 'next_candidate' && content.action !== 'correct') return [paragraph(words.nobody)];
  const pending = section.change?.changeId === change.id ? section.change.result : undefined;
  const result = resultAfter(held) ?? pending;
  if (result === undefined) {
    const { winner, address, members, amount, rate } = content;
    const named = content.action === 'correct' ? original : { supplierName: winner, supplierUscc: '' };
    const { supplierName, supplierUscc } = named;
    const said = { supplierName, supplierUscc, supplierAddress: address, members, amount, rate };
    return resultFields(said, held, words.none);
  }
  const { letter } = result;
  if (letter === null) return resultFields(result, held, words.letterToCome);
  const stays = letter.no === original.letter?.no;
  return stays ? resultFields(result, held, words.letterStays(letter.no)) : resultFields(result, held);
}

function correctionsOf({ corrections }: ChangeContent): readonly Part[] {
  if (corrections.length === 0) return [];
  const cell = (text: string) => ({ text: [[{ text: withoutTurns(text) }]] });
  const keys = ['item', 'before', 'after'] as const;
  return [
    [
      words.corrections,
      {
        kind: 'table',
        head: keys.map((key) => nameOf(`corrections.${key}`)),
        rows: corrections.map((line) => keys.map((key) => cell(line[key]))),
      },
    ],
  ];
}

function filesOf({ files }: ChangeContent): readonly Part[] {
  if (files.length === 0) return [];
  const items = files.map(({ purpose, fileName }) => [
    [{ text: `${label(`awardChanges.purpose.${purpose}`)}：${withoutTurns(fileName)}` }],
  ]);
  return [[words.files, { kind: 'list', ordered: true, items }]];
}

function approvalOf({ approvedAt, approvedBy, history }: AwardChange): Part {
  const opinion = history.findLast(({ action }) => action === 'awardChanges.approve')?.note ?? '';
  return [
    words.approval,
    ...fieldsOf(
      [words.labels.opinion, withoutTurns(opinion) || words.agreed],
      [words.labels.approvedBy, withoutTurns(approvedBy ?? '')],
      [words.labels.approvedOn, approvedAt === null ? '' : formatChineseDate(toPlainDate(approvedAt))],
    ),
  ];
}
