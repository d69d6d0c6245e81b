// 终止合同: why, and what becomes of what was delivered, paid and given as 履约保证金.
import { Choices } from '#renderer/ui/fields/choices.tsx';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { type TerminationReason, terminationReasons } from '#shared/domain/contracts/changes/model.ts';
import { label } from '#shared/text/index.ts';
import { changeFields as fields } from './fields.ts';

export function TerminationFields() {
  const { content, set, touch } = fields.useForm();
  return (
    <FieldGrid>
      <fields.FieldFrame group name="terminationReason" wide>
        {(control) => (
          <Choices<TerminationReason>
            chosen={content.terminationReason}
            control={control}
            onBlur={() => touch('terminationReason')}
            onChange={(reason) => set('terminationReason', reason)}
            options={terminationReasons.map((value) => ({
              key: value,
              value,
              text: label(`contractChanges.ended.${value}`),
            }))}
          />
        )}
      </fields.FieldFrame>
      <fields.LongTextField name="settlement" />
    </FieldGrid>
  );
}
