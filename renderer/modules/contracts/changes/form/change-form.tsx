// The form of a 合同变更: what was agreed after the contract was filed, for how much, since when, with which papers.
import { type ReactNode, useMemo } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { whyUnreadable } from '#renderer/ui/fields/parse-number.ts';
import { isBlank, linesIn } from '#renderer/ui/form/content-of-schema.ts';
import type { WrongText } from '#renderer/ui/form/form-content.ts';
import { RecordForm } from '#renderer/ui/form/record-form-view.tsx';
import { sectionState } from '#renderer/ui/form/section-state.ts';
import { showing } from '#renderer/ui/form/shown-findings.ts';
import { type Live, useRecordForm } from '#renderer/ui/form/use-record-form.ts';
import { hasAmount } from '#shared/domain/contracts/changes/amounts.ts';
import type {
  ContractChange,
  ContractChangeContent,
  ContractChangeField,
} from '#shared/domain/contracts/changes/model.ts';
import { yuanToFen } from '#shared/kernel/money.ts';
import { contractChangePages, describeField, fieldLabel, label } from '#shared/text/index.ts';
import { AmountFields } from './amount-fields.tsx';
import { type Answer, missingPapers, requiredNow } from './asked-now.ts';
import { type About, changeRecord, type OpenChange } from './change-record.ts';
import { ContractPart } from './contract-part.tsx';
import { DayFields } from './day-fields.tsx';
import { fieldWords } from './field-words.ts';
import { changeFields as fields } from './fields.ts';
import { KindFields } from './kind-fields.tsx';
import { PaperFields } from './paper-fields.tsx';
import { PartyFields } from './party-fields.tsx';
import { TerminationFields } from './termination-fields.tsx';

const words = contractChangePages.form;
const rules = showing({
  incomplete: new Set([
    'contract_change.required',
    'contract_change.not_identical',
    'contract_change.full_text_missing',
    'contract_change.public_text_missing',
  ]),
  wrong: 'where touched',
});

const sectionFields = {
  contract: [],
  change: ['kind', 'clauses', 'description', 'reason'],
  amount: ['identical', 'amount'],
  party: ['newSupplier', 'newSupplierUscc'],
  termination: ['terminationReason', 'settlement'],
  day: ['changedOn'],
  files: ['nothingHidden', 'files'],
} as const satisfies Readonly<Record<string, readonly ContractChangeField[]>>;
type SectionId = keyof typeof sectionFields;

export function ChangeForm(open: OpenChange) {
  const { about } = open;
  const live = useMemo(() => checking(about), [about]);
  const form = useRecordForm(changeRecord, open, live);
  const { content } = form.state;
  const { answer } = form;
  const required = requiredNow(content);
  const bodies: Readonly<Record<SectionId, ReactNode>> = {
    contract: <ContractPart answer={answer} />,
    change: <KindFields />,
    amount: <AmountFields answer={answer} />,
    party: <PartyFields />,
    termination: <TerminationFields />,
    day: <DayFields answer={answer} />,
    files: <PaperFields answer={answer} />,
  };
  const sections = shownSections(content).map((id) => ({
    id: `contract-change-section-${id}`,
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
        back={{ label: words.buttons.toList, to: changeRecord.away(about) }}
        fieldIdOf={fields.fieldIdOf}
        form={form}
        name={contractChangePages.ofContract(contractNo)}
        nameOf={(path) => fieldLabel('contractChanges.content', path)}
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

function checking({ contractId }: About): Live<ContractChangeContent, Answer> {
  return {
    ask: (id, content) => ask('contractChanges.check', { id, contractId, content }),
    rules,
    linesOf: linesIn,
    wordsFor: (wrong) => `${why(wrong)}${words.keep}`,
    done: words.done,
  };
}

function why({ path, field, text }: WrongText): string {
  if (field === 'changedOn') return describeField({ path, code: 'invalid_date' });
  return whyUnreadable(yuanToFen(text));
}

/** What the kind of the change asks for. */
function shownSections({ kind }: ContractChangeContent): readonly SectionId[] {
  return [
    'contract',
    'change',
    ...(hasAmount(kind) ? (['amount'] as const) : []),
    ...(kind === 'party' ? (['party'] as const) : []),
    ...(kind === 'termination' ? (['termination'] as const) : []),
    'day',
    'files',
  ];
}

function isUnfilled(
  field: ContractChangeField,
  content: ContractChangeContent,
  answer: Answer | undefined,
): boolean {
  if (field === 'files') return missingPapers(content, answer).length > 0;
  return field === 'identical' ? !content.identical : isBlank(content[field]);
}

/** Why it came back. */
function returnOf(change: ContractChange | null): { readonly title: string; readonly reason: string } | null {
  const last =
    change?.status === 'returned'
      ? change.history.findLast(({ action }) => action === 'contractChanges.return')
      : undefined;
  if (last === undefined) return null;
  const who = contractChangePages.timeline.by(label(`roles.${last.role}`), last.name);
  return { title: words.returned.title(who), reason: words.returned.reason(last.note) };
}
