// The form of a result: who is determined from the ranking, and why where that is not the first.
import { type ReactNode, useMemo } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { whyUnreadable } from '#renderer/ui/fields/parse-number.ts';
import { isBlank } from '#renderer/ui/form/content-of-schema.ts';
import type { WrongText } from '#renderer/ui/form/form-content.ts';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { RecordForm } from '#renderer/ui/form/record-form-view.tsx';
import { sectionState } from '#renderer/ui/form/section-state.ts';
import { showing } from '#renderer/ui/form/shown-findings.ts';
import { type Live, useRecordForm } from '#renderer/ui/form/use-record-form.ts';
import type { Award, AwardContent, AwardField } from '#shared/domain/awards/model.ts';
import { readQuantity, readWhole, yuanToFen } from '#shared/kernel/money.ts';
import { awardPages, describeField, fieldLabel, label } from '#shared/text/index.ts';
import { type About, awardRecord, linesOf, type OpenAward, placeOf } from './award-record.ts';
import { Candidates, mostRank } from './candidates.tsx';
import { Determination } from './determination.tsx';
import { PassedOverLines, ReportFields, TieFields } from './explanations.tsx';
import { fieldWords } from './field-words.ts';
import { awardFields as fields } from './fields.ts';
import {
  type Answer,
  isExplained,
  rankingNow,
  requiredNow,
  type Standing,
  standingOf,
  tiedWith,
} from './standing.ts';

const words = awardPages.form;
const rules = showing({
  incomplete: new Set([
    'award.no_candidates',
    'award.candidate_incomplete',
    'award.winner_missing',
    'award.passed_over_unexplained',
    'award.tie',
    'award.amount_missing',
    'award.address_missing',
    'award.member_incomplete',
    'award.size_unsaid',
    'award.authority_missing',
    'award.reported_again',
    'award.record_missing',
  ]),
  wrong: 'where touched',
});

const sectionFields = {
  candidates: ['candidates', 'records'],
  determination: ['basis', 'authority', 'winner', 'amount', 'rate', 'address', 'sizeClass', 'members'],
  passedOver: ['passedOver'],
  tie: ['tie'],
  report: ['report'],
  note: ['note'],
} as const satisfies Readonly<Record<string, readonly AwardField[]>>;
type SectionId = keyof typeof sectionFields;

export function AwardForm(open: OpenAward) {
  const { about } = open;
  const live = useMemo(() => checking(about), [about]);
  const form = useRecordForm(awardRecord, open, live);
  const { content } = form.state;
  const { answer } = form;
  const ranking = useMemo(() => rankingNow(content, answer) ?? [], [content, answer]);
  const standing = standingOf(content.winner, ranking);
  const required = requiredNow(content, standing, answer);
  const bodies: Readonly<Record<SectionId, ReactNode>> = {
    candidates: <Candidates answer={answer} />,
    determination: <Determination answer={answer} ranking={ranking} standing={standing} />,
    passedOver: <PassedOverLines standing={standing} />,
    tie: <TieFields standing={standing} />,
    report: <ReportFields />,
    note: (
      <FieldGrid>
        <fields.LongTextField name="note" />
      </FieldGrid>
    ),
  };
  const sections = shownSections(content, standing, answer).map((id) => ({
    id: `award-section-${id}`,
    title: words.sections[id],
    state: sectionState(
      sectionFields[id].map((key) => ({
        key,
        asked: { required: required.has(key), blank: isUnfilled(key, content, standing, answer) },
      })),
      form.shown,
    ),
    children: bodies[id],
  }));
  const sectionNo = answer?.sectionNo ?? open.record?.sectionNo;
  const name = sectionNo === undefined ? awardPages.title : awardPages.ofSection(sectionNo);
  return (
    <fields.Provider
      value={{
        ...form.fields,
        content,
        required,
        set: (field, next) =>
          form.dispatch({ type: 'set', field, change: (now) => ({ ...now, [field]: next }) }),
      }}
    >
      <RecordForm
        back={{
          label: words.buttons.toProject,
          to: placeOf({ projectId: answer?.projectId ?? about.projectId }),
        }}
        fieldIdOf={fields.fieldIdOf}
        form={form}
        name={name}
        nameOf={(path) => fieldLabel('awards.content', path)}
        returned={returnOf(open.record)}
        sections={sections}
        subtitle={answer === undefined ? null : awardPages.sectionName(answer.sectionNo, answer.sectionName)}
        title={form.isNew ? words.newTitle : words.editTitle}
        words={words}
        wordsOf={fieldWords}
      />
    </fields.Provider>
  );
}

function checking({ sectionId }: About): Live<AwardContent, Answer> {
  return {
    ask: (_id, content) => ask('awards.check', { sectionId, content }),
    rules,
    linesOf,
    wordsFor: (wrong) => `${why(wrong)}${words.keep}`,
    done: words.done,
  };
}

function why({ field, column, text }: WrongText): string {
  if (field === 'report') return describeField({ path: field, code: 'invalid_date' });
  if (column === 'rank') return whyUnreadable(readWhole(text, 1, mostRank));
  if (column === 'score') return whyUnreadable(readQuantity(text));
  return whyUnreadable(yuanToFen(text));
}

/** What applies, and what was filled in although it does not. */
function shownSections(
  { passedOver, tie, report }: AwardContent,
  standing: Standing,
  answer: Answer | undefined,
): readonly SectionId[] {
  const tied = tiedWith(standing, passedOver).length > 0;
  return [
    'candidates',
    'determination',
    ...(standing.before.length > 0 || passedOver.length > 0 ? (['passedOver'] as const) : []),
    ...(tied || tie !== null ? (['tie'] as const) : []),
    ...(answer?.evaluatedAgain === true || report !== null ? (['report'] as const) : []),
    'note',
  ];
}

function isUnfilled(
  field: AwardField,
  content: AwardContent,
  standing: Standing,
  answer: Answer | undefined,
): boolean {
  if (field === 'passedOver') return !isExplained(standing, content.passedOver);
  // The centre fills it in.
  if (field === 'candidates' && answer?.told === true) return false;
  return isBlank(content[field]);
}

/** Why it came back. */
function returnOf(award: Award | null): { readonly title: string; readonly reason: string } | null {
  const last =
    award?.status === 'returned'
      ? award.history.findLast(({ action }) => action === 'awards.return')
      : undefined;
  if (last === undefined) return null;
  const who = awardPages.timeline.by(label(`roles.${last.role}`), last.name);
  return { title: words.returned.title(who), reason: words.returned.reason(last.note) };
}
