// The filters that lists of plans and of what stands on them share: year, method, unit, region, agency. Empty means that it does not narrow.
import { useMemo } from 'react';
import { procurementMethods } from '#shared/codes/procurement.ts';
import { regions } from '#shared/codes/regions.ts';
import { toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import { label } from '#shared/text/index.ts';
import { codeOptions } from '../fields/code-options.ts';
import { CodePicker } from '../fields/code-picker.tsx';
import { OrganisationPicker } from '../fields/organisation-picker.tsx';
import css from './record-filters.module.css';

export const recordFilterNames = ['fiscalYear', 'method', 'purchaserId', 'regionCode', 'agencyId'] as const;
export type RecordFilter = (typeof recordFilterNames)[number];
export type RecordFilters = Readonly<Partial<Record<RecordFilter, string>>>;

type Props = {
  /** Those that tell rows apart for the one signed in. */
  readonly show: readonly RecordFilter[];
  /** Region codes to choose from; all when left out. */
  readonly regionCodes?: readonly string[];
  readonly values: RecordFilters;
  readonly onChange: (values: RecordFilters) => void;
};

const firstYear = 2020;

export function RecordFilterBar({ show, regionCodes, values, onChange }: Props) {
  const today = toPlainDate(Date.now());
  const options = useMemo(() => {
    const years = Array.from({ length: yearOf(today) + 2 - firstYear }, (_, index) =>
      String(yearOf(today) + 1 - index),
    );
    return {
      fiscalYear: years.map((code) => ({ code, name: code })),
      // A filter is narrow: names alone, and what must be known of them stands in the form.
      method: codeOptions(procurementMethods, today).map(({ code, name }) => ({ code, name })),
      regionCode: codeOptions(regions, today, ({ code }) => regionCodes?.includes(code) ?? true),
    };
  }, [today, regionCodes]);
  const set = (name: RecordFilter, value: string | null) => {
    const { [name]: _, ...others } = values;
    onChange(value === null ? others : { ...others, [name]: value });
  };

  return show.map((name) => {
    const text = label(name === 'purchaserId' ? 'plans.purchaserId' : `plans.content.${name}`);
    const shared = {
      control: { id: `filter-${name}`, 'aria-label': text },
      value: values[name] ?? null,
      placeholder: text,
    };
    return (
      <div className={css[name]} key={name}>
        {name === 'purchaserId' || name === 'agencyId' ? (
          <OrganisationPicker
            {...shared}
            kind={name === 'agencyId' ? 'agency' : 'purchaser'}
            onChange={(id) => set(name, id)}
          />
        ) : (
          <CodePicker {...shared} onChange={(code) => set(name, code)} options={options[name]} />
        )}
      </div>
    );
  });
}
