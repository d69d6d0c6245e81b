// What the change says, what the contract amounts to with it, and its papers.
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { Attachments } from '#renderer/ui/fields/attachments.tsx';
import { type Fact, Facts } from '#renderer/ui/record/facts.tsx';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import { countedAmount } from '#shared/domain/contracts/changes/amounts.ts';
import {
  type ContractChange,
  type ContractChangeContent,
  contractChangePurposes,
} from '#shared/domain/contracts/changes/model.ts';
import type { Contract } from '#shared/domain/contracts/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { toRmbUppercase } from '#shared/kernel/rmb-uppercase.ts';
import { contractChangePages, formatInstant, forms, label } from '#shared/text/index.ts';
import { amountFacts } from '../amount-facts.tsx';
import { ChangeClock } from '../change-clock.tsx';
import css from '../changes.module.css';

const { page: words, clock } = contractChangePages;
const name = (field: keyof ContractChangeContent & string) => label(`contractChanges.content.${field}`);

type Props = {
  readonly known: AskOutput<'contractChanges.get'>;
  /** Undefined while it is asked. */
  readonly contract: Contract | undefined;
};

export function ChangeFacts({ known, contract }: Props) {
  const { change, publish } = known;
  const { files } = change.content;
  const sums = contract === undefined ? [] : amountFacts(contract);
  return (
    <>
      {publish === null ? null : (
        <RecordSection id="contract-change-clock" title={clock.title}>
          <ChangeClock explanation={publish} publishedAt={change.publishedAt} />
        </RecordSection>
      )}
      <RecordSection id="contract-change-facts" title={words.facts}>
        <Facts
          facts={[
            ...changeFacts(change),
            ...(contract === undefined ? [] : [scopeFact(change, contract)]),
            ...longText('description', change.content.description),
            ...longText('reason', change.content.reason, words.unpublished),
            ...(change.content.kind === 'termination'
              ? longText('settlement', change.content.settlement, words.unpublished)
              : []),
          ]}
        />
      </RecordSection>
      {sums.length === 0 ? null : (
        <RecordSection id="contract-change-amounts" title={words.amounts}>
          <Facts facts={sums} />
        </RecordSection>
      )}
      {files.length === 0 ? null : (
        <RecordSection id="contract-change-papers" title={words.files}>
          <Attachments
            files={files}
            id="contract-change-files"
            label={words.files}
            purposes={contractChangePurposes.map((code) => ({
              code,
              name: label(`contractChanges.purpose.${code}`),
            }))}
          />
        </RecordSection>
      )}
    </>
  );
}

function changeFacts(change: ContractChange): readonly Fact[] {
  const { contractId, contractNo, contractName, projectId, projectName, supplierName, content } = change;
  const { kind, clauses, newSupplier, newSupplierUscc, terminationReason, changedOn } = content;
  const amount = countedAmount(content);
  return [
    {
      label: words.contract,
      value: <To text={`${contractNo} ${contractName}`.trim()} to={`/contracts/${contractId}`} />,
    },
    { label: words.project, value: <To text={projectName} to={`/projects/${projectId}`} /> },
    { label: words.supplier, value: supplierName },
    { label: name('kind'), value: kind === null ? null : label(`contractChanges.kind.${kind}`) },
    ...(amount === null
      ? []
      : [
          {
            label: name('amount'),
            value: (
              <>
                {formatYuan(amount)}
                <div className={css['second']}>{forms.money.uppercase(toRmbUppercase(amount))}</div>
              </>
            ),
          },
        ]),
    ...(kind === 'party'
      ? [
          { label: name('newSupplier'), value: newSupplier },
          { label: name('newSupplierUscc'), value: newSupplierUscc },
        ]
      : []),
    kind === 'termination'
      ? {
          label: name('terminationReason'),
          value: terminationReason === null ? null : label(`contractChanges.ended.${terminationReason}`),
        }
      : { label: name('clauses'), value: clauses },
    { label: name('changedOn'), value: changedOn },
    ...(change.publishedAt === null
      ? []
      : [{ label: words.publishedAt, value: formatInstant(change.publishedAt) }]),
  ];
}

function scopeFact({ content }: ContractChange, contract: Contract): Fact {
  const { scope, secretly, whole, apart } = words;
  const value = contract.content.secret ? secretly : content.nothingHidden ? whole : apart;
  return { label: scope, value };
}

function longText(
  field: 'description' | 'reason' | 'settlement',
  value: string,
  aside?: string,
): readonly Fact[] {
  const shown = (
    <>
      <span className={css['text']}>{value}</span>
      {aside === undefined ? null : <div className={css['second']}>{aside}</div>}
    </>
  );
  return [{ label: name(field), value: value === '' ? null : shown, wide: true }];
}

function To({ to, text }: { readonly to: string; readonly text: string }) {
  return (
    <Anchor component={Link} to={to}>
      {text}
    </Anchor>
  );
}
