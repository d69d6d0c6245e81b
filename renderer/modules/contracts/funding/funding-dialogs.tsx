// 追加资金来源 of a later year, and 撤销 of a line that is wrong.
import { NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { newId } from '#renderer/api/ids.ts';
import { useCommand } from '#renderer/api/use-command.ts';
import { useToday } from '#renderer/ui/base/use-today.ts';
import { ConfirmAction } from '#renderer/ui/dialogs/confirm-action.tsx';
import { Consequence } from '#renderer/ui/dialogs/consequence.tsx';
import { codeOptions, optionOf } from '#renderer/ui/fields/code-options.ts';
import { CodePicker } from '#renderer/ui/fields/code-picker.tsx';
import { Field } from '#renderer/ui/fields/field.tsx';
import { MoneyInput } from '#renderer/ui/fields/number-inputs.tsx';
import { TextBox } from '#renderer/ui/fields/text-box.tsx';
import { UnreadScope, useUnreadTexts } from '#renderer/ui/fields/unread-texts.tsx';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { tellDone, tellRefusal } from '#renderer/ui/states/tell.ts';
import { fundSources } from '#shared/codes/policies.ts';
import { addFundingInput } from '#shared/domain/contracts/commands/funding.ts';
import { limitOf } from '#shared/domain/fields.ts';
import { forms, label, fundingPages as words } from '#shared/text/index.ts';
import { yearsToFund } from './carried.ts';

type AddProps = {
  readonly contract: { readonly id: string; readonly name: string; readonly fiscalYear: number };
  /** With which it begins. */
  readonly year: number;
  /** What nothing has been provided for yet. */
  readonly amount: number | null;
  readonly onClose: () => void;
};

const mostInDocument = limitOf(addFundingInput.documentNo) ?? 0;

export function AddFunding({ contract, year, amount, onClose }: AddProps) {
  const today = useToday();
  const { run, running } = useCommand('contracts.addFunding');
  const years = yearsToFund(contract.fiscalYear, today);
  const [lineId] = useState(newId);
  const [budgetYear, setYear] = useState(years.includes(year) ? year : (years[0] ?? year));
  const [fundSource, setSource] = useState<string | null>(null);
  const [fundAmount, setAmount] = useState(amount);
  const [documentNo, setDocument] = useState('');
  const options = useMemo(() => codeOptions(fundSources, today), [today]);
  const unread = useUnreadTexts();
  const blank = fundSource === null || fundAmount === null || documentNo.trim() === '';
  const confirm = async () => {
    const answer = await run({ id: contract.id, lineId, budgetYear, fundSource, fundAmount, documentNo });
    if (!answer.ok) return tellRefusal('contracts.addFunding', answer.error);
    tellDone(words.added);
    onClose();
  };
  return (
    <ConfirmAction
      action={words.add}
      blocked={blank || unread.texts.size > 0}
      consequence={
        <Consequence command="contracts.addFunding">{words.addBody(contract.fiscalYear)}</Consequence>
      }
      onClose={onClose}
      onConfirm={() => void confirm()}
      opened
      running={running}
      title={words.addTitle(contract.name)}
    >
      <UnreadScope report={unread.report}>
        <FieldGrid>
          <Field id="funding-year" label={label('contracts.budgetYear')} required>
            {(control) => (
              <NativeSelect
                {...control}
                data={years.map((each) => ({ value: String(each), label: words.year(each) }))}
                onChange={({ currentTarget: { value } }) => setYear(Number(value))}
                value={String(budgetYear)}
              />
            )}
          </Field>
          <Field id="funding-source" label={label('contracts.fundSource')} required>
            {(control) => (
              <CodePicker
                chosen={fundSource === null ? undefined : optionOf(fundSources, fundSource)}
                control={control}
                onChange={setSource}
                options={options}
                value={fundSource}
              />
            )}
          </Field>
          <Field id="funding-amount" label={label('contracts.fundAmount')} required>
            {(control) => <MoneyInput control={control} onChange={setAmount} value={fundAmount} />}
          </Field>
          <Field
            help={words.documentHelp}
            id="funding-document"
            label={label('contracts.documentNo')}
            required
          >
            {(control) => (
              <TextBox control={control} limit={mostInDocument} onChange={setDocument} value={documentNo} />
            )}
          </Field>
        </FieldGrid>
      </UnreadScope>
    </ConfirmAction>
  );
}

type WithdrawProps = {
  readonly contractId: string;
  readonly line: { readonly id: string; readonly documentNo: string; readonly budgetYear: number };
  readonly onClose: () => void;
};

export function WithdrawFunding({ contractId, line, onClose }: WithdrawProps) {
  const { run, running } = useCommand('contracts.withdrawFunding');
  const confirm = async (reason: string) => {
    const answer = await run({ id: contractId, lineId: line.id, reason });
    if (!answer.ok) return tellRefusal('contracts.withdrawFunding', answer.error);
    tellDone(words.withdrawn);
    onClose();
  };
  return (
    <ConfirmAction
      action={words.withdraw}
      consequence={<Consequence command="contracts.withdrawFunding">{words.withdrawBody}</Consequence>}
      danger
      onClose={onClose}
      onConfirm={(reason) => void confirm(reason)}
      opened
      reason={{ label: words.reason, min: 2, tooShort: forms.decision.reasonShort }}
      running={running}
      title={words.withdrawTitle(line.budgetYear, line.documentNo)}
    />
  );
}
