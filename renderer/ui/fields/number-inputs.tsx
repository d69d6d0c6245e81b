// Amounts in yuan, quantities, whole numbers.
import { type Fen, formatYuan, yuanToFen } from '#shared/kernel/money.ts';
import { toRmbUppercase } from '#shared/kernel/rmb-uppercase.ts';
import { forms } from '#shared/text/index.ts';
import css from './number-inputs.module.css';
import {
  parseInteger,
  parseQuantity,
  parseTenThousands,
  plainTenThousands,
  plainYuan,
} from './parse-number.ts';
import { ParsedInput, type ParsedProps } from './parsed-input.tsx';

type MoneyProps = ParsedProps<Fen> & {
  /** The amount in 大写 below; on in forms, off in tables. */
  readonly uppercase?: boolean;
};

/** An amount in fen, typed in yuan. */
export function MoneyInput({ uppercase = true, ...props }: MoneyProps) {
  return (
    <>
      <ParsedInput<Fen>
        {...props}
        align="right"
        edit={plainYuan}
        format={(fen) => formatYuan(fen).slice(1)}
        inputMode="decimal"
        parse={(text) => {
          const fen = yuanToFen(text);
          return fen.ok ? { value: fen.value } : 'unreadable';
        }}
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
      align="right"
      format={plainTenThousands}
      inputMode="decimal"
      parse={parseTenThousands}
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
      align="right"
      format={(text) => text}
      inputMode="decimal"
      parse={(text) => parseQuantity(text)}
    />
  );
}

type IntegerProps = ParsedProps<number> & { readonly min: number; readonly max: number };

export function IntegerInput({ min, max, ...props }: IntegerProps) {
  return (
    <ParsedInput<number>
      {...props}
      format={String}
      inputMode="numeric"
      parse={(text) => parseInteger(text, min, max)}
    />
  );
}
