// The form of a 中标结果变更备案: why a published result is to be changed, into what, with which papers.
import { type ReactNode, useMemo } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { whyUnreadable } from '#renderer/ui/fields/parse-number.ts';
import { isBlank, linesIn } from '#renderer/ui/form/content-of-schema.ts';
import type { WrongText } from '#renderer/ui/form/form-content.ts';
import { RecordForm } from '#renderer/ui/form/record-form-view.tsx';
import { sectionState } from '#renderer/ui/form/section-state.ts';
import { showing } from '#renderer/ui/form/shown-findings.ts';
import { type Live, useRecordForm } from '#renderer/ui/form/use-record-form.ts';
import type { AwardChange, ChangeContent, ChangeField } from '#shared/domain/award-changes/model.ts';
import { readWhole, yuanToFen } from '#shared/kernel/money.ts';
import { awardChangePages, fieldLabel, label } from '#shared/text/index.ts';
import { ActionFields, mostQualified } from './action-fields.tsx';
import { type About, changeRecord, type OpenChange } from './change-record.ts';
import { type Answer, isWon, missingPapers, requiredNow } from './changed-result.ts';
import { CorrectionFields } from './correction-fields.tsx';
import { fieldWords } from './field-words.ts';
import { changeFields as fields } from './fields.ts';
import { PaperFields } from './paper-fields.tsx';
import { ProjectPart } from './project-part.tsx';
import { ReasonFields } from './reason-fields.tsx';
import { WinnerFields } from './winner-fields.tsx';

const words = awardChangePages.form;
const rules = showing({
  incomplete: new Set([
    'change.required',
    'change.document_missing',
    'change.paper_missing',
    'change.winner_missing',
    'change.nothing_corrected',
    'change.correction_incomplete',
    'award.amount_missing',
    'award.address_missing',
    'award.member_incomplete',
    'award.size_unsaid',
  ]),
  wrong: 'where touched',
});

const sectionFields = {
  project: [],
  reason: ['reasonCode', 'documentNo', 'reason', 'contractState'],
  action: ['action', 'qualified'],
  winner: ['winner', 'amount', 'rate', 'address', 'sizeClass', 'members'],
  corrections: ['corrections'],
  files: ['files'],
} as const satisfies Readonly<Record<string, readonly ChangeField[]>>;
type SectionId = keyof typeof sectionFields;

export function ChangeForm(open: OpenChange) {
  const { about } = open;
  const live = useMemo(() => checking(about), [about]);
  const form = useRecordForm(changeRecord, open, live);
  const { content } = form.state;
  const { answer } = form;
  const required = requiredNow(content, answer);
  const bodies: Readonly<Record<SectionId, ReactNode>> = {
    project: <ProjectPart answer={answer} isNew={form.isNew} />,
    reason: <ReasonFields answer={answer} />,
    action: <ActionFields answer={answer} />,
    winner: <WinnerFields answer={answer} />,
    corrections: <CorrectionFields />,
    files: <PaperFields answer={answer} />,
  };
  const sections = shownSections(content).map((id) => ({
    id: `change-section-${id}`,
    title: words.sections[id],
    state: sectionState(
      sectionFields[id].map((key) => ({
        key,
        asked: { required: required.has(key), blank: isUnfilled(key, content, answer) },
      })),
      form.shown,
    ),
    children: bodies[id],
  }));
  const sectionNo = answer?.sectionNo ?? open.record?.sectionNo;
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
        back={{ label: words.buttons.toList, to: changeRecord.away(about) }}
        fieldIdOf={fields.fieldIdOf}
        form={form}
        name={sectionNo === undefined ? awardChangePages.title : awardChangePages.ofSection(sectionNo)}
        nameOf={(path) => fieldLabel('awardChanges.content', path)}
        returned={returnOf(open.record)}
        sections={sections}
        subtitle={
          answer === undefined ? null : awardChangePages.sectionName(answer.sectionNo, answer.sectionName)
        }
        title={form.isNew ? words.newTitle : words.editTitle}
        words={words}
        wordsOf={fieldWords}
      />
    </fields.Provider>
  );
}

function checking({ sectionId }: About): Live<ChangeContent, Answer> {
  return {
    ask: (id, content) => ask('awardChanges.check', { id, sectionId, content }),
    rules,
    linesOf: linesIn,
    wordsFor: (wrong) => `${why(wrong)}${words.keep}`,
    done: words.done,
  };
}

function why({ field, text }: WrongText): string {
  return whyUnreadable(field === 'qualified' ? readWhole(text, 0, mostQualified) : yuanToFen(text));
}

/** What applies, and of what travels into the announcement what was filled in although it does not. */
function shownSections({ action, corrections }: ChangeContent): readonly SectionId[] {
  return [
    'project',
    'reason',
    'action',
    ...(isWon(action) ? (['winner'] as const) : []),
    ...(action === 'correct' || corrections.length > 0 ? (['corrections'] as const) : []),
    'files',
  ];
}

function isUnfilled(field: ChangeField, content: ChangeContent, answer: Answer | undefined): boolean {
  const papers = answer?.papers ?? [];
  return field === 'files' && papers.length > 0
    ? missingPapers(content, papers).length > 0
    : isBlank(content[field]);
}

/** Why it came back. */
function returnOf(change: AwardChange | null): { readonly title: string; readonly reason: string } | null {
  const last =
    change?.status === 'returned'
      ? change.history.findLast(({ action }) => action === 'awardChanges.return')
      : undefined;
  if (last === undefined) return null;
  const who = awardChangePages.timeline.by(label(`roles.${last.role}`), last.name);
  return { title: words.returned.title(who), reason: words.returned.reason(last.note) };
}
