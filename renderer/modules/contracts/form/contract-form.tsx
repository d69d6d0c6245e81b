// The form of a contract: what was signed with the supplier of the result. Whatever is known of the section stands in it from the beginning.
import { type ReactNode, useMemo } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { whyUnreadable } from '#renderer/ui/fields/parse-number.ts';
import { isBlank, linesIn } from '#renderer/ui/form/content-of-schema.ts';
import type { WrongText } from '#renderer/ui/form/form-content.ts';
import { RecordForm } from '#renderer/ui/form/record-form-view.tsx';
import { sectionState } from '#renderer/ui/form/section-state.ts';
import { showing } from '#renderer/ui/form/shown-findings.ts';
import { type Live, useRecordForm } from '#renderer/ui/form/use-record-form.ts';
import type { Contract, ContractContent, ContractField } from '#shared/domain/contracts/model.ts';
import { readWhole, yuanToFen } from '#shared/kernel/money.ts';
import { contractPages, describeField, fieldLabel, label } from '#shared/text/index.ts';
import { type Answer, missingPapers, requiredNow } from './asked-now.ts';
import { BasicFields, mostCopies } from './basic-fields.tsx';
import { type About, contractName, contractRecord, type OpenContract } from './contract-record.ts';
import { fieldWords } from './field-words.ts';
import { contractFields as fields } from './fields.ts';
import { ItemLines } from './item-lines.tsx';
import { PaperFields } from './paper-fields.tsx';
import { PartyFields } from './party-fields.tsx';
import { PaymentLines } from './payment-lines.tsx';
import { BondFields, PerformanceFields } from './performance-fields.tsx';
import { PriceFields } from './price-fields.tsx';
import { ProjectPart } from './project-part.tsx';
import { ScopeFields } from './scope-fields.tsx';
import { SubcontractLines } from './subcontract-lines.tsx';

const words = contractPages.form;
const rules = showing({
  incomplete: new Set([
    'contract.required',
    'contract.rate_missing',
    'contract.amount_reason',
    'contract.several_reason',
    'contract.items_missing',
    'contract.item_incomplete',
    'contract.payments_missing',
    'contract.payment_incomplete',
    'contract.bond_form',
    'contract.bond_expires',
    'contract.subcontract_incomplete',
    'contract.full_text_missing',
    'contract.public_text_missing',
    'contract.secret_basis',
  ]),
  wrong: 'where touched',
});

const sectionFields = {
  project: [],
  basic: ['contractNo', 'contractName', 'contractKind', 'signedOn', 'place', 'copies'],
  parties: ['purchaserContact', 'supplierContact', 'supplierBank', 'supplierAccount'],
  price: ['amountKind', 'amount', 'rate', 'amountReason', 'several'],
  items: ['items'],
  performance: ['period', 'performancePlace', 'acceptanceStandard'],
  payments: ['payments'],
  bond: ['bondAmount', 'bondForm', 'bondIssuer', 'bondExpiresOn'],
  subcontracts: ['subcontracts'],
  scope: ['secret', 'secretBasis', 'nothingHidden', 'other'],
  files: ['files'],
} as const satisfies Readonly<Record<string, readonly ContractField[]>>;
type SectionId = keyof typeof sectionFields;
const sectionIds = Object.keys(sectionFields) as readonly SectionId[];

const dates: ReadonlySet<string | undefined> = new Set(['signedOn', 'bondExpiresOn', 'dueOn']);

export function ContractForm(open: OpenContract) {
  const { about } = open;
  const live = useMemo(() => checking(about), [about]);
  const form = useRecordForm(contractRecord, open, live);
  const { content } = form.state;
  const { answer } = form;
  const required = requiredNow(content, answer);
  const bodies: Readonly<Record<SectionId, ReactNode>> = {
    project: <ProjectPart answer={answer} isNew={form.isNew} />,
    basic: <BasicFields answer={answer} />,
    parties: <PartyFields answer={answer} />,
    price: <PriceFields answer={answer} />,
    items: <ItemLines />,
    performance: <PerformanceFields />,
    payments: <PaymentLines />,
    bond: <BondFields />,
    subcontracts: <SubcontractLines />,
    scope: <ScopeFields />,
    files: <PaperFields />,
  };
  const sections = sectionIds.map((id) => ({
    id: `contract-section-${id}`,
    title: words.sections[id],
    state: sectionState(
      sectionFields[id].map((key) => ({
        key,
        asked: { required: required.has(key), blank: isUnfilled(key, content) },
      })),
      form.shown,
    ),
    children: bodies[id],
  }));
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
        back={{ label: words.buttons.toList, to: contractRecord.away(about) }}
        fieldIdOf={fields.fieldIdOf}
        form={form}
        name={contractName(content)}
        nameOf={(path) => fieldLabel('contracts.content', path)}
        returned={returnOf(open.record)}
        sections={sections}
        subtitle={
          answer === undefined ? null : contractPages.sectionName(answer.sectionNo, answer.sectionName)
        }
        title={form.isNew ? words.newTitle : words.editTitle}
        words={words}
        wordsOf={fieldWords}
      />
    </fields.Provider>
  );
}

function checking({ sectionId }: About): Live<ContractContent, Answer> {
  return {
    ask: (id, content) => ask('contracts.check', { id, sectionId, content }),
    rules,
    linesOf: linesIn,
    wordsFor: (wrong) => `${why(wrong)}${words.keep}`,
    done: words.done,
  };
}

function why({ path, field, column, text }: WrongText): string {
  if (dates.has(column ?? field)) return describeField({ path, code: 'invalid_date' });
  return whyUnreadable(field === 'copies' ? readWhole(text, 1, mostCopies) : yuanToFen(text));
}

function isUnfilled(field: ContractField, content: ContractContent): boolean {
  return field === 'files' ? missingPapers(content).length > 0 : isBlank(content[field]);
}

/** Why it came back. */
function returnOf(contract: Contract | null): { readonly title: string; readonly reason: string } | null {
  const last =
    contract?.status === 'returned'
      ? contract.history.findLast(({ action }) => action === 'contracts.return')
      : undefined;
  if (last === undefined) return null;
  const who = contractPages.timeline.by(label(`roles.${last.role}`), last.name);
  return { title: words.returned.title(who), reason: words.returned.reason(last.note) };
}
