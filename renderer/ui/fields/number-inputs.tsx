// Amounts in yuan, quantities, whole numbers.
import {
  type Fen,
  formatYuan,
  isInLargerUnit,
  readQuantity,
  readWhole,
  wanToFen,
  yuanToFen,
} from '#shared/kernel/money.ts';
import type { Result } from '#shared/kernel/result.ts';
import { toRmbUppercase } from '#shared/kernel/rmb-uppercase.ts';
import { forms } from '#shared/text/index.ts';
import css from './number-inputs.module.css';
import { parsed, plainTenThousands, plainYuan, whyUnreadable } from './parse-number.ts';
import { ParsedInput, type ParsedProps } from './parsed-input.tsx';

type MoneyProps = ParsedProps<Fen> & {
  /** The amount in 大写 below; on in forms, off in tables. */
  readonly uppercase?: boolean;
};

const inYuan = (fen: Fen) => formatYuan(fen).slice(1);

/** An amount in fen, typed in yuan. One typed in 万 is shown in yuan while it is typed. */
export function MoneyInput({ uppercase = true, ...props }: MoneyProps) {
  return (
    <>
      <ParsedInput<Fen>
        {...props}
        {...reading(yuanToFen)}
        align="right"
        echo={(text, fen) => (isInLargerUnit(text) ? forms.money.echo(inYuan(fen)) : null)}
        edit={plainYuan}
        format={inYuan}
        inputMode="decimal"
        rightSection={<span className={css['unit']}>{forms.money.unit}</span>}
        rightSectionWidth={props.compact === true ? 22 : 28}
      />
      {uppercase && props.value !== null ? (
        <output className={css['uppercase']} htmlFor={props.control.id}>
          {forms.money.uppercase(toRmbUppercase(props.value))}
        </output>
      ) : null}
    </>
  );
}

/** An amount in fen, typed in 万元 where the format wants it so. */
export function TenThousandsInput(props: ParsedProps<Fen>) {
  return (
    <ParsedInput<Fen>
      {...props}
      {...reading(wanToFen)}
      align="right"
      format={plainTenThousands}
      inputMode="decimal"
      rightSection={<span className={css['unit']}>{forms.tenThousands.unit}</span>}
      rightSectionWidth={44}
    />
  );
}

/** A decimal with up to four places, kept as text: "12.5". */
export function QuantityInput(props: ParsedProps<string>) {
  return (
    <ParsedInput<string>
      {...props}
      {...reading(readQuantity)}
      align="right"
      format={(text) => text}
      inputMode="decimal"
    />
  );
}

type IntegerProps = ParsedProps<number> & { readonly min: number; readonly max: number };

export function IntegerInput({ min, max, ...props }: IntegerProps) {
  return (
    <ParsedInput<number>
      {...props}
      {...reading((text) => readWhole(text, min, max))}
      format={String}
      inputMode="numeric"
    />
  );
}

function reading<T>(read: (text: string) => Result<T>) {
  return {
    parse: (text: string) => parsed(read(text)),
    why: (text: string) => whyUnreadable(read(text)),
  };
}
