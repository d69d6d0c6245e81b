// An input whose value is not its text: an amount, a date, a quantity. What is typed is never thrown away: text that cannot be read is handed on as
// `unreadable` beside the value null, and shown again as it was. Where the caller has no place for such a text (a dialog), the field keeps it itself,
// says what is wrong with it, and tells the dialog (`useUnreadTexts`), which saves nothing while it stands.
import { Input } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { described, type FieldControl, FieldMessages } from './field.tsx';
import css from './number-inputs.module.css';
import { useReportUnread } from './unread-texts.tsx';

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
  /** What is wrong with a text that is no value, in words. */
  readonly why: (text: string) => string;
  /** Said below while one types: what the text is taken for, where it does not show that itself. */
  readonly echo?: (text: string, value: T) => string | null;
  /** Another number whenever a value was taken from elsewhere, as from a calendar: it replaces a text that is none. The input stays, and its focus. */
  readonly renewed?: number;
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
  why,
  echo = () => null,
  renewed = 0,
  format,
  edit = format,
  align = 'left',
  inputMode = 'text',
  rightSection,
  rightSectionWidth = 32,
}: Props<T>) {
  // The text while the field has the focus; otherwise what the value says.
  const [typed, setTyped] = useState<string | null>(null);
  // Left behind as no value, where nobody else keeps it.
  const [kept, setKept] = useState<string | null>(null);
  const [seen, setSeen] = useState(renewed);
  if (seen !== renewed) {
    setSeen(renewed);
    setTyped(null);
    setKept(null);
  }
  const report = useReportUnread();
  const { id } = control;
  const own = report !== undefined && unreadable === undefined ? kept : null;
  useEffect(() => {
    report?.(id, own ?? undefined);
    return () => report?.(id, undefined);
  }, [report, id, own]);
  const ownId = `${id}-unread`;
  const saidElsewhere = control['aria-describedby'] === undefined ? [] : [control['aria-describedby']];
  const wrong = unreadable ?? own;
  const resting = wrong ?? (value === null ? '' : format(value));
  const echoed = typed === null || value === null ? null : echo(typed, value);

  return (
    <>
      <Input
        {...control}
        {...(own === null ? {} : described([...saidElsewhere, ownId].join(' ')))}
        autoComplete="off"
        disabled={disabled}
        error={own !== null || (control['aria-invalid'] ?? false)}
        aria-invalid={own !== null || (control['aria-invalid'] ?? false)}
        inputMode={inputMode}
        onBlur={() => {
          setTyped(null);
          onBlur?.();
        }}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          const parsed = text.trim() === '' ? { value: null } : parse(text);
          setKept(parsed === 'unreadable' ? text : null);
          if (parsed === 'unreadable') onChange(null, text);
          else onChange(parsed.value, undefined);
        }}
        onFocus={(event) => {
          const input = event.currentTarget;
          const wholly = input.selectionStart === 0 && input.selectionEnd === input.value.length;
          // At once, so that what Tab has selected is still selected when the text turns into what is edited.
          flushSync(() => setTyped(wrong ?? (value === null ? '' : edit(value))));
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
      {echoed === null ? null : (
        <output className={css['uppercase']} htmlFor={id}>
          {echoed}
        </output>
      )}
      {own === null ? null : <FieldMessages id={ownId} messages={[{ severity: 'error', text: why(own) }]} />}
    </>
  );
}
