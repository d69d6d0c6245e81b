// What a breach says: what happened and was noticed, what the other side answered, what was decided, and the files.
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { Attachments } from '#renderer/ui/fields/attachments.tsx';
import { type Fact, Facts } from '#renderer/ui/record/facts.tsx';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import {
  amountFields,
  amountFor,
  type Breach,
  type BreachContent,
  breachPurposes,
  has,
} from '#shared/domain/contracts/breaches/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { breachPages, formatInstant, forms, label } from '#shared/text/index.ts';
import { kindName } from '../breach-name.ts';
import css from '../breaches.module.css';

const { page: words } = breachPages;
const name = (field: keyof BreachContent) => label(`breaches.content.${field}`);

type Props = { readonly known: AskOutput<'breaches.get'> };

export function BreachFacts({ known }: Props) {
  const { breach } = known;
  const { content, status } = breach;
  const begun = content.upheld !== null || status === 'decided';
  return (
    <>
      {begun ? (
        <RecordSection aside={words.unpublished} id="breach-decision" title={words.decision}>
          <Facts facts={decisionFacts(breach)} />
        </RecordSection>
      ) : null}
      {breach.notifiedAt === null ? null : (
        <RecordSection id="breach-statement" title={words.statement}>
          <StatementFacts breach={breach} />
        </RecordSection>
      )}
      <RecordSection aside={words.unpublished} id="breach-sent" title={words.breach}>
        <Facts facts={contractFacts(known)} />
        <SentFacts breach={breach} />
      </RecordSection>
      {content.files.length === 0 ? null : (
        <RecordSection aside={words.unpublished} id="breach-files" title={words.files}>
          <Attachments
            files={content.files}
            id="breach-attachments"
            label={words.files}
            purposes={breachPurposes.map((code) => ({ code, name: label(`breaches.purpose.${code}`) }))}
          />
        </RecordSection>
      )}
    </>
  );
}

/** What went out with the notice, and stays. */
export function SentFacts({ breach: { content, notifiedAt } }: { readonly breach: Breach }) {
  const { party, kind, delivery } = content;
  return (
    <Facts
      facts={[
        { label: name('party'), value: party === null ? null : label(`breaches.party.${party}`) },
        { label: name('kind'), value: kind === null ? null : kindName(kind) },
        { label: name('happenedOn'), value: content.happenedOn },
        { label: name('clause'), value: content.clause },
        text('facts', content.facts),
        text('demand', content.demand),
        { label: name('demandUntil'), value: content.demandUntil },
        { label: name('noticeNo'), value: content.noticeNo },
        { label: name('noticeOn'), value: content.noticeOn },
        { label: name('delivery'), value: delivery === null ? null : label(`breaches.delivery.${delivery}`) },
        { label: name('statementUntil'), value: content.statementUntil },
        ...(notifiedAt === null ? [] : [{ label: words.notifiedAt, value: formatInstant(notifiedAt) }]),
      ]}
    />
  );
}

export function StatementFacts({ breach: { statement, content } }: { readonly breach: Breach }) {
  if (statement === null) {
    return <p className={css['hint']}>{words.awaited(content.statementUntil ?? forms.none)}</p>;
  }
  if (statement.silent) return <p className={css['line']}>{words.silent}</p>;
  return (
    <Facts
      facts={[
        { label: label('breaches.statedOn'), value: statement.statedOn },
        {
          label: label('breaches.statement'),
          value: <span className={css['text']}>{statement.statement}</span>,
          wide: true,
        },
      ]}
    />
  );
}

function contractFacts({ breach, contractKnown }: Props['known']): readonly Fact[] {
  const { contractId, contractNo, contractName, projectName, supplierName, predecessorId } = breach;
  const contract = `${contractNo} ${contractName}`.trim();
  return [
    {
      label: words.contract,
      value: contractKnown ? <To text={contract} to={`/contracts/${contractId}`} /> : contract,
    },
    { label: words.project, value: projectName },
    { label: words.supplier, value: supplierName },
    ...(predecessorId === null
      ? []
      : [{ label: words.before, value: <To text={words.viewBefore} to={`/breaches/${predecessorId}`} /> }]),
  ];
}

const amounts = Object.keys(amountFields) as readonly (keyof typeof amountFields)[];

function decisionFacts({ content, decidedAt, reportedAt }: Breach): readonly Fact[] {
  const { upheld, consequences, articles, loss } = content;
  const chosen = consequences.filter((each) => has(content, each));
  const paid = amounts.filter((each) => has(content, each));
  return [
    { label: name('upheld'), value: upheld === null ? null : label(`breaches.upheld.${upheld}`) },
    { label: name('decisionNo'), value: content.decisionNo },
    ...(upheld === true
      ? [
          {
            label: name('consequences'),
            value: chosen.map((each) => label(`breaches.consequence.${each}`)).join('、'),
            wide: true,
          },
        ]
      : []),
    ...(has(content, 'remedy') ? [{ label: name('remedyUntil'), value: content.remedyUntil }] : []),
    ...paid.map((each) => ({ label: name(amountFields[each]), value: formatYuan(amountFor(content, each)) })),
    ...(has(content, 'penalty') && loss !== null ? [{ label: name('loss'), value: formatYuan(loss) }] : []),
    ...(paid.length === 0 ? [] : [text('amountBasis', content.amountBasis)]),
    text('reason', content.reason),
    ...(upheld === true
      ? [
          {
            label: name('articles'),
            value: articles.map((each) => label(`breaches.article.${each}`)).join('、'),
            wide: true,
          },
        ]
      : []),
    ...(decidedAt === null ? [] : [{ label: words.decidedAt, value: formatInstant(decidedAt) }]),
    ...(reportedAt === null
      ? []
      : [{ label: label('breaches.consequence.report'), value: words.reported, wide: true }]),
  ];
}

function text(field: keyof BreachContent, value: string): Fact {
  return {
    label: name(field),
    value: value === '' ? null : <span className={css['text']}>{value}</span>,
    wide: true,
  };
}

function To({ to, text: said }: { readonly to: string; readonly text: string }) {
  return (
    <Anchor component={Link} to={to}>
      {said}
    </Anchor>
  );
}
