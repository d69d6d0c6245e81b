// Fields of which all answers are seen: one of a few, yes or no, several.
import { Checkbox } from '@mantine/core';
import { Choices } from '#renderer/ui/fields/choices.tsx';
import type { CodeOption } from '#renderer/ui/fields/code-options.ts';
import type { FieldControl } from '#renderer/ui/fields/field.tsx';
import type { PlanField } from '#shared/domain/plans/model.ts';
import { planForm } from '#shared/text/index.ts';
import { usePlanForm } from './form-context.ts';
import css from './plan-field.module.css';
import { PlanFieldFrame } from './plan-field.tsx';

type ChoiceProps<T extends string> = {
  readonly name: PlanField;
  readonly value: T | null;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly onChange: (value: T) => void;
  readonly wide?: boolean;
};

/** A few answers, all of them seen. */
export function ChoiceField<T extends string>({ name, value, options, onChange, wide }: ChoiceProps<T>) {
  const { touch } = usePlanForm();
  return (
    <PlanFieldFrame group name={name} wide={wide ?? false}>
      {(control) => (
        <Choices
          chosen={value}
          control={control}
          onBlur={() => touch(name)}
          onChange={onChange}
          options={options.map((option) => ({ key: option.value, ...option }))}
        />
      )}
    </PlanFieldFrame>
  );
}

export function YesNoField({
  name,
  yes = planForm.yes,
  no = planForm.no,
}: {
  readonly name: 'entrusted' | 'importAllowed' | 'classified';
  readonly yes?: string;
  readonly no?: string;
}) {
  const { content, set } = usePlanForm();
  return (
    <ChoiceField
      name={name}
      onChange={(value) => set(name, value === 'yes')}
      options={[
        { value: 'no', text: no },
        { value: 'yes', text: yes },
      ]}
      value={content[name] ? 'yes' : 'no'}
    />
  );
}

export function ManyField({
  name,
  options,
}: {
  readonly name: 'greenPolicies';
  readonly options: readonly CodeOption[];
}) {
  const { content, set } = usePlanForm();
  const chosen = content[name];
  return (
    <PlanFieldFrame group name={name} wide>
      {({ id, ...control }) => (
        <fieldset aria-labelledby={`${id}-label`} {...groupOf(control)} className={css['group']}>
          {options.map(({ code, name: text }, index) => (
            <Checkbox
              checked={chosen.includes(code)}
              id={index === 0 ? id : `${id}-${code}`}
              key={code}
              label={text}
              onChange={(event) =>
                set(
                  name,
                  event.currentTarget.checked ? [...chosen, code] : chosen.filter((other) => other !== code),
                )
              }
              classNames={{ root: css['choice'] ?? '' }}
            />
          ))}
        </fieldset>
      )}
    </PlanFieldFrame>
  );
}

/** What a group of boxes takes of a control's attributes. */
function groupOf(control: Omit<FieldControl, 'id'>): Pick<FieldControl, 'aria-describedby' | 'aria-invalid'> {
  return { 'aria-describedby': control['aria-describedby'] };
}
