// 主要标的: as the 合同公告 names them; they begin with what the plan says.
import { RowsEditor } from '#renderer/ui/fields/rows-editor.tsx';
import { contractPages } from '#shared/text/index.ts';
import css from './contract-form.module.css';
import { useLines } from './lines.tsx';

const words = contractPages.form.items;
const mostLines = 500;
const grows = { min: 1, max: 4 } as const;

export function ItemLines() {
  const { table, text, money, newId } = useLines('items');
  return (
    <>
      <p className={css['hint']}>{words.hint}</p>
      <RowsEditor
        {...table}
        columns={[
          text('name', { width: 'minmax(9rem, 1.2fr)', required: true }, grows),
          text('spec', { width: 'minmax(8rem, 1fr)' }, grows),
          text('requirement', { width: 'minmax(8rem, 1fr)' }, grows),
          text('qty', { width: '5.5rem', required: true }),
          money('unitPrice', { width: '9rem', required: true }),
        ]}
        empty={words.empty}
        max={mostLines}
        newRow={() => ({
          ...{ id: newId(), name: '', spec: '', requirement: '', qty: '', unitPrice: null },
        })}
      />
    </>
  );
}
