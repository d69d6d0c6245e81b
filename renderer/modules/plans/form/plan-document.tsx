// 政府采购计划备案表 on A4 paper: always dark on white, in the manners of official documents (GB/T 9704-2012), its tables smaller than the body.
import type { ReactNode } from 'react';
import { cx } from '#renderer/ui/base/cx.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import { formatChineseDate, isPlainDate, toPlainDate } from '#shared/kernel/dates.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { fileSize, forms, label, planForm } from '#shared/text/index.ts';
import { factSections, type PlanFact } from '../content/fact-sections.ts';
import { cellWords, type ListField, linesShown, type Names, shownKeys } from '../content/value-words.ts';
import css from './plan-document.module.css';
import './plan-print.css';
import { sumOf } from './sums.ts';

const words = planForm.document;
const unchanged: ReadonlySet<string> = new Set();
const amountKeys: ReadonlySet<string> = new Set(['unitPrice', 'amount', 'budget', 'reserve', 'qty']);

export function PlanDocument({ plan, names }: { readonly plan: Plan; readonly names: Names }) {
  const sections = factSections(plan, names, unchanged);
  return (
    <article className={css['paper']} lang="zh-CN">
      <h1 className={css['title']}>{words.title}</h1>
      <div className={css['meta']}>
        <span>{words.unit(plan.purchaserName)}</span>
        <span>{plan.planNo === null ? words.unfiled : words.no(plan.planNo)}</span>
        <span>{words.date(formatChineseDate(toPlainDate(plan.createdAt)))}</span>
        <span>{words.moneyUnit}</span>
      </div>
      {sections.map(({ key, title, facts }, index) => (
        <section className={css['section']} key={key}>
          <h2 className={css['heading']}>{words.heading(words.section[index] ?? '', title)}</h2>
          {facts.length === 0 ? null : <FactTable facts={facts} />}
          {key === 'items' ? (
            <Lines
              field="items"
              names={names}
              plan={plan}
              total={sumOf(plan.content.items.map(({ amount }) => amount))}
            />
          ) : null}
          {key === 'money' ? (
            <Lines
              field="funds"
              names={names}
              plan={plan}
              total={sumOf(plan.content.funds.map(({ amount }) => amount))}
            />
          ) : null}
          {key === 'sections' ? <Lines field="plannedSections" names={names} plan={plan} /> : null}
          {key === 'files' ? <Files plan={plan} /> : null}
        </section>
      ))}
      <div className={css['signs']}>
        <span>{words.signs.maker}</span>
        <span>{words.signs.reviewer}</span>
        <span>{words.signs.seal}</span>
        <span>{words.signs.date}</span>
      </div>
    </article>
  );
}

/** Two facts a row; a wide one, and one that would stand alone before it, take the row. */
function FactTable({ facts }: { readonly facts: readonly PlanFact[] }) {
  return (
    <table className={cx(css['table'], css['facts'])}>
      <colgroup>
        <col className={css['name']} />
        <col />
        <col className={css['name']} />
        <col />
      </colgroup>
      <tbody>
        {rowsOf(facts).map((row) => (
          <tr key={row.map((fact) => fact.label).join()}>
            {row.map((fact) => (
              <FactCells fact={fact} key={fact.label} span={row.length === 1 ? 3 : 1} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FactCells({ fact, span }: { readonly fact: PlanFact; readonly span: number }) {
  return (
    <>
      <th scope="row">{fact.label}</th>
      <td className={css['value']} colSpan={span}>
        {fact.value === '' ? forms.none : onPaper(fact.value)}
      </td>
    </>
  );
}

/** Days are written out in documents. */
function onPaper(value: string): string {
  return isPlainDate(value) ? formatChineseDate(value) : value;
}

function rowsOf(facts: readonly PlanFact[]): readonly (readonly PlanFact[])[] {
  const rows: PlanFact[][] = [];
  for (const fact of facts) {
    const last = rows.at(-1);
    const fits = fact.wide !== true && last?.length === 1 && last[0]?.wide !== true;
    if (fits) last.push(fact);
    else rows.push([fact]);
  }
  return rows;
}

type LinesProps = {
  readonly plan: Plan;
  readonly names: Names;
  readonly field: Exclude<ListField, 'files'>;
  readonly total?: number;
};

function Lines({ plan, names, field, total }: LinesProps) {
  const lines = linesShown(field, plan.content);
  const keys = shownKeys(field, lines, names);
  if (lines.length === 0) return <p className={css['none']}>{words.none}</p>;
  return (
    <table className={css['table']}>
      <thead>
        <tr>
          <th className={css['no']} scope="col">
            {forms.rows.no}
          </th>
          {keys.map((key) => (
            <th key={key} scope="col">
              {label(`plans.content.${field}.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={line.id}>
            <td className={css['no']}>{index + 1}</td>
            {keys.map((key) => (
              <Cell amount={amountKeys.has(key)} key={key}>
                {cellWords(line, key, names)}
              </Cell>
            ))}
          </tr>
        ))}
        {total === undefined ? null : (
          <Total amountAt={keys.lastIndexOf('amount')} keys={keys} total={total} />
        )}
      </tbody>
    </table>
  );
}

type TotalProps = { readonly keys: readonly string[]; readonly amountAt: number; readonly total: number };

function Total({ keys, amountAt, total }: TotalProps) {
  return (
    <tr>
      <th colSpan={amountAt + 1} scope="row">
        {words.total}
      </th>
      <Cell amount>{formatYuan(total)}</Cell>
      {keys.slice(amountAt + 1).map((key) => (
        <td key={key} />
      ))}
    </tr>
  );
}

function Cell({ amount, children }: { readonly amount: boolean; readonly children: ReactNode }) {
  return <td className={amount ? css['amount'] : css['value']}>{children === '' ? forms.none : children}</td>;
}

function Files({ plan }: { readonly plan: Plan }) {
  const { files } = plan.content;
  if (files.length === 0) return <p className={css['none']}>{words.none}</p>;
  return (
    <ol className={css['files']}>
      {files.map(({ id, purpose, fileName, size }) => (
        <li key={id}>{words.file(label(`plans.filePurpose.${purpose}`), fileName, fileSize(size))}</li>
      ))}
    </ol>
  );
}
