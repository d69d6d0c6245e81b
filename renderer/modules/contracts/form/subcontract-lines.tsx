// 分包: to whom, and what of it. Without a line nothing is subcontracted.
import { RowsEditor } from '#renderer/ui/fields/rows-editor.tsx';
import { SupplierBox } from '#renderer/ui/fields/supplier-box.tsx';
import { contractContentSchema } from '#shared/domain/contracts/model.ts';
import { limitOf } from '#shared/domain/fields.ts';
import { contractPages } from '#shared/text/index.ts';
import css from './contract-form.module.css';
import { useLines } from './lines.tsx';

const words = contractPages.form.subcontracts;
const mostLines = 50;
const nameLimit = limitOf(contractContentSchema.shape.subcontracts.unwrap().shape.name);

export function SubcontractLines() {
  const { table, column, text, money, change, newId } = useLines('subcontracts');
  return (
    <>
      <p className={css['hint']}>{words.hint}</p>
      <RowsEditor
        {...table}
        columns={[
          column('name', { width: 'minmax(12rem, 1fr)', required: true }, (line, control) => (
            <SupplierBox
              compact
              control={control}
              limit={nameLimit}
              onChange={(name) => change(line, { name })}
              onTake={({ name }) => change(line, { name })}
              value={line.name}
            />
          )),
          text('part', { width: 'minmax(12rem, 1.2fr)', required: true }, { min: 1, max: 4 }),
          money('amount', { width: '10rem' }),
        ]}
        empty={words.empty}
        max={mostLines}
        newRow={() => ({ id: newId(), name: '', part: '', amount: null })}
      />
    </>
  );
}
