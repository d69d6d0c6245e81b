// 采购包划分: planned sections with their budgets and what of them is reserved.
import type { FieldControl } from '#renderer/ui/fields/field.tsx';
import { MoneyInput } from '#renderer/ui/fields/number-inputs.tsx';
import { RowsEditor } from '#renderer/ui/fields/rows-editor.tsx';
import { TextBox } from '#renderer/ui/fields/text-box.tsx';
import { limitOf } from '#shared/domain/fields.ts';
import { type PlannedSection, plannedSectionSchema } from '#shared/domain/plans/model.ts';
import { label, planForm } from '#shared/text/index.ts';
import { fieldIdOf, usePlanForm } from './form-context.ts';
import css from './plan-field.module.css';
import { changed, sumOf } from './sums.ts';
import { Compared } from './table-parts.tsx';

const { sums, empty } = planForm;

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

  return (
    <RowsEditor<PlannedSection>
      columns={[
        textCell('no', '6rem'),
        textCell('name', 'minmax(14rem, 1fr)'),
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
