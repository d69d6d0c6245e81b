// What the contract says. Each side reads here what the website does not show: banks, accounts, the full text.
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { type Fact, Facts } from '#renderer/ui/record/facts.tsx';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import { amountNow, amountsOf } from '#shared/domain/contracts/changes/amounts.ts';
import type { Contract, ContractContent } from '#shared/domain/contracts/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { toRmbUppercase } from '#shared/kernel/rmb-uppercase.ts';
import { contractChangePages, contractPages, formatInstant, forms, label } from '#shared/text/index.ts';
import css from './contract-page.module.css';

const { page: words, form } = contractPages;
const name = (field: keyof ContractContent & string) => label(`contracts.content.${field}`);

export function ContractFacts({ contract }: { readonly contract: Contract }) {
  return (
    <>
      <RecordSection id="contract-facts" title={words.facts}>
        <Facts facts={[...basicFacts(contract), ...partyFacts(contract), ...priceFacts(contract)]} />
      </RecordSection>
      <RecordSection id="contract-terms" title={words.terms}>
        <Facts facts={[...termFacts(contract.content), ...scopeFacts(contract)]} />
      </RecordSection>
    </>
  );
}

function basicFacts(contract: Contract): readonly Fact[] {
  const { content, projectId, projectName, sectionNo, sectionName, filing, publishedAt } = contract;
  const { contractNo, contractKind, signedOn, place, copies } = content;
  return [
    {
      label: words.project,
      value: (
        <Anchor component={Link} to={`/projects/${projectId}`}>
          {projectName}
        </Anchor>
      ),
    },
    { label: words.section, value: contractPages.sectionName(sectionNo, sectionName) },
    { label: name('contractNo'), value: contractNo },
    {
      label: name('contractKind'),
      value: contractKind === null ? null : label(`contracts.kind.${contractKind}`),
    },
    { label: name('signedOn'), value: signedOn },
    ...filled('place', place),
    ...(copies === null ? [] : [{ label: name('copies'), value: words.copies(copies) }]),
    ...(publishedAt === null ? [] : [{ label: words.publishedAt, value: formatInstant(publishedAt) }]),
    ...(filing === null
      ? []
      : [
          { label: words.receiptNo, value: filing.no },
          { label: words.receiptBy, value: filing.by },
          { label: words.receiptAt, value: formatInstant(filing.at) },
        ]),
  ];
}

function partyFacts({ content, result }: Contract): readonly Fact[] {
  const { purchaserContact, supplierContact, supplierBank, supplierAccount } = content;
  const { supplierName, supplierUscc, supplierAddress, members } = result;
  return [
    { label: name('purchaserContact'), value: purchaserContact },
    { label: words.supplier, value: supplierName },
    { label: words.uscc, value: supplierUscc },
    { label: words.address, value: supplierAddress },
    ...(members.length === 0
      ? []
      : [
          {
            label: words.members,
            value: members.map((member) => (
              <div key={member.name}>{form.supplier.member(member.name, member.share)}</div>
            )),
          },
        ]),
    { label: name('supplierContact'), value: supplierContact },
    ...unpublished('supplierBank', supplierBank),
    ...unpublished('supplierAccount', supplierAccount),
  ];
}

function priceFacts(contract: Contract): readonly Fact[] {
  const { content, result } = contract;
  const { amountKind, amount, rate, amountReason, several } = content;
  const now = amountNow(amountsOf(contract));
  return [
    {
      label: name('amountKind'),
      value: amountKind === null ? null : label(`contracts.amountKind.${amountKind}`),
    },
    {
      label: name('amount'),
      value:
        amount === null ? null : (
          <>
            {formatYuan(amount)}
            <div className={css['second']}>{forms.money.uppercase(toRmbUppercase(amount))}</div>
          </>
        ),
    },
    ...(now === null || now === amount
      ? []
      : [{ label: contractChangePages.amounts.now, value: formatYuan(now) }]),
    ...(result.amount === null || result.amount === amount
      ? []
      : [{ label: form.result.amount, value: formatYuan(result.amount) }]),
    ...filled('rate', rate),
    ...(several === null ? [] : [{ label: name('several'), value: label(`contracts.several.${several}`) }]),
    ...longText('amountReason', amountReason),
  ];
}

function termFacts(content: ContractContent): readonly Fact[] {
  const { period, performancePlace, acceptanceStandard, bondAmount, bondForm, bondIssuer } = content;
  const bond = [
    ...(bondAmount === null ? [] : [formatYuan(bondAmount)]),
    ...(bondForm === null ? [] : [label(`contracts.bond.${bondForm}`)]),
    ...(bondIssuer === '' ? [] : [bondIssuer]),
  ];
  return [
    { label: name('period'), value: period },
    { label: name('performancePlace'), value: performancePlace },
    {
      label: name('acceptanceStandard'),
      value: <span className={css['text']}>{acceptanceStandard}</span>,
      wide: true,
    },
    { label: name('bondAmount'), value: bond.length === 0 ? form.bond.none : bond.join('，') },
    ...(content.bondExpiresOn === null
      ? []
      : [{ label: name('bondExpiresOn'), value: content.bondExpiresOn }]),
  ];
}

function scopeFacts({ content: { secret, secretBasis, nothingHidden, other } }: Contract): readonly Fact[] {
  return [
    {
      label: words.scope,
      value: secret ? words.secretly(secretBasis) : nothingHidden ? words.whole : words.apart,
    },
    ...longText('other', other),
  ];
}

function filled(field: keyof ContractContent & string, value: string): readonly Fact[] {
  return value === '' ? [] : [{ label: name(field), value }];
}

function longText(field: keyof ContractContent & string, value: string): readonly Fact[] {
  return value === ''
    ? []
    : [{ label: name(field), value: <span className={css['text']}>{value}</span>, wide: true }];
}

function unpublished(field: keyof ContractContent & string, value: string): readonly Fact[] {
  return value === ''
    ? []
    : [
        {
          label: name(field),
          value: (
            <>
              {value} <span className={css['second']}>{words.unpublished}</span>
            </>
          ),
        },
      ];
}
