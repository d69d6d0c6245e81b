// The form of a 履约验收, in the order in which it is held: asked for, planned, who takes part, what is found, what is concluded, and the papers.
import { type ReactNode, useMemo } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { isBlank, linesIn } from '#renderer/ui/form/content-of-schema.ts';
import type { WrongText } from '#renderer/ui/form/form-content.ts';
import { RecordForm } from '#renderer/ui/form/record-form-view.tsx';
import { sectionState } from '#renderer/ui/form/section-state.ts';
import { showing } from '#renderer/ui/form/shown-findings.ts';
import { type Live, useRecordForm } from '#renderer/ui/form/use-record-form.ts';
import type {
  Acceptance,
  AcceptanceContent,
  AcceptanceField,
} from '#shared/domain/contracts/acceptances/model.ts';
import { acceptancePages, describeField, fieldLabel, label } from '#shared/text/index.ts';
import { type About, acceptanceRecord, type OpenAcceptance } from './acceptance-record.ts';
import { type Answer, isOpen, missingPapers, requiredNow } from './asked-now.ts';
import { ConclusionFields, RectificationFields } from './conclusion-fields.tsx';
import { ContractPart } from './contract-part.tsx';
import { fieldWords } from './field-words.ts';
import { acceptanceFields as fields } from './fields.ts';
import { MemberLines } from './member-lines.tsx';
import { OpinionFields, PartyFields } from './opinion-fields.tsx';
import { PaperFields } from './paper-fields.tsx';
import { PlanFields } from './plan-fields.tsx';
import { RequestFields } from './request-fields.tsx';
import { RowLines } from './row-lines.tsx';

const words = acceptancePages.form;
const rules = showing({
  incomplete: new Set([
    'acceptance.required',
    'acceptance.members_missing',
    'acceptance.member_incomplete',
    'acceptance.head',
    'acceptance.members_few',
    'acceptance.members_even',
    'acceptance.served_missing',
    'acceptance.served_silent',
    'acceptance.rows_missing',
    'acceptance.row_incomplete',
    'acceptance.items_unnamed',
    'acceptance.rectification',
    'acceptance.third_party_unnamed',
    'acceptance.signed_missing',
    'acceptance.completion_missing',
  ]),
  wrong: 'where touched',
});

const sectionFields = {
  contract: [],
  request: ['requestedBy', 'requestedOn', 'answeredOn'],
  plan: [
    ...(['part', 'stage', 'periodFrom', 'periodUntil', 'heldOn'] as const),
    ...(['place', 'publicService', 'method', 'standards'] as const),
  ],
  members: ['members'],
  rows: ['rows'],
  opinions: ['thirdParty', 'thirdPartyOpinion', 'servedOpinion'],
  conclusion: ['problems', 'groupOpinion', 'conclusion', 'passedItems'],
  rectification: ['rectification', 'rectifyUntil'],
  parties: ['purchaserOpinion', 'supplierAnswer', 'supplierReason'],
  files: ['files'],
} as const satisfies Readonly<Record<string, readonly AcceptanceField[]>>;
type SectionId = keyof typeof sectionFields;
const sectionIds = Object.keys(sectionFields) as readonly SectionId[];

export function AcceptanceForm(open: OpenAcceptance) {
  const { about } = open;
  const live = useMemo(() => checking(about), [about]);
  const form = useRecordForm(acceptanceRecord, open, live);
  const { content } = form.state;
  const { answer } = form;
  const required = requiredNow(content);
  const bodies: Readonly<Record<SectionId, ReactNode>> = {
    contract: <ContractPart about={about} answer={answer} />,
    request: <RequestFields answer={answer} />,
    plan: <PlanFields answer={answer} />,
    members: <MemberLines />,
    rows: <RowLines answer={answer} />,
    opinions: <OpinionFields />,
    conclusion: <ConclusionFields answer={answer} />,
    rectification: <RectificationFields />,
    parties: <PartyFields />,
    files: <PaperFields answer={answer} />,
  };
  const sections = shownSections(content).map((id) => ({
    id: `acceptance-section-${id}`,
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
  const contractNo = answer?.contract.content.contractNo ?? open.record?.contractNo ?? '';
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
        back={{ label: words.buttons.toList, to: acceptanceRecord.away(about) }}
        fieldIdOf={fields.fieldIdOf}
        form={form}
        name={acceptancePages.ofContract(contractNo)}
        nameOf={(path) => fieldLabel('acceptances.content', path)}
        returned={returnOf(open.record)}
        sections={sections}
        subtitle={answer === undefined ? null : answer.contract.content.contractName}
        title={form.isNew ? words.newTitle : words.editTitle}
        words={words}
        wordsOf={fieldWords}
      />
    </fields.Provider>
  );
}

function checking({ contractId }: About): Live<AcceptanceContent, Answer> {
  return {
    ask: (id, content) => ask('acceptances.check', { id, contractId, content }),
    rules,
    linesOf: linesIn,
    wordsFor: (wrong) => `${why(wrong)}${words.keep}`,
    done: words.done,
  };
}

/** Whatever has to be read here is a day. */
function why({ path }: WrongText): string {
  return describeField({ path, code: 'invalid_date' });
}

function shownSections(content: AcceptanceContent): readonly SectionId[] {
  const rectifies = isOpen(content) || content.rectification !== '' || content.rectifyUntil !== null;
  return sectionIds.filter((id) => id !== 'rectification' || rectifies);
}

function isUnfilled(field: AcceptanceField, content: AcceptanceContent, answer: Answer | undefined): boolean {
  return field === 'files' ? missingPapers(content, answer).length > 0 : isBlank(content[field]);
}

/** Why it came back. */
function returnOf(acceptance: Acceptance | null): { readonly title: string; readonly reason: string } | null {
  const last =
    acceptance?.status === 'returned'
      ? acceptance.history.findLast(({ action }) => action === 'acceptances.return')
      : undefined;
  if (last === undefined) return null;
  const who = acceptancePages.timeline.by(label(`roles.${last.role}`), last.name);
  return { title: words.returned.title(who), reason: words.returned.reason(last.note) };
}
