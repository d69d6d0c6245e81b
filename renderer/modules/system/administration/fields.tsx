// Fields of the administrator's forms: a label, what is wrong, and a plain control.
import { Checkbox, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { Field, type FieldControl, type FieldMessage } from '#renderer/ui/fields/field.tsx';
import { TelephoneBox, TextBox } from '#renderer/ui/fields/text-box.tsx';

type Common = {
  readonly id: string;
  readonly label: string;
  readonly messages: readonly FieldMessage[];
  readonly help?: ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
};

type TextProps = Common & {
  readonly value: string;
  /** As the schema of the field says (`limitOf`). */
  readonly limit: number | undefined;
  readonly telephone?: boolean;
  readonly onChange: (value: string) => void;
};

export function TextField({
  value,
  limit,
  telephone = false,
  onChange,
  disabled = false,
  ...common
}: TextProps) {
  const Box = telephone ? TelephoneBox : TextBox;
  return (
    <Field {...common}>
      {(control) => (
        <Box control={control} disabled={disabled} limit={limit} onChange={onChange} value={value} />
      )}
    </Field>
  );
}

type ChoiceProps<T extends string> = Common & {
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
};

export function ChoiceField<T extends string>({
  value,
  options,
  onChange,
  disabled = false,
  ...common
}: ChoiceProps<T>) {
  return (
    <Field {...common}>
      {(control) => (
        <Select
          {...plainControl(control)}
          allowDeselect={false}
          disabled={disabled}
          data={[...options]}
          value={value}
          onChange={(next) => {
            const option = options.find((each) => each.value === next);
            if (option !== undefined) onChange(option.value);
          }}
        />
      )}
    </Field>
  );
}

type CheckProps = {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
};

export function CheckField({ label, value, onChange }: CheckProps) {
  return (
    <Checkbox
      label={label}
      checked={value}
      onChange={(event) => onChange(event.currentTarget.checked)}
      mt={4}
    />
  );
}

/** Mantine takes no `undefined` for what may be left out. */
export function plainControl(control: FieldControl) {
  const { attributes } = control;
  return {
    id: control.id,
    error: control['aria-invalid'] === true,
    'aria-required': control['aria-required'] === true,
    ...(attributes === undefined ? {} : { attributes }),
  };
}
