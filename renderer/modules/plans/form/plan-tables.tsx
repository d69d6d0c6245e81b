// The three tables of the form: 品目, 资金来源, 采购包. Amounts of items are computed, sums are compared with the budget as one types.
import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { catalogueOption, catalogueOptions, codeOptions, optionOf } from '#renderer/ui/code-options.ts';
import { CodePicker } from '#renderer/ui/code-picker.tsx';
import { MoneyInput, QuantityInput } from '#renderer/ui/number-inputs.tsx';
import { RowsEditor } from '#renderer/ui/rows-editor.tsx';
import { catalogueEditionOn } from '#shared/codes/catalogue.ts';
import { fundSources } from '#shared/codes/policies.ts';
import type { PlanFund, PlanItem, PlannedSection } from '#shared/domain/plans/model.ts';
import { type Fen, formatYuan } from '#shared/kernel/money.ts';
import { forms, label, planForm } from '#shared/text/index.ts';
import { fieldIdOf, usePlanForm } from './form-context.ts';
import css from './plan-field.module.css';
import { filledUp, lineAmount, sumOf } from './sums.ts';

const { sums, empty, help } = planForm;

function changed<Line extends { readonly id: string }>(
  lines: readonly Line[],
  id: string,
  parts: Partial<Line>,
): Line[] {
  return lines.map((line) => (line.id === id ? { ...line, ...parts } : line));
}

export function ItemsTable() {
  const { content, set, unreadable, setUnreadable, messages, today, newId } = usePlanForm();
  const { items, category } = content;
  const edition = catalogueEditionOn(today) ?? '2022';
  const options = useMemo(() => catalogueOptions(edition, category), [edition, category]);
  const change = (item: PlanItem, parts: Partial<PlanItem>) => {
    const next = { ...item, ...parts };
    set('items', changed(items, item.id, { ...parts, amount: lineAmount(next) }));
  };
  const name = (field: string) => label(`plans.content.items.${field}`);
  const sum = sumOf(items.map(({ amount }) => amount));

  return (
    <TableBlock hint={help.items} list="items">
      <RowsEditor<PlanItem>
        columns={[
          {
            field: 'catalogCode',
            label: name('catalogCode'),
            width: 'minmax(11rem, 1.3fr)',
            cell: (item, control) => (
              <CodePicker
                chosen={
                  item.catalogCode === null
                    ? undefined
                    : catalogueOption(item.catalogEdition, item.catalogCode)
                }
                compact
                control={control}
                onChange={(catalogCode) => {
                  const option = options.find(({ code }) => code === catalogCode);
                  change(item, {
                    catalogEdition: edition,
                    catalogCode,
                    // Mostly the thing is called as its 品目; what was typed is left alone.
                    ...(item.name === '' && option !== undefined ? { name: option.name } : {}),
                  });
                }}
                options={options}
                value={item.catalogCode}
              />
            ),
          },
          {
            field: 'name',
            label: name('name'),
            width: 'minmax(8rem, 1fr)',
            cell: (item, control) => (
              <TextInput
                {...control}
                error={control['aria-invalid'] ?? false}
                maxLength={200}
                onChange={(event) => change(item, { name: event.currentTarget.value })}
                size="xs"
                title={item.name}
                value={item.name}
              />
            ),
          },
          {
            field: 'qty',
            label: name('qty'),
            width: '5rem',
            align: 'right',
            cell: (item, control) => (
              <QuantityInput
                compact
                control={control}
                onChange={(qty, text) => {
                  change(item, { qty });
                  setUnreadable(`items.${item.id}.qty`, text);
                }}
                unreadable={unreadable[`items.${item.id}.qty`]}
                value={item.qty}
              />
            ),
          },
          {
            field: 'unit',
            label: name('unit'),
            width: '4.25rem',
            cell: (item, control) => (
              <TextInput
                {...control}
                error={control['aria-invalid'] ?? false}
                maxLength={20}
                onChange={(event) => change(item, { unit: event.currentTarget.value })}
                size="xs"
                value={item.unit}
              />
            ),
          },
          {
            field: 'unitPrice',
            label: name('unitPrice'),
            width: '9rem',
            align: 'right',
            cell: (item, control) => (
              <MoneyInput
                compact
                control={control}
                onChange={(unitPrice, text) => {
                  change(item, { unitPrice });
                  setUnreadable(`items.${item.id}.unitPrice`, text);
                }}
                unreadable={unreadable[`items.${item.id}.unitPrice`]}
                uppercase={false}
                value={item.unitPrice}
              />
            ),
          },
          {
            field: 'amount',
            label: name('amount'),
            width: '8.5rem',
            align: 'right',
            cell: (item, control) => (
              <output aria-label={control['aria-label']} className={css['output']} id={control.id}>
                {item.amount === null ? forms.none : formatYuan(item.amount)}
              </output>
            ),
          },
        ]}
        empty={empty.items}
        footer={
          items.length === 0 ? null : (
            <div className={css['sums']}>
              <span>{sums.items(formatYuan(sum))}</span>
              {sum > 0 && content.budgetAmount === null ? (
                <Button onClick={() => set('budgetAmount', sum)} size="compact-xs" variant="light">
                  {sums.fromItems(formatYuan(sum))}
                </Button>
              ) : null}
            </div>
          )
        }
        id={fieldIdOf('items')}
        label={label('plans.content.items')}
        max={500}
        messages={messages}
        newRow={() => ({
          id: newId(),
          catalogEdition: edition,
          catalogCode: null,
          name: '',
          qty: null,
          unit: '',
          unitPrice: null,
          amount: null,
        })}
        onChange={(rows) => set('items', [...rows])}
        path="items"
        rowKey={({ id }) => id}
        rows={items}
      />
    </TableBlock>
  );
}

export function FundsTable() {
  const { content, set, unreadable, setUnreadable, messages, today, newId } = usePlanForm();
  const { funds, budgetAmount } = content;
  const options = useMemo(() => codeOptions(fundSources, today), [today]);
  const change = (fund: PlanFund, parts: Partial<PlanFund>) => set('funds', changed(funds, fund.id, parts));
  const name = (field: string) => label(`plans.content.funds.${field}`);
  const sum = sumOf(funds.map(({ amount }) => amount));
  const filled = filledUp(funds, budgetAmount);

  return (
    <TableBlock hint={help.funds} list="funds">
      <RowsEditor<PlanFund>
        columns={[
          {
            field: 'source',
            label: name('source'),
            required: true,
            width: 'minmax(14rem, 1fr)',
            cell: (fund, control) => (
              <CodePicker
                chosen={fund.source === null ? undefined : optionOf(fundSources, fund.source)}
                compact
                control={control}
                onChange={(source) => change(fund, { source })}
                options={options}
                value={fund.source}
              />
            ),
          },
          {
            field: 'amount',
            label: name('amount'),
            required: true,
            width: '11rem',
            align: 'right',
            cell: (fund, control) => (
              <MoneyInput
                compact
                control={control}
                onChange={(amount, text) => {
                  change(fund, { amount });
                  setUnreadable(`funds.${fund.id}.amount`, text);
                }}
                unreadable={unreadable[`funds.${fund.id}.amount`]}
                uppercase={false}
                value={fund.amount}
              />
            ),
          },
          {
            field: 'budgetItemNo',
            label: name('budgetItemNo'),
            width: 'minmax(12rem, 1fr)',
            cell: (fund, control) => (
              <TextInput
                {...control}
                error={control['aria-invalid'] ?? false}
                maxLength={64}
                onChange={(event) => change(fund, { budgetItemNo: event.currentTarget.value })}
                size="xs"
                value={fund.budgetItemNo}
              />
            ),
          },
        ]}
        empty={empty.funds}
        footer={
          funds.length === 0 ? null : (
            <div className={css['sums']}>
              {filled === undefined ? null : (
                <Button onClick={() => set('funds', [...filled])} size="compact-xs" variant="light">
                  {sums.fill(formatYuan((filled.at(-1)?.amount ?? 0) - (funds.at(-1)?.amount ?? 0)))}
                </Button>
              )}
              <Compared budget={budgetAmount} mustEqual sum={sum} words={sums.funds} />
            </div>
          )
        }
        id={fieldIdOf('funds')}
        label={label('plans.content.funds')}
        max={50}
        messages={messages}
        newRow={() => ({ id: newId(), source: null, amount: null, budgetItemNo: '' })}
        onChange={(rows) => set('funds', [...rows])}
        path="funds"
        rowKey={({ id }) => id}
        rows={funds}
      />
    </TableBlock>
  );
}

export function PlannedSectionsTable() {
  const { content, set, unreadable, setUnreadable, messages, newId } = usePlanForm();
  const { plannedSections, budgetAmount } = content;
  const change = (section: PlannedSection, parts: Partial<PlannedSection>) =>
    set('plannedSections', changed(plannedSections, section.id, parts));
  const name = (field: string) => label(`plans.content.plannedSections.${field}`);
  const amountCell = (field: 'budget' | 'reserve') => ({
    field,
    label: name(field),
    required: field === 'budget',
    width: '11rem',
    align: 'right' as const,
    cell: (section: PlannedSection, control: Parameters<typeof MoneyInput>[0]['control']) => (
      <MoneyInput
        compact
        control={control}
        onChange={(amount, text) => {
          change(section, { [field]: amount });
          setUnreadable(`plannedSections.${section.id}.${field}`, text);
        }}
        unreadable={unreadable[`plannedSections.${section.id}.${field}`]}
        uppercase={false}
        value={section[field]}
      />
    ),
  });
  const textCell = (field: 'no' | 'name', max: number, width: string) => ({
    field,
    label: name(field),
    required: true,
    width,
    cell: (section: PlannedSection, control: Parameters<typeof MoneyInput>[0]['control']) => (
      <TextInput
        {...control}
        error={control['aria-invalid'] ?? false}
        maxLength={max}
        onChange={(event) => change(section, { [field]: event.currentTarget.value })}
        size="xs"
        value={section[field]}
      />
    ),
  });

  return (
    <RowsEditor<PlannedSection>
      columns={[
        textCell('no', 64, '6rem'),
        textCell('name', 200, 'minmax(14rem, 1fr)'),
        amountCell('budget'),
        amountCell('reserve'),
      ]}
      empty={empty.sections}
      footer={
        plannedSections.length === 0 ? null : (
          <div className={css['sums']}>
            <Compared
              budget={budgetAmount}
              sum={sumOf(plannedSections.map(({ budget }) => budget))}
              words={sums.sections}
            />
          </div>
        )
      }
      id={fieldIdOf('plannedSections')}
      label={label('plans.content.plannedSections')}
      max={100}
      messages={messages}
      newRow={() => ({
        id: newId(),
        no: nextNo(plannedSections),
        name: '',
        budget: null,
        reserve: null,
      })}
      onChange={(rows) => set('plannedSections', [...rows])}
      path="plannedSections"
      rowKey={({ id }) => id}
      rows={plannedSections}
    />
  );
}

/** One more than the largest number so far. */
function nextNo(sections: readonly PlannedSection[]): string {
  return String(Math.max(0, ...sections.map(({ no }) => (/^\d{1,6}$/.test(no) ? Number(no) : 0))) + 1);
}

type BlockProps = { readonly list: 'items' | 'funds'; readonly hint: string; readonly children: ReactNode };

function TableBlock({ list, hint, children }: BlockProps) {
  const { required } = usePlanForm();
  return (
    <div className={css['block']}>
      <h3 className={css['blockTitle']}>
        {label(`plans.content.${list}`)}
        {required.has(list) ? <span className={css['required']}>{forms.required}</span> : null}
      </h3>
      <p className={css['blockHint']}>{hint}</p>
      {children}
    </div>
  );
}

type ComparedProps = {
  readonly sum: Fen;
  readonly budget: Fen | null;
  readonly words: (sum: string, budget: string) => string;
  readonly mustEqual?: boolean;
};

/** The sum beside the budget, and what is between them. */
function Compared({ sum, budget, words, mustEqual = false }: ComparedProps) {
  if (budget === null) {
    return <span>{words(formatYuan(sum), planForm.sums.noBudget)}</span>;
  }
  const rest = budget - sum;
  const tone = rest === 0 ? 'right' : rest < 0 || mustEqual ? 'wrong' : 'quiet';
  const verdict =
    rest === 0
      ? sums.equal
      : rest < 0
        ? sums.over(formatYuan(-rest))
        : mustEqual
          ? sums.missing(formatYuan(rest))
          : sums.within(formatYuan(rest));
  return (
    <>
      <span>{words(formatYuan(sum), formatYuan(budget))}</span>
      <span className={css[tone]}>{verdict}</span>
    </>
  );
}
