// The form of a breach: the notice while it is a draft; once the other side was heard, the decision below what was sent and answered.
import { type ReactNode, useMemo } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { whyUnreadable } from '#renderer/ui/fields/parse-number.ts';
import { isBlank, linesIn } from '#renderer/ui/form/content-of-schema.ts';
import type { WrongText } from '#renderer/ui/form/form-content.ts';
import { RecordForm } from '#renderer/ui/form/record-form-view.tsx';
import { sectionState } from '#renderer/ui/form/section-state.ts';
import { showing } from '#renderer/ui/form/shown-findings.ts';
import { type Live, useRecordForm } from '#renderer/ui/form/use-record-form.ts';
import { SheetPreview } from '#renderer/ui/record/sheet-preview.tsx';
import type { Breach, BreachContent, BreachField } from '#shared/domain/contracts/breaches/model.ts';
import { yuanToFen } from '#shared/kernel/money.ts';
import { breachPages, describeField, label } from '#shared/text/index.ts';
import { breachName } from '../breach-name.ts';
import { SentFacts, StatementFacts } from '../page/breach-facts.tsx';
import { type Answer, amountsAsked, isDeciding, requiredNow } from './asked-now.ts';
import { type About, breachRecord, noticeRecord, type OpenBreach } from './breach-record.ts';
import { ContractPart } from './contract-part.tsx';
import { AmountFields, DecisionFields } from './decision-fields.tsx';
import { nameOf } from './field-name.ts';
import { fieldWords } from './field-words.ts';
import { breachFields as fields } from './fields.ts';
import { BreachFields, NoticeFields } from './notice-fields.tsx';
import { PaperFields } from './paper-fields.tsx';

const words = breachPages.form;
const rules = showing({
  incomplete: new Set([
    'breach.required',
    'breach.clause_missing',
    'breach.evidence_missing',
    'breach.proof_to_come',
    'breach.decision_required',
    'breach.articles_missing',
    'breach.proof_missing',
    'breach.amount_missing',
    'breach.basis_missing',
    'breach.loss_unknown',
    'breach.end_unfounded',
    'breach.transfer_unreported',
  ]),
  wrong: 'where touched',
});

const amounts: ReadonlySet<string> = new Set(['reduction', 'penalty', 'damages', 'withheld', 'loss']);

const sectionFields = {
  contract: [],
  breach: ['party', 'happenedOn', 'kind', 'clause', 'facts'],
  notice: ['demand', 'demandUntil', 'noticeNo', 'noticeOn', 'statementUntil', 'delivery'],
  sent: [],
  statement: [],
  decision: ['upheld', 'decisionNo', 'consequences', 'remedyUntil', 'reason', 'articles'],
  amounts: ['reduction', 'penalty', 'damages', 'withheld', 'loss', 'amountBasis'],
  files: ['files'],
} as const satisfies Readonly<Record<string, readonly BreachField[]>>;
type SectionId = keyof typeof sectionFields;

export function BreachForm(open: OpenBreach) {
  const { about, record } = open;
  const deciding = isDeciding(record);
  const live = useMemo(() => checking(about, deciding), [about, deciding]);
  const form = useRecordForm(deciding ? breachRecord : noticeRecord, open, live);
  const { content } = form.state;
  const { answer } = form;
  const secret = answer?.contract.content.secret === true;
  const required = requiredNow(content, deciding, secret);
  const bodies: Readonly<Record<SectionId, ReactNode>> = {
    contract: (
      <ContractPart
        about={about}
        answer={answer}
        noticedTo={deciding ? (record?.supplierName ?? null) : null}
      />
    ),
    breach: <BreachFields />,
    notice: <NoticeFields answer={answer} />,
    sent: record === null ? null : <SentFacts breach={record} />,
    statement: record === null ? null : <StatementFacts breach={record} />,
    decision: <DecisionFields />,
    amounts: <AmountFields />,
    files: <PaperFields deciding={deciding} secret={secret} />,
  };
  const sections = shownSections(content, deciding).map((id) => ({
    id: `breach-section-${id}`,
    title: words.sections[id],
    state: sectionState(
      sectionFields[id].map((key) => ({
        key,
        asked: { required: required.has(key), blank: isBlank(content[key]) },
      })),
      form.shown,
    ),
    children: bodies[id],
  }));
  const contractNo = answer?.contract.content.contractNo ?? record?.contractNo ?? '';
  const document = answer?.document ?? null;
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
        back={{ label: words.buttons.toList, to: breachRecord.away(about) }}
        fieldIdOf={fields.fieldIdOf}
        form={form}
        name={breachName(content.kind, contractNo)}
        nameOf={nameOf}
        preview={
          document === null
            ? null
            : (opened, close) => (
                <SheetPreview
                  document={document}
                  name={document.title}
                  onClose={close}
                  opened={opened}
                  saved={null}
                  title={words.files.previewTitle}
                />
              )
        }
        returned={returnOf(record)}
        sections={sections}
        subtitle={answer === undefined ? null : answer.contract.content.contractName}
        title={form.isNew ? words.newTitle : words.editTitle}
        words={
          deciding
            ? words
            : { ...words, buttons: { ...words.buttons, submit: words.notify }, submit: words.notice }
        }
        wordsOf={fieldWords}
      />
    </fields.Provider>
  );
}

function shownSections(content: BreachContent, deciding: boolean): readonly SectionId[] {
  if (!deciding) return ['contract', 'breach', 'notice', 'files'];
  const withAmounts = amountsAsked(content).length > 0;
  return [
    'contract',
    'sent',
    'statement',
    'decision',
    ...(withAmounts ? (['amounts'] as const) : []),
    'files',
  ];
}

function checking({ contractId, predecessorId }: About, deciding: boolean): Live<BreachContent, Answer> {
  return {
    ask: (id, content) => ask('breaches.check', { id, contractId, predecessorId, content }),
    rules,
    linesOf: linesIn,
    wordsFor: (wrong) => `${why(wrong)}${words.keep}`,
    done: deciding ? words.done : { ...words.done, submitted: words.done.notified },
  };
}

function why({ path, field, text }: WrongText): string {
  return amounts.has(field) ? whyUnreadable(yuanToFen(text)) : describeField({ path, code: 'invalid_date' });
}

/** Why it came back. */
function returnOf(breach: Breach | null): { readonly title: string; readonly reason: string } | null {
  const last =
    breach?.status === 'returned'
      ? breach.history.findLast(({ action }) => action === 'breaches.return')
      : undefined;
  if (last === undefined) return null;
  const who = breachPages.timeline.by(label(`roles.${last.role}`), last.name);
  return { title: words.returned.title(who), reason: words.returned.reason(last.note) };
}
