// A labelled field: label above with the word 必填, the control, help, then what is wrong. The control gets its id and descriptions from here, so
// that no field is without a name and every message is read with it.
import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { forms } from '#shared/text/index.ts';
import { cx } from '../base/cx.ts';
import css from './field.module.css';

export type FieldMessage = { readonly severity: 'error' | 'warning'; readonly text: string };

/** Spread onto the control. */
export type FieldControl = {
  readonly id: string;
  readonly 'aria-label'?: string | undefined;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: boolean | undefined;
  readonly 'aria-required'?: boolean | undefined;
  /** For Mantine's inputs: see `described`. */
  readonly attributes?: Described;
};
type Described = { readonly input: Readonly<Record<'aria-describedby', string>> };

/** Mantine's inputs take their description from their own wrapper and drop any other, unless it is put on the element itself. */
export function described(ids: string | undefined): Pick<FieldControl, 'aria-describedby' | 'attributes'> {
  return ids === undefined
    ? {}
    : { 'aria-describedby': ids, attributes: { input: { 'aria-describedby': ids } } };
}

type Props = {
  readonly id: string;
  readonly label: string;
  readonly required?: boolean;
  readonly help?: ReactNode;
  readonly messages?: readonly FieldMessage[];
  /** Takes the whole row of a two-column section. */
  readonly wide?: boolean;
  /** Stands at the right end of the label's line, e.g. whence a value comes. */
  readonly aside?: ReactNode;
  /** Several boxes rather than one control: they name themselves, and the label names the group by `<id>-label`. */
  readonly group?: boolean;
  readonly children: (control: FieldControl) => ReactNode;
};

export function Field({
  id,
  label,
  required = false,
  help,
  messages = [],
  wide = false,
  aside,
  group = false,
  children,
}: Props) {
  const helpId = `${id}-help`;
  const messagesId = `${id}-messages`;
  const describedBy = [
    ...(help === undefined ? [] : [helpId]),
    ...(messages.length === 0 ? [] : [messagesId]),
  ].join(' ');
  return (
    <div className={cx(css['field'], wide && css['wide'])} data-field={id}>
      <div className={css['head']}>
        {group ? (
          <span className={css['label']} id={`${id}-label`}>
            <Label required={required} text={label} />
          </span>
        ) : (
          <label className={css['label']} htmlFor={id} id={`${id}-label`}>
            <Label required={required} text={label} />
          </label>
        )}
        {aside}
      </div>
      {children({
        id,
        ...described(describedBy === '' ? undefined : describedBy),
        'aria-invalid': messages.some(({ severity }) => severity === 'error'),
        'aria-required': required,
      })}
      {help === undefined ? null : (
        <div className={css['help']} id={helpId}>
          {help}
        </div>
      )}
      <FieldMessages id={messagesId} messages={messages} />
    </div>
  );
}

function Label({ text, required }: { readonly text: string; readonly required: boolean }) {
  return (
    <>
      {text}
      {required ? <span className={css['required']}>{forms.required}</span> : null}
    </>
  );
}

/** What is wrong, as sentences with an icon; the element stays, so that a screen reader hears what is added. */
export function FieldMessages({
  id,
  messages,
}: {
  readonly id: string;
  readonly messages: readonly FieldMessage[];
}) {
  return (
    <div aria-live="polite" className={css['messages']} id={id}>
      {messages.map(({ severity, text }) => (
        <div className={cx(css['message'], css[severity])} key={severity + text}>
          {severity === 'error' ? (
            <IconAlertCircle aria-hidden className={css['icon']} size={15} />
          ) : (
            <IconAlertTriangle aria-hidden className={css['icon']} size={15} />
          )}
          <span>
            <span className={css['severity']}>{forms[severity]}</span>
            {text}
          </span>
        </div>
      ))}
    </div>
  );
}

/** Moves the focus to a field by its id, scrolled to where it can be read; answers whether there is one. */
export function focusField(id: string): boolean {
  const element = document.getElementById(id);
  if (element === null) return false;
  element.scrollIntoView({ block: 'center' });
  element.focus({ preventScroll: true });
  return true;
}
