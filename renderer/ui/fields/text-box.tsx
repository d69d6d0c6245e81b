// Words that a person types, on one line or several. Nothing is ever cut: what is too long stays, is marked, and is counted, so that whoever typed or
// pasted it shortens it as they mean.
import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { telephoneText } from '#shared/kernel/telephone.ts';
import { lengthOf } from '#shared/kernel/text.ts';
import { forms } from '#shared/text/index.ts';
import { cx } from '../base/cx.ts';
import type { FieldControl } from './field.tsx';
import css from './text-box.module.css';

type Props = {
  readonly control: FieldControl;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onBlur?: () => void;
  /** How many characters it may have, as its schema says (`limitOf`); undefined where there is no limit. */
  readonly limit: number | undefined;
  /** Lines that are shown; one, unless this says otherwise. */
  readonly lines?: { readonly min: number; readonly max?: number };
  readonly compact?: boolean;
  readonly disabled?: boolean;
  /** In a dialog: where one begins. */
  readonly first?: boolean;
  readonly placeholder?: string;
  readonly rightSection?: ReactNode;
};

/** From here on it is counted: before, nobody asks. */
const nearlyFull = 0.9;

export function TextBox({
  control,
  value,
  onChange,
  onBlur,
  limit,
  lines,
  compact = false,
  disabled = false,
  first = false,
  placeholder,
  rightSection,
}: Props) {
  const length = limit === undefined ? 0 : lengthOf(value);
  const tooLong = limit !== undefined && length > limit;
  const common = {
    ...control,
    autoComplete: 'off',
    disabled,
    error: tooLong || (control['aria-invalid'] ?? false),
    'aria-invalid': tooLong || (control['aria-invalid'] ?? false),
    size: compact ? 'xs' : 'sm',
    value,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange(event.currentTarget.value),
    ...(onBlur === undefined ? {} : { onBlur }),
    ...(first ? { 'data-autofocus': true } : {}),
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(rightSection === undefined ? {} : { rightSection }),
    // What a narrow cell does not show.
    ...(compact ? { title: value } : {}),
  };
  return (
    <>
      {lines === undefined ? (
        <TextInput {...common} />
      ) : (
        <Textarea
          {...common}
          autosize
          minRows={lines.min}
          {...(lines.max === undefined ? {} : { maxRows: lines.max })}
        />
      )}
      {limit === undefined ? null : <Counter length={length} limit={limit} />}
    </>
  );
}

/** Telephone numbers, brought into one form when the field is left; what is no number stays as it was typed. */
export function TelephoneBox({ onBlur, ...props }: Props) {
  const { value, onChange } = props;
  return (
    <TextBox
      {...props}
      onBlur={() => {
        const text = telephoneText(value);
        if (text !== value) onChange(text);
        onBlur?.();
      }}
    />
  );
}

/** How much of its room a text takes; nothing while there is enough. The element stays, so that a screen reader hears what is added. */
export function Counter({ length, limit }: { readonly length: number; readonly limit: number }) {
  const tooLong = length > limit;
  const said = tooLong
    ? forms.counter.tooLong(length, limit)
    : length > limit * nearlyFull
      ? forms.counter.room(length, limit)
      : '';
  return (
    <div aria-live="polite" className={cx(css['counter'], tooLong && css['tooLong'])}>
      {said}
    </div>
  );
}
