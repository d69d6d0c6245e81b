// One field of the form with its label, help and messages; and the kinds of field it is made of.
import type { ReactNode } from 'react';
import { type CodeOption, optionOf } from '#renderer/ui/fields/code-options.ts';
import { CodePicker } from '#renderer/ui/fields/code-picker.tsx';
import { DateInput } from '#renderer/ui/fields/date-input.tsx';
import { Field, type FieldControl } from '#renderer/ui/fields/field.tsx';
import { IntegerInput, MoneyInput } from '#renderer/ui/fields/number-inputs.tsx';
import { TelephoneBox, TextBox } from '#renderer/ui/fields/text-box.tsx';
import type { CodeTable } from '#shared/codes/code-table.ts';
import { limitOf } from '#shared/domain/fields.ts';
import { type PlanContent, type PlanField, planContentSchema } from '#shared/domain/plans/model.ts';
import { label, planForm } from '#shared/text/index.ts';
import { fieldIdOf, usePlanForm } from './form-context.ts';
import { bounds, type WholeNumber } from './whole-numbers.ts';

/** Fields of the content whose value has this type. */
type FieldOf<T> = {
  [F in PlanField]: PlanContent[F] extends T ? (T extends PlanContent[F] ? F : never) : never;
}[PlanField];

const help: Readonly<Partial<Record<string, string>>> = planForm.help;

type FrameProps = {
  readonly name: PlanField;
  readonly wide?: boolean;
  readonly help?: ReactNode;
  readonly aside?: ReactNode;
  /** Several boxes rather than one control. */
  readonly group?: boolean;
  readonly children: (control: FieldControl) => ReactNode;
};

export function PlanFieldFrame({ name, wide = false, aside, group = false, children, ...props }: FrameProps) {
  const { messages, required } = usePlanForm();
  return (
    <Field
      aside={aside}
      group={group}
      help={props.help ?? help[name]}
      id={fieldIdOf(name)}
      label={label(`plans.content.${name}`)}
      messages={messages.get(name) ?? []}
      required={required.has(name)}
      wide={wide}
    >
      {children}
    </Field>
  );
}

type Plain<T> = {
  readonly name: FieldOf<T>;
  readonly wide?: boolean;
  readonly help?: ReactNode;
  readonly aside?: ReactNode;
};

type TextProps = Plain<string> & { readonly lines?: { readonly min: number; readonly max: number } };

export function TextField({ lines, ...frame }: TextProps) {
  const { content, set, touch } = usePlanForm();
  const { name } = frame;
  return (
    <PlanFieldFrame {...frame}>
      {(control) => (
        <TextBox
          control={control}
          limit={limitOf(planContentSchema.shape[name])}
          {...(lines === undefined ? {} : { lines })}
          onBlur={() => touch(name)}
          onChange={(text) => set(name, text)}
          value={content[name]}
        />
      )}
    </PlanFieldFrame>
  );
}

export function LongTextField(frame: Plain<string>) {
  return <TextField {...frame} lines={{ min: 2, max: 8 }} />;
}

export function TelephoneField({ name, ...frame }: Plain<string>) {
  const { content, set, touch } = usePlanForm();
  return (
    <PlanFieldFrame {...frame} name={name}>
      {(control) => (
        <TelephoneBox
          control={control}
          limit={limitOf(planContentSchema.shape[name])}
          onBlur={() => touch(name)}
          onChange={(text) => set(name, text)}
          value={content[name]}
        />
      )}
    </PlanFieldFrame>
  );
}

type NumberName = Extract<PlanField, 'budgetAmount' | 'ceilingPrice' | 'smeAmount' | 'smeSmallAmount'>;

export function MoneyField({ name, ...frame }: Omit<Plain<string>, 'name'> & { readonly name: NumberName }) {
  const { content, unreadable, set, setUnreadable, touch } = usePlanForm();
  return (
    <PlanFieldFrame {...frame} name={name}>
      {(control) => (
        <MoneyInput
          control={control}
          onBlur={() => touch(name)}
          onChange={(fen, text) => {
            set(name, fen);
            setUnreadable(name, text);
          }}
          unreadable={unreadable[name]}
          value={content[name]}
        />
      )}
    </PlanFieldFrame>
  );
}

type IntegerProps = Omit<Plain<string>, 'name'> & { readonly name: WholeNumber };

export function IntegerField({ name, ...frame }: IntegerProps) {
  const { min, max } = bounds[name];
  const { content, unreadable, set, setUnreadable, touch } = usePlanForm();
  return (
    <PlanFieldFrame {...frame} name={name}>
      {(control) => (
        <IntegerInput
          control={control}
          max={max}
          min={min}
          onBlur={() => touch(name)}
          onChange={(value, text) => {
            set(name, value);
            setUnreadable(name, text);
          }}
          unreadable={unreadable[name]}
          value={content[name]}
        />
      )}
    </PlanFieldFrame>
  );
}

export function DateField({
  name,
  ...frame
}: Omit<Plain<string>, 'name'> & { readonly name: 'plannedStart' | 'intentionPublishedOn' }) {
  const { content, unreadable, set, setUnreadable, touch } = usePlanForm();
  return (
    <PlanFieldFrame {...frame} name={name}>
      {(control) => (
        <DateInput
          control={control}
          label={label(`plans.content.${name}`)}
          onBlur={() => touch(name)}
          onChange={(value, text) => {
            set(name, value);
            setUnreadable(name, text);
          }}
          unreadable={unreadable[name]}
          value={content[name]}
        />
      )}
    </PlanFieldFrame>
  );
}

type CodeName =
  | 'regionCode'
  | 'method'
  | 'methodReasonCode'
  | 'orgForm'
  | 'smeMode'
  | 'smeExemptReason'
  | 'smeIndustry'
  | 'evalMethod'
  | 'platformId';

type CodeProps = Omit<Plain<string>, 'name'> & {
  readonly name: CodeName;
  readonly options: readonly CodeOption[];
  /** Where a chosen code has its name when it may no longer be chosen. */
  readonly table?: CodeTable;
};

export function CodeField({ name, options, table, ...frame }: CodeProps) {
  const { content, set, touch } = usePlanForm();
  const value = content[name];
  return (
    <PlanFieldFrame {...frame} name={name}>
      {(control) => (
        <CodePicker
          chosen={value === null || table === undefined ? undefined : optionOf(table, value)}
          control={control}
          onBlur={() => touch(name)}
          onChange={(code) => set(name, code)}
          options={options}
          value={value}
        />
      )}
    </PlanFieldFrame>
  );
}
