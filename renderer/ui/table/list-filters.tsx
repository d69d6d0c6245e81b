// The filters of a list, and how each kind of them is chosen. Empty means that it does not narrow.
import { useMemo } from 'react';
import type { CodeTable } from '#shared/codes/code-table.ts';
import { regions } from '#shared/codes/regions.ts';
import type { Organisation } from '#shared/domain/admin/model.ts';
import { toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import { type CodeOption, codeOptions } from '../fields/code-options.ts';
import { CodePicker } from '../fields/code-picker.tsx';
import type { FieldControl } from '../fields/field.tsx';
import { OrganisationPicker } from '../fields/organisation-picker.tsx';
import css from './list-filters.module.css';
import type { Filters } from './look.ts';

type FilterKind =
  | { readonly kind: 'year' }
  | { readonly kind: 'code'; readonly table: CodeTable }
  /** Of these regions; of all when left out. */
  | { readonly kind: 'region'; readonly codes?: readonly string[] }
  | { readonly kind: 'organisation'; readonly of: Organisation['kind'] | null }
  | { readonly kind: 'choice'; readonly options: readonly CodeOption[] };

/** One of the declared filters of a list: which, what it is called, how it is chosen. */
export type ListFilter<By extends string = string> = FilterKind & { readonly by: By; readonly text: string };

type Props = {
  /** Those that tell rows apart for the one signed in. */
  readonly show: readonly ListFilter[];
  readonly values: Filters;
  readonly onChange: (values: Filters) => void;
};

export function FilterBar({ show, values, onChange }: Props) {
  return show.map((filter) => (
    <div className={css[filter.kind]} key={filter.by}>
      <Choose
        filter={filter}
        onChange={(value) => {
          const { [filter.by]: _, ...others } = values;
          onChange(value === null ? others : { ...others, [filter.by]: value });
        }}
        value={values[filter.by] ?? null}
      />
    </div>
  ));
}

type ChooseProps = {
  readonly filter: ListFilter;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
};

function Choose({ filter, value, onChange }: ChooseProps) {
  const control: FieldControl = { id: `filter-${filter.by}`, 'aria-label': filter.text };
  const shared = { control, value, onChange, placeholder: filter.text };
  return filter.kind === 'organisation' ? (
    <OrganisationPicker {...shared} kind={filter.of} />
  ) : (
    <ChooseCode {...shared} kind={filter} />
  );
}

type CodeProps = Pick<ChooseProps, 'value' | 'onChange'> & {
  readonly control: FieldControl;
  readonly placeholder: string;
  readonly kind: Exclude<FilterKind, { readonly kind: 'organisation' }>;
};

function ChooseCode({ kind, ...rest }: CodeProps) {
  const today = toPlainDate(Date.now());
  const options = useMemo(() => optionsOf(kind, today), [kind, today]);
  return <CodePicker {...rest} options={options} />;
}

const firstYear = 2020;

function optionsOf(kind: CodeProps['kind'], today: ReturnType<typeof toPlainDate>): readonly CodeOption[] {
  switch (kind.kind) {
    case 'year':
      return Array.from({ length: yearOf(today) + 2 - firstYear }, (_, index) => {
        const year = String(yearOf(today) + 1 - index);
        return { code: year, name: year };
      });
    case 'code':
      // A filter is narrow: names alone, and what must be known of them stands in the form.
      return codeOptions(kind.table, today).map(({ code, name }) => ({ code, name }));
    case 'region':
      return codeOptions(regions, today, ({ code }) => kind.codes?.includes(code) ?? true);
    case 'choice':
      return kind.options;
  }
}
