// 主要标的: as the 合同公告 names them; they begin with what the plan says, and may come out of an Excel file.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { RowsEditor } from '#renderer/ui/fields/rows-editor.tsx';
import { contractPages } from '#shared/text/index.ts';
import css from './contract-form.module.css';
import { ItemImport } from './item-import.tsx';
import { useLines } from './lines.tsx';

const words = contractPages.form.items;
const mostItemLines = 500;
const grows = { min: 1, max: 4 } as const;

export function ItemLines() {
  const { table, text, money, newId, rows, put } = useLines('items');
  const [importing, setImporting] = useState(false);
  return (
    <>
      <div className={css['hintRow']}>
        <p className={css['hint']}>{words.hint}</p>
        <Button onClick={() => setImporting(true)} size="compact-sm" variant="default">
          {words.import}
        </Button>
      </div>
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
        max={mostItemLines}
        newRow={() => ({
          ...{ id: newId(), name: '', spec: '', requirement: '', qty: '', unitPrice: null },
        })}
      />
      {importing ? (
        <ItemImport most={mostItemLines} onClose={() => setImporting(false)} onTake={put} rows={rows} />
      ) : null}
    </>
  );
}
