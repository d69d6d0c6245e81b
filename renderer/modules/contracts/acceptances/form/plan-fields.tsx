// 验收方案: which part of the contract, when, where, how and by which standards; of a service also whether it is one for everybody.
import { Choices } from '#renderer/ui/fields/choices.tsx';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import {
  type AcceptancePart,
  type AcceptanceStage,
  acceptanceParts,
  stagesOf,
} from '#shared/domain/contracts/acceptances/model.ts';
import { acceptancePages, label } from '#shared/text/index.ts';
import css from '../acceptances.module.css';
import type { Answer } from './asked-now.ts';
import { acceptanceFields as fields } from './fields.ts';

const words = acceptancePages.form;

export function PlanFields({ answer }: { readonly answer: Answer | undefined }) {
  const { content } = fields.useForm();
  const { part, stage, publicService } = content;
  const category = answer?.category;
  return (
    <FieldGrid>
      <fields.FieldFrame group name="part" wide>
        {(control) => (
          <>
            <PartChoice control={control} />
            {part === null ? null : <p className={css['under']}>{words.parts[part]}</p>}
          </>
        )}
      </fields.FieldFrame>
      {category === undefined ? null : (
        <fields.ChoiceField<AcceptanceStage>
          name="stage"
          options={stagesOf[category].map((value) => ({ value, text: label(`acceptances.stage.${value}`) }))}
          wide
        />
      )}
      {stage === 'period' ? (
        <>
          <fields.DateField name="periodFrom" />
          <fields.DateField name="periodUntil" />
        </>
      ) : null}
      <fields.DateField name="heldOn" />
      <fields.TextField name="place" />
      {/* What was answered before the category was known can be taken back. */}
      {category === 'C' || publicService ? <PublicService /> : null}
      <fields.LongTextField name="method" />
      <fields.LongTextField name="standards" />
    </FieldGrid>
  );
}

type ControlProps = { readonly control: Parameters<Parameters<typeof fields.FieldFrame>[0]['children']>[0] };

function PartChoice({ control }: ControlProps) {
  const { content, set, touch } = fields.useForm();
  return (
    <Choices<AcceptancePart>
      chosen={content.part}
      control={control}
      onBlur={() => touch('part')}
      onChange={(value) => set('part', value)}
      options={acceptanceParts.map((value) => ({
        key: value,
        value,
        text: label(`acceptances.part.${value}`),
      }))}
    />
  );
}

function PublicService() {
  const { content, set, touch } = fields.useForm();
  return (
    <fields.FieldFrame group help={words.publicService.only} name="publicService" wide>
      {(control) => (
        <Choices
          chosen={String(content.publicService)}
          control={control}
          onBlur={() => touch('publicService')}
          onChange={(value) => set('publicService', value)}
          options={[
            { key: 'false', value: false, text: words.publicService.no },
            { key: 'true', value: true, text: words.publicService.yes },
          ]}
        />
      )}
    </fields.FieldFrame>
  );
}
