// 品目: chosen from the catalogue in force; the amount of a line is computed, never typed.
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { catalogueOption, catalogueOptions } from '#renderer/ui/fields/code-options.ts';
import { CodePicker } from '#renderer/ui/fields/code-picker.tsx';
import type { FieldControl } from '#renderer/ui/fields/field.tsx';
import { MoneyInput, QuantityInput } from '#renderer/ui/fields/number-inputs.tsx';
import { RowsEditor } from '#renderer/ui/fields/rows-editor.tsx';
import { TextBox } from '#renderer/ui/fields/text-box.tsx';
import { catalogueEditionOn } from '#shared/codes/catalogue.ts';
import { limitOf } from '#shared/domain/fields.ts';
import { type PlanItem, planItemSchema } from '#shared/domain/plans/model.ts';
import { packageIdOf } from '#shared/domain/plans/packages.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { forms, label, planForm } from '#shared/text/index.ts';
import { fieldIdOf, usePlanForm } from './form-context.ts';
import css from './plan-field.module.css';
import { changed, lineAmount, sumOf } from './sums.ts';
import { TableBlock } from './table-parts.tsx';

const { sums, empty, help } = planForm;

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
  const packages = content.plannedSections.map((planned) => ({
    code: planned.id,
    name: sums.packageName(planned.no, planned.name),
  }));
  /** With one column more the others are narrower, so that all of them are seen on an office screen. */
  const divided = packages.length > 1;
  const sum = sumOf(items.map(({ amount }) => amount));

  return (
    <TableBlock hint={help.items} list="items">
      <RowsEditor<PlanItem>
        columns={[
          {
            field: 'catalogCode',
            label: name('catalogCode'),
            width: divided ? 'minmax(9rem, 1.3fr)' : 'minmax(11rem, 1.3fr)',
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
            width: divided ? 'minmax(7rem, 1fr)' : 'minmax(8rem, 1fr)',
            cell: (item, control) => (
              <TextBox
                compact
                control={control}
                limit={limitOf(planItemSchema.shape.name)}
                onChange={(text) => change(item, { name: text })}
                value={item.name}
              />
            ),
          },
          {
            field: 'qty',
            label: name('qty'),
            width: divided ? '4.25rem' : '5rem',
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
            width: divided ? '3.5rem' : '4.25rem',
            cell: (item, control) => (
              <TextBox
                compact
                control={control}
                limit={limitOf(planItemSchema.shape.unit)}
                onChange={(text) => change(item, { unit: text })}
                value={item.unit}
              />
            ),
          },
          {
            field: 'unitPrice',
            label: name('unitPrice'),
            width: divided ? '8rem' : '9rem',
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
            width: divided ? '7.5rem' : '8.5rem',
            align: 'right',
            cell: (item, control) => (
              <output aria-label={control['aria-label']} className={css['output']} id={control.id}>
                {item.amount === null ? forms.none : formatYuan(item.amount)}
              </output>
            ),
          },
          ...(divided
            ? [
                {
                  field: 'plannedSectionId',
                  label: name('plannedSectionId'),
                  required: true,
                  width: '6.5rem',
                  cell: (item: PlanItem, control: FieldControl) => (
                    <CodePicker
                      clearable={false}
                      compact
                      control={control}
                      onChange={(plannedSectionId) => change(item, { plannedSectionId })}
                      options={packages}
                      placeholder={sums.choosePackage}
                      value={packageIdOf(content, item) ?? null}
                    />
                  ),
                },
              ]
            : []),
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
          // Most often one goes on with the package of the line above.
          plannedSectionId: items.at(-1)?.plannedSectionId ?? null,
        })}
        onChange={(rows) => set('items', [...rows])}
        path="items"
        rowKey={({ id }) => id}
        rows={items}
      />
    </TableBlock>
  );
}
