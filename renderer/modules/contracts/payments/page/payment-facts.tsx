// What a payment says: the instalment, the invoice, what was paid, and the files.
import { Anchor, Table } from '@mantine/core';
import { Link } from 'react-router';
import { Attachments } from '#renderer/ui/fields/attachments.tsx';
import { type Fact, Facts } from '#renderer/ui/record/facts.tsx';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import { type Payment, paymentPurposes } from '#shared/domain/contracts/payments/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { toRmbUppercase } from '#shared/kernel/rmb-uppercase.ts';
import { hasPeriod } from '#shared/rules/contracts/payment-due.ts';
import { formatInstant, forms, label, paymentPages } from '#shared/text/index.ts';
import { kindName } from '../payment-name.ts';
import css from '../payments.module.css';
import { Struck } from '../struck.tsx';

const { page: words } = paymentPages;
const name = (field: string) => label(`payments.content.${field}`);

export function PaymentFacts({ payment }: { readonly payment: Payment }) {
  const { files } = payment.content;
  return (
    <>
      {payment.paid === null ? null : <PaidFacts payment={payment} />}
      {payment.amendments.length === 0 ? null : <Amendments payment={payment} />}
      <RecordSection aside={words.unpublished} id="payment-facts" title={words.facts}>
        <Facts facts={instalmentFacts(payment)} />
      </RecordSection>
      <RecordSection aside={words.unpublished} id="payment-invoice" title={words.invoice}>
        <Facts facts={invoiceFacts(payment)} />
      </RecordSection>
      {files.length === 0 ? null : (
        <RecordSection aside={words.unpublished} id="payment-papers" title={words.files}>
          <Attachments
            files={files}
            id="payment-files"
            label={words.files}
            purposes={paymentPurposes.map((code) => ({ code, name: label(`payments.purpose.${code}`) }))}
          />
        </RecordSection>
      )}
    </>
  );
}

function PaidFacts({ payment: { paid, status } }: { readonly payment: Payment }) {
  if (paid === null) return null;
  const { paidOn, paidAmount, budgetYear, fundingLine, last, vouchers } = paid;
  return (
    <RecordSection id="payment-paid" title={words.paid}>
      <Facts
        facts={[
          { label: label('payments.paidOn'), value: paidOn },
          {
            label: words.paidAmount,
            value: (
              <Struck when={status === 'void'}>
                <Money amount={paidAmount} />
              </Struck>
            ),
          },
          { label: words.budgetYear, value: String(budgetYear) },
          ...(fundingLine === '' ? [] : [{ label: words.fundingLine, value: fundingLine }]),
          ...(last ? [{ label: words.last, value: words.lastYes }] : []),
        ]}
      />
      {vouchers.length === 0 ? null : (
        <Attachments
          files={vouchers.map((file) => ({ ...file, purpose: 'file' as const }))}
          id="payment-vouchers"
          label={words.vouchers}
          purposes={[{ code: 'file', name: words.vouchers }]}
        />
      )}
    </RecordSection>
  );
}

/** What was recorded before, the latest first. */
function Amendments({ payment: { amendments } }: { readonly payment: Payment }) {
  const { columns, before } = words.amendment;
  return (
    <RecordSection id="payment-amendments" title={words.amendments}>
      <Table aria-label={words.amendments} verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            {[columns.at, columns.who, columns.before, columns.reason].map((column) => (
              <Table.Th key={column}>{column}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {amendments.toReversed().map(({ at, name: who, paid, reason }) => (
            <Table.Tr key={at}>
              <Table.Td>{formatInstant(at)}</Table.Td>
              <Table.Td>{who}</Table.Td>
              <Table.Td>
                <Struck when>{before(paid.paidOn, formatYuan(paid.paidAmount), paid.budgetYear)}</Struck>
              </Table.Td>
              <Table.Td className={css['text'] ?? ''}>{reason}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </RecordSection>
  );
}

function instalmentFacts(payment: Payment): readonly Fact[] {
  const { contractId, contractNo, contractName, projectId, projectName, supplierName, content } = payment;
  const { kind, amount, condition, sizeClass, interestRate, note } = content;
  return [
    {
      label: words.contract,
      value: <To text={`${contractNo} ${contractName}`.trim()} to={`/contracts/${contractId}`} />,
    },
    { label: words.project, value: <To text={projectName} to={`/projects/${projectId}`} /> },
    { label: words.supplier, value: supplierName },
    {
      label: name('sizeClass'),
      value: sizeClass === null ? null : label(`suppliers.size.${sizeClass}`),
    },
    { label: name('kind'), value: kind === null ? null : kindName(kind) },
    { label: name('amount'), value: amount === null ? null : <Money amount={amount} /> },
    { label: name('condition'), value: <span className={css['text']}>{condition}</span>, wide: true },
    ...dayFacts(payment),
    ...(interestRate === '' ? [] : [{ label: name('interestRate'), value: interestRate }]),
    ...(note === ''
      ? []
      : [{ label: name('note'), value: <span className={css['text']}>{note}</span>, wide: true }]),
  ];
}

function dayFacts({ content }: Payment): readonly Fact[] {
  const { basis, deliveredOn, acceptedOn, agreedOn } = content;
  const agreed = { label: name('agreedOn'), value: agreedOn };
  if (!hasPeriod(content)) return [agreed];
  return [
    { label: name('basis'), value: basis === null ? null : label(`payments.basis.${basis}`) },
    { label: name('deliveredOn'), value: deliveredOn },
    { label: name('acceptedOn'), value: acceptedOn },
    agreed,
  ];
}

function invoiceFacts({ content: { invoiceNo, invoiceAmount, invoiceOn } }: Payment): readonly Fact[] {
  return [
    { label: name('invoiceNo'), value: invoiceNo },
    { label: name('invoiceOn'), value: invoiceOn },
    { label: name('invoiceAmount'), value: invoiceAmount === null ? null : formatYuan(invoiceAmount) },
  ];
}

function Money({ amount }: { readonly amount: number }) {
  return (
    <>
      {formatYuan(amount)}
      <div className={css['second']}>{forms.money.uppercase(toRmbUppercase(amount))}</div>
    </>
  );
}

function To({ to, text }: { readonly to: string; readonly text: string }) {
  return (
    <Anchor component={Link} to={to}>
      {text}
    </Anchor>
  );
}
