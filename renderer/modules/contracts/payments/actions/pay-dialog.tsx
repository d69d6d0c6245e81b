// 登记已付款 and its 变更: day, amount, year and voucher. What the rules say stands below while one types; errors stop it, warnings are answered for.
import { Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { newId } from '#renderer/api/ids.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useCommand } from '#renderer/api/use-command.ts';
import { useToday } from '#renderer/ui/base/use-today.ts';
import { ConfirmAction } from '#renderer/ui/dialogs/confirm-action.tsx';
import { Consequence } from '#renderer/ui/dialogs/consequence.tsx';
import { Attachments } from '#renderer/ui/fields/attachments.tsx';
import { DateInput } from '#renderer/ui/fields/date-input.tsx';
import { Field } from '#renderer/ui/fields/field.tsx';
import { MoneyInput } from '#renderer/ui/fields/number-inputs.tsx';
import { TextBox } from '#renderer/ui/fields/text-box.tsx';
import { UnreadScope, useUnreadTexts } from '#renderer/ui/fields/unread-texts.tsx';
import { FindingList } from '#renderer/ui/form/finding-list.tsx';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { tellDone, tellRefusal } from '#renderer/ui/states/tell.ts';
import type { Paid, Payment } from '#shared/domain/contracts/payments/model.ts';
import { fieldLabel, forms, hasLabel, label, paymentPages } from '#shared/text/index.ts';
import { paymentName } from '../payment-name.ts';
import css from '../payments.module.css';
import { begun, inYear, type PaidNow, told, yearsAround } from './paid-now.ts';

const { pay: words } = paymentPages;
const mostInFundingLine = 200;
const nothing: Paid = {
  ...{ paidOn: '2000-01-01', paidAmount: 0, budgetYear: 2000, fundingLine: '', last: false, vouchers: [] },
};

type Props = {
  readonly payment: Payment;
  readonly asksLast: boolean;
  /** 涉及国家秘密: no voucher enters this system. */
  readonly secret: boolean;
  /** 资金来源 of later years that the contract has. */
  readonly funding: Parameters<typeof inYear>[2];
  readonly onClose: () => void;
};

export function PayDialog({ payment, asksLast, secret, funding, onClose }: Props) {
  const { id, contractId, contractName, content, status, fiscalYear } = payment;
  const amends = status === 'paid';
  const command = amends ? 'payments.amend' : 'payments.pay';
  const today = useToday();
  const { run, running } = useCommand(command);
  const [now, setNow] = useState<PaidNow>(() => {
    const first = begun(payment, today);
    return amends ? first : inYear(first, first.budgetYear, funding);
  });
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const unread = useUnreadTexts();
  const paid = told(now);
  const { data } = useAsk(
    'payments.check',
    { id, contractId, content, paid: paid ?? nothing },
    { enabled: paid !== null },
  );
  const findings = paid === null ? [] : (data?.findings ?? []);
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const stopped = findings.length > warnings.length || unread.texts.size > 0;
  const name = paymentName(content.kind, contractName);

  const confirm = async (reason: string) => {
    if (paid === null) return;
    const acknowledged = [...ticked];
    const answer = await run({ id, ...paid, acknowledged, ...(amends ? { reason } : {}) });
    if (!answer.ok) return tellRefusal(command, answer.error);
    tellDone(amends ? words.amended : words.done);
    onClose();
  };
  return (
    <ConfirmAction
      action={amends ? words.amendVerb : words.verb}
      blocked={
        paid === null || data === undefined || stopped || !warnings.every(({ ruleId }) => ticked.has(ruleId))
      }
      consequence={<Consequence command={command}>{amends ? words.amendBody : words.body}</Consequence>}
      onClose={onClose}
      onConfirm={(reason) => void confirm(reason)}
      opened
      {...(amends
        ? {
            reason: {
              ...{ label: words.reason, help: words.reasonHelp, min: 2 },
              tooShort: forms.decision.reasonShort,
            },
          }
        : {})}
      running={running}
      title={(amends ? words.amendTitle : words.title)(name)}
    >
      <UnreadScope report={unread.report}>
        <PaidFields
          asksLast={asksLast}
          fiscalYear={fiscalYear}
          funding={funding}
          now={now}
          secret={secret}
          set={setNow}
        />
      </UnreadScope>
      <FindingList
        findings={findings}
        nameOf={nameOf}
        tick={{
          label: forms.submit.acknowledge,
          ticked,
          onChange: (ruleId, on) => {
            const next = new Set(ticked);
            if (on) next.add(ruleId);
            else next.delete(ruleId);
            setTicked(next);
          },
        }}
      />
    </ConfirmAction>
  );
}

function nameOf(path: string): string {
  return hasLabel(`payments.${path}`) ? label(`payments.${path}`) : fieldLabel('payments.content', path);
}

type FieldsProps = {
  readonly now: PaidNow;
  readonly set: (next: PaidNow) => void;
  readonly asksLast: boolean;
  readonly secret: boolean;
  /** Of the contract. */
  readonly fiscalYear: number;
} & Pick<Props, 'funding'>;

function PaidFields({ now, set, asksLast, secret, fiscalYear, funding }: FieldsProps) {
  const today = useToday();
  const isOther = now.budgetYear !== fiscalYear;
  return (
    <div className={css['fields']}>
      <FieldGrid>
        <Field id="pay-on" label={label('payments.paidOn')} required>
          {(control) => (
            <DateInput
              control={control}
              label={label('payments.paidOn')}
              max={today}
              onChange={(paidOn) => set({ ...now, paidOn })}
              value={now.paidOn}
            />
          )}
        </Field>
        <Field id="pay-amount" label={label('payments.paidAmount')} required>
          {(control) => (
            <MoneyInput
              control={control}
              onChange={(paidAmount) => set({ ...now, paidAmount })}
              value={now.paidAmount}
            />
          )}
        </Field>
        <Field help={words.help.budgetYear} id="pay-year" label={label('payments.budgetYear')} required>
          {(control) => (
            <NativeSelect
              {...control}
              data={yearsAround(fiscalYear, today).map((year) => ({
                value: String(year),
                label: words.year(year),
              }))}
              onChange={({ currentTarget: { value } }) => set(inYear(now, Number(value), funding))}
              value={String(now.budgetYear)}
            />
          )}
        </Field>
        {isOther || now.fundingLine !== '' ? (
          <Field
            help={words.help.fundingLine(fiscalYear)}
            id="pay-funding"
            label={label('payments.fundingLine')}
            required={isOther}
          >
            {(control) => (
              <TextBox
                control={control}
                limit={mostInFundingLine}
                onChange={(fundingLine) => set({ ...now, fundingLine })}
                value={now.fundingLine}
              />
            )}
          </Field>
        ) : null}
      </FieldGrid>
      {asksLast ? (
        <Checkbox
          checked={now.last}
          description={words.help.last}
          label={words.lastText}
          my="xs"
          onChange={({ currentTarget: { checked } }) => set({ ...now, last: checked })}
        />
      ) : null}
      {secret ? null : (
        <Field group id="pay-vouchers" label={label('payments.vouchers')} wide>
          {({ id }) => (
            <Attachments
              files={now.vouchers.map((file) => ({ ...file, purpose: 'file' as const }))}
              id={id}
              label={label('payments.vouchers')}
              newId={newId}
              onChange={(files) => set({ ...now, vouchers: files.map(({ purpose: _, ...file }) => file) })}
              purposes={[{ code: 'file', name: label('payments.vouchers') }]}
            />
          )}
        </Field>
      )}
    </div>
  );
}
