// The fields of a content that is one flat object of a schema: each kind once, bound to the form by name. A module says its schema and words, and gets
// its fields typed: a text field takes only the name of a text.
import { createContext, type ReactNode, useContext } from 'react';
import type { z } from 'zod';
import { limitOf } from '#shared/domain/fields.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import type { Fen } from '#shared/kernel/money.ts';
import type { FileOf } from '../fields/added-files.ts';
import { Attachments } from '../fields/attachments.tsx';
import { Choices } from '../fields/choices.tsx';
import { DateInput } from '../fields/date-input.tsx';
import { Field, type FieldControl } from '../fields/field.tsx';
import { MoneyInput } from '../fields/number-inputs.tsx';
import { TelephoneBox, TextBox } from '../fields/text-box.tsx';
import type { FormFields } from './use-record-form.ts';

type Name<Content> = keyof Content & string;
/** Fields of the content whose value has this type. */
type FieldOf<Content, T> = {
  [F in Name<Content>]: Content[F] extends T ? (T extends Content[F] ? F : never) : never;
}[Name<Content>];

type Definition<Content> = {
  readonly shape: { readonly [F in Name<Content>]: z.ZodType<Content[F]> };
  /** Before the field's name in ids of controls. */
  readonly prefix: string;
  readonly labelOf: (field: Name<Content>) => string;
  readonly help: { readonly [F in Name<Content>]?: string };
};

export type FlatFormValue<Content> = FormFields<Name<Content>> & {
  readonly content: Content;
  readonly required: ReadonlySet<Name<Content>>;
  readonly set: <F extends Name<Content>>(field: F, value: Content[F]) => void;
};

type Frame<F extends string> = {
  readonly name: F;
  readonly wide?: boolean;
  readonly help?: ReactNode;
  readonly aside?: ReactNode;
};
type KeptFile = Omit<FileOf<'file'>, 'purpose'>;

export function flatForm<Content extends object>({ shape, prefix, labelOf, help }: Definition<Content>) {
  type Field1 = Name<Content>;
  const Context = createContext<FlatFormValue<Content> | undefined>(undefined);
  const fieldIdOf = (path: string) => `${prefix}-${path}`;
  /** The names that reach it are of fields that hold it. */
  const held = <T,>(content: Content, name: Field1) => content[name] as unknown as T;

  function useForm(): FlatFormValue<Content> {
    const value = useContext(Context);
    if (value === undefined) throw new Error(`a field of the form ${prefix} stands outside of it`);
    return value;
  }
  function useField<T>(name: Field1) {
    const { content, set, touch, unreadable, setUnreadable } = useForm();
    return {
      value: held<T>(content, name),
      unreadable: unreadable[name],
      set: (value: T, text?: string) => {
        set(name, value as unknown as Content[Field1]);
        if (text !== undefined || unreadable[name] !== undefined) setUnreadable(name, text);
      },
      touch: () => touch(name),
    };
  }

  function FieldFrame({
    name,
    wide = false,
    group = false,
    children,
    ...props
  }: Frame<Field1> & {
    /** Several boxes rather than one control. */
    readonly group?: boolean;
    readonly children: (control: FieldControl) => ReactNode;
  }) {
    const { messages, required } = useForm();
    return (
      <Field
        aside={props.aside}
        group={group}
        help={props.help ?? help[name]}
        id={fieldIdOf(name)}
        label={labelOf(name)}
        messages={messages.get(name) ?? []}
        required={required.has(name)}
        wide={wide}
      >
        {children}
      </Field>
    );
  }

  type TextProps = Frame<FieldOf<Content, string>> & {
    readonly lines?: { readonly min: number; readonly max: number };
  };
  function TextField({ lines, ...frame }: TextProps) {
    const { value, set, touch } = useField<string>(frame.name);
    return (
      <FieldFrame {...frame}>
        {(control) => (
          <TextBox
            control={control}
            limit={limitOf(shape[frame.name])}
            {...(lines === undefined ? {} : { lines })}
            onBlur={touch}
            onChange={set}
            value={value}
          />
        )}
      </FieldFrame>
    );
  }

  function LongTextField(frame: Frame<FieldOf<Content, string>>) {
    return <TextField {...frame} lines={{ min: 3, max: 12 }} wide />;
  }

  function TelephoneField(frame: Frame<FieldOf<Content, string>>) {
    const { value, set, touch } = useField<string>(frame.name);
    return (
      <FieldFrame {...frame}>
        {(control) => (
          <TelephoneBox
            control={control}
            limit={limitOf(shape[frame.name])}
            onBlur={touch}
            onChange={set}
            value={value}
          />
        )}
      </FieldFrame>
    );
  }

  function DateField(frame: Frame<FieldOf<Content, PlainDate | null>>) {
    const { value, set, touch, unreadable } = useField<PlainDate | null>(frame.name);
    return (
      <FieldFrame {...frame}>
        {(control) => (
          <DateInput
            control={control}
            label={labelOf(frame.name)}
            onBlur={touch}
            onChange={set}
            unreadable={unreadable}
            value={value}
          />
        )}
      </FieldFrame>
    );
  }

  function MoneyField(frame: Frame<FieldOf<Content, Fen | null>>) {
    const { value, set, touch, unreadable } = useField<Fen | null>(frame.name);
    return (
      <FieldFrame {...frame}>
        {(control) => (
          <MoneyInput control={control} onBlur={touch} onChange={set} unreadable={unreadable} value={value} />
        )}
      </FieldFrame>
    );
  }

  type ChoiceProps<T extends string | boolean> = Frame<FieldOf<Content, T | null>> & {
    /** Null takes the answer back. */
    readonly options: readonly { readonly value: T | null; readonly text: string }[];
  };
  /** A few answers, all of them seen; none is chosen before somebody does. */
  function ChoiceField<T extends string | boolean>({ options, ...frame }: ChoiceProps<T>) {
    const { value, set, touch } = useField<T | null>(frame.name);
    return (
      <FieldFrame {...frame} group>
        {(control) => (
          <Choices
            chosen={value === null ? null : String(value)}
            control={control}
            onBlur={touch}
            onChange={set}
            options={options.map((option) => ({ ...option, key: String(option.value) }))}
          />
        )}
      </FieldFrame>
    );
  }

  type FilesProps = Frame<FieldOf<Content, KeptFile[]>> & {
    readonly purpose: string;
    readonly newId: () => string;
  };
  function FilesField({ purpose, newId, ...frame }: FilesProps) {
    const { value, set, touch } = useField<readonly KeptFile[]>(frame.name);
    return (
      <FieldFrame {...frame} group wide>
        {({ id }) => (
          <Attachments
            files={value.map((file) => ({ ...file, purpose: 'file' as const }))}
            id={id}
            label={labelOf(frame.name)}
            newId={newId}
            onChange={(files) => {
              set(files.map(({ purpose: _, ...file }) => file));
              touch();
            }}
            purposes={[{ code: 'file', name: purpose }]}
          />
        )}
      </FieldFrame>
    );
  }

  return {
    Provider: Context,
    useForm,
    fieldIdOf,
    FieldFrame,
    TextField,
    LongTextField,
    TelephoneField,
    DateField,
    MoneyField,
    ChoiceField,
    FilesField,
  };
}
