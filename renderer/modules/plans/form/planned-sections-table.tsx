// 采购包划分: packages with their budgets beside what their items cost, and what each says otherwise than its items and the plan.
import { Button } from '@mantine/core';
import { type CodeOption, catalogueOption, codeOptions } from '#renderer/ui/fields/code-options.ts';
import { CodePicker } from '#renderer/ui/fields/code-picker.tsx';
import type { FieldControl } from '#renderer/ui/fields/field.tsx';
import { MoneyInput } from '#renderer/ui/fields/number-inputs.tsx';
import { RowsEditor } from '#renderer/ui/fields/rows-editor.tsx';
import { TextBox } from '#renderer/ui/fields/text-box.tsx';
import { codeName } from '#shared/codes/code-table.ts';
import { evaluationMethods } from '#shared/codes/procurement.ts';
import { limitOf } from '#shared/domain/fields.ts';
import { followingPackage } from '#shared/domain/plans/content.ts';
import { type PlannedSection, plannedSectionSchema } from '#shared/domain/plans/model.ts';
import { catalogueChoices, type Package, packagesOf } from '#shared/domain/plans/packages.ts';
import { label, planForm } from '#shared/text/index.ts';
import { fieldIdOf, usePlanForm } from './form-context.ts';
import css from './plan-field.module.css';
import { changed, keptTogether, sumOf } from './sums.ts';
import { Compared } from './table-parts.tsx';

const { sums, empty } = planForm;
const answers: readonly CodeOption[] = [
  { code: 'yes', name: planForm.yes },
  { code: 'no', name: planForm.no },
];

export function PlannedSectionsTable() {
  const { content, set, unreadable, setUnreadable, messages, today, newId } = usePlanForm();
  const { plannedSections, method } = content;
  const packages = packagesOf(content);
  const change = (section: PlannedSection, parts: Partial<PlannedSection>) =>
    set('plannedSections', changed(plannedSections, section.id, parts));
  const replace = (rows: readonly PlannedSection[]) => {
    const items = keptTogether(content, rows);
    if (items !== content.items) set('items', [...items]);
    set('plannedSections', [...rows]);
  };
  const name = (field: string) => label(`plans.content.plannedSections.${field}`);
  const packageOf = ({ id }: PlannedSection) => packages.find(({ planned }) => planned.id === id);
  const evaluation = codeOptions(
    evaluationMethods,
    today,
    ({ methods }) => method === null || methods.some((each) => each === method),
  );
  const amountCell = (field: 'budget' | 'reserve') => ({
    field,
    label: name(field),
    required: field === 'budget',
    width: '8.25rem',
    align: 'right' as const,
    cell: (section: PlannedSection, control: FieldControl) => (
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
  const textCell = (field: 'no' | 'name', width: string) => ({
    field,
    label: name(field),
    required: true,
    width,
    cell: (section: PlannedSection, control: FieldControl) => (
      <TextBox
        compact
        control={control}
        limit={limitOf(plannedSectionSchema.shape[field])}
        onChange={(text) => change(section, { [field]: text })}
        value={section[field]}
      />
    ),
  });
  type Choice = {
    readonly field: 'catalogCode' | 'smeReserved' | 'evalMethod';
    readonly width: string;
    readonly options: (one: Package | undefined) => readonly CodeOption[];
    /** What holds while nothing is chosen. */
    readonly follows: (one: Package | undefined) => string | undefined;
    readonly value: (section: PlannedSection) => string | null;
    readonly take: (code: string | null) => Partial<PlannedSection>;
  };
  const choiceCell = ({ field, width, options, follows, value, take }: Choice) => ({
    field,
    label: name(field),
    width,
    cell: (section: PlannedSection, control: FieldControl) => {
      const one = packageOf(section);
      return (
        <CodePicker
          clearable
          compact
          control={control}
          onChange={(code) => change(section, take(code))}
          options={options(one)}
          placeholder={follows(one) ?? ''}
          value={value(section)}
        />
      );
    },
  });

  return (
    <RowsEditor<PlannedSection>
      columns={[
        textCell('no', '4rem'),
        textCell('name', 'minmax(7rem, 1fr)'),
        amountCell('budget'),
        choiceCell({
          field: 'catalogCode',
          width: '7.25rem',
          options: (one) =>
            catalogueChoices(one?.items ?? []).flatMap(
              ({ edition, code }) => catalogueOption(edition, code) ?? [],
            ),
          follows: (one) => one?.catalogue?.code,
          value: ({ catalogCode }) => catalogCode,
          take: (catalogCode) => ({ catalogCode }),
        }),
        choiceCell({
          field: 'smeReserved',
          width: '5rem',
          options: () => answers,
          follows: (one) => (one?.smeReserved === true ? planForm.yes : planForm.no),
          value: ({ smeReserved }) => (smeReserved === null ? null : smeReserved ? 'yes' : 'no'),
          take: (code) => ({ smeReserved: code === null ? null : code === 'yes' }),
        }),
        amountCell('reserve'),
        choiceCell({
          field: 'evalMethod',
          width: '6.5rem',
          options: () => evaluation,
          follows: () =>
            content.evalMethod === null ? undefined : codeName(evaluationMethods, content.evalMethod),
          value: ({ evalMethod }) => evalMethod,
          take: (evalMethod) => ({ evalMethod }),
        }),
      ]}
      empty={empty.sections}
      footer={plannedSections.length === 0 ? null : <Sums packages={packages} />}
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
        ...followingPackage,
      })}
      onChange={replace}
      path="plannedSections"
      rowKey={({ id }) => id}
      rows={plannedSections}
    />
  );
}

/** Σ of the packages beside the budget of the plan, and a way to take what the items of each cost. */
function Sums({ packages }: { readonly packages: readonly Package[] }) {
  const { content, set } = usePlanForm();
  const filled = packages.map(({ planned, items, itemsSum }) =>
    items.length === 0 ? planned : { ...planned, budget: itemsSum },
  );
  const differs = filled.some(({ budget }, index) => budget !== packages[index]?.planned.budget);
  return (
    <div className={css['sums']}>
      {differs ? (
        <Button onClick={() => set('plannedSections', filled)} size="compact-xs" variant="light">
          {sums.fromPackages}
        </Button>
      ) : null}
      <Compared
        budget={content.budgetAmount}
        sum={sumOf(packages.map(({ planned }) => planned.budget))}
        words={sums.sections}
      />
    </div>
  );
}

/** One more than the largest number so far. */
function nextNo(sections: readonly PlannedSection[]): string {
  return String(Math.max(0, ...sections.map(({ no }) => (/^\d{1,6}$/.test(no) ? Number(no) : 0))) + 1);
}
