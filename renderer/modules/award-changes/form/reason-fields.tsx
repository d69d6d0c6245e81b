// 变更原因: why the published result cannot stay, by which document, and how far its contract has come.
import { useMemo } from 'react';
import { codeOptions, optionOf } from '#renderer/ui/fields/code-options.ts';
import { CodePicker } from '#renderer/ui/fields/code-picker.tsx';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { resultChangeReasons } from '#shared/codes/outcome-reasons.ts';
import { contractStates } from '#shared/domain/award-changes/model.ts';
import { label } from '#shared/text/index.ts';
import type { Answer } from './changed-result.ts';
import { changeFields as fields } from './fields.ts';

export function ReasonFields({ answer }: { readonly answer: Answer | undefined }) {
  const { content } = fields.useForm();
  return (
    <FieldGrid>
      <Reason />
      {answer?.numbered === true || content.documentNo !== '' ? <fields.TextField name="documentNo" /> : null}
      <fields.LongTextField name="reason" />
      <fields.ChoiceField
        name="contractState"
        options={contractStates.map((value) => ({
          value,
          text: label(`awardChanges.contractState.${value}`),
        }))}
        wide
      />
    </FieldGrid>
  );
}

function Reason() {
  const { content, set, touch, today } = fields.useForm();
  const { reasonCode } = content;
  const options = useMemo(() => codeOptions(resultChangeReasons, today), [today]);
  return (
    <fields.FieldFrame name="reasonCode">
      {(control) => (
        <CodePicker
          chosen={reasonCode === null ? undefined : optionOf(resultChangeReasons, reasonCode)}
          control={control}
          onBlur={() => touch('reasonCode')}
          onChange={(code) =>
            set('reasonCode', resultChangeReasons.entries.find((each) => each.code === code)?.code ?? null)
          }
          options={options}
          value={reasonCode}
        />
      )}
    </fields.FieldFrame>
  );
}
