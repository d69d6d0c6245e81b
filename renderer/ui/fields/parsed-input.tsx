// An input whose value is not its text: an amount, a date, a quantity. What is typed is never thrown away: text that cannot be read is handed on as
// `unreadable` beside the value null, and shown again as it was.
import { Input } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import type { FieldControl } from './field.tsx';

export type Parsed<T> = { readonly value: T | null } | 'unreadable';

export type ParsedProps<T> = {
  readonly control: FieldControl;
  readonly value: T | null;
  /** Typed text that could not be read as a value. */
  readonly unreadable?: string | undefined;
  readonly onChange: (value: T | null, unreadable: string | undefined) => void;
  readonly onBlur?: () => void;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly compact?: boolean;
};

type Props<T> = ParsedProps<T> & {
  readonly parse: (text: string) => Parsed<T>;
  /** As it is shown at rest, and as it is edited. */
  readonly format: (value: T) => string;
  readonly edit?: (value: T) => string;
  readonly align?: 'left' | 'right';
  readonly inputMode?: 'decimal' | 'numeric' | 'text';
  readonly rightSection?: ReactNode;
  readonly rightSectionWidth?: number;
};

export function ParsedInput<T>({
  control,
  value,
  unreadable,
  onChange,
  onBlur,
  disabled = false,
  placeholder = '',
  compact = false,
  parse,
  format,
  edit = format,
  align = 'left',
  inputMode = 'text',
  rightSection,
  rightSectionWidth = 32,
}: Props<T>) {
  // The text while the field has the focus; otherwise what the value says.
  const [typed, setTyped] = useState<string | null>(null);
  const resting = unreadable ?? (value === null ? '' : format(value));

  return (
    <Input
      {...control}
      autoComplete="off"
      disabled={disabled}
      error={control['aria-invalid'] ?? false}
      inputMode={inputMode}
      onBlur={() => {
        setTyped(null);
        onBlur?.();
      }}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        if (text.trim() === '') return onChange(null, undefined);
        const parsed = parse(text);
        if (parsed === 'unreadable') onChange(null, text);
        else onChange(parsed.value, undefined);
      }}
      onFocus={(event) => {
        const input = event.currentTarget;
        const wholly = input.selectionStart === 0 && input.selectionEnd === input.value.length;
        // At once, so that what Tab has selected is still selected when the text turns into what is edited.
        flushSync(() => setTyped(unreadable ?? (value === null ? '' : edit(value))));
        if (wholly) input.select();
      }}
      placeholder={placeholder}
      rightSection={rightSection}
      rightSectionPointerEvents="all"
      rightSectionWidth={rightSectionWidth}
      size={compact ? 'xs' : 'sm'}
      styles={{ input: { textAlign: align, fontVariantNumeric: 'tabular-nums' } }}
      value={typed ?? resting}
    />
  );
}
