// Facts of a record as pairs of name and value, two columns, each with where it comes from when that is not plain.
import type { CSSProperties, ReactNode } from 'react';
import { forms } from '#shared/text/index.ts';
import { cx } from '../base/cx.ts';
import css from './facts.module.css';

export type Fact = {
  readonly label: string;
  /** Null, undefined and '' are shown as —. */
  readonly value: ReactNode;
  /** 计划, 交易中心, 公告 … */
  readonly source?: string;
  readonly wide?: boolean;
  /** Changed since the reader last saw it. */
  readonly changed?: boolean;
};

export function Facts({
  facts,
  columns = 2,
}: {
  readonly facts: readonly Fact[];
  readonly columns?: 1 | 2 | 3;
}) {
  return (
    <dl className={css['facts']} style={{ '--facts-columns': columns } as CSSProperties}>
      {facts.map(({ label, value, source, wide = false, changed = false }) => (
        <div className={cx(css['fact'], wide && css['wide'], changed && css['changed'])} key={label}>
          <dt className={css['label']}>{label}</dt>
          <dd className={css['value']}>
            {value === null || value === undefined || value === '' ? forms.none : value}
            {changed ? <span className={css['mark']}>{forms.diff.changed}</span> : null}
            {source === undefined ? null : (
              <span className={css['source']}>{forms.facts.source(source)}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
