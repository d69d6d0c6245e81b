// A few answers beside or below each other, all of them seen: one may be chosen.
import { Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import { cx } from '../base/cx.ts';
import css from './choices.module.css';
import type { FieldControl } from './field.tsx';

type Choice<T> = { readonly key: string; readonly text: string; readonly value: T };

type Props<T> = {
  /** The first answer has its id: where a problem of the field leads. */
  readonly control: Pick<FieldControl, 'id' | 'aria-describedby'>;
  readonly options: readonly Choice<T>[];
  /** The key of the chosen one; null while none is. */
  readonly chosen: string | null;
  readonly onChange: (value: T) => void;
  readonly onBlur?: () => void;
  /** Where no label of a field names them: for those who hear, and what stands before them for the eye. */
  readonly name?: { readonly heard: string; readonly seen: ReactNode };
  /** Below each other: where an answer is as long as a line. */
  readonly stacked?: boolean;
  /** Behind them. */
  readonly children?: ReactNode;
};

export function Choices<T>({
  control,
  options,
  chosen,
  onChange,
  onBlur,
  name,
  stacked = false,
  children,
}: Props<T>) {
  const { id } = control;
  return (
    <div
      className={cx(name !== undefined && css['row'], stacked && css['stacked'])}
      role="radiogroup"
      {...(control['aria-describedby'] === undefined
        ? {}
        : { 'aria-describedby': control['aria-describedby'] })}
      {...(name === undefined ? { 'aria-labelledby': `${id}-label` } : { 'aria-label': name.heard })}
    >
      {name === undefined ? null : <span className={css['name']}>{name.seen}</span>}
      {options.map(({ key, text, value }, index) => (
        <Radio
          checked={chosen === key}
          classNames={{ root: css['choice'] ?? '' }}
          id={index === 0 ? id : `${id}-${key}`}
          key={key}
          label={text}
          name={id}
          onChange={() => onChange(value)}
          value={key}
          {...(onBlur === undefined ? {} : { onBlur })}
        />
      ))}
      {children}
    </div>
  );
}
