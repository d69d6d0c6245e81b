// 导入 of 主要标的 into the form: behind the lines that are there, or in their place. What is there already is not taken once more.
import { useState } from 'react';
import { Choices } from '#renderer/ui/fields/choices.tsx';
import { ImportDialog } from '#renderer/ui/import/import-dialog.tsx';
import { contractPages } from '#shared/text/index.ts';
import { type ItemLine, type TakeMode, taken, whereAlready } from './imported-items.ts';

const { transfer: words } = contractPages.form.items;

type Props = {
  readonly rows: readonly ItemLine[];
  readonly most: number;
  readonly onTake: (rows: readonly ItemLine[]) => void;
  readonly onClose: () => void;
};

export function ItemImport({ rows, most, onTake, onClose }: Props) {
  const [mode, setMode] = useState<TakeMode>('append');
  return (
    <ImportDialog
      kind={{
        ...{ of: 'contractItems', words },
        skipped: ({ content }) => {
          const at = content === null ? null : whereAlready(content, rows, mode);
          return at === null ? undefined : words.already(at);
        },
        take(records) {
          const items = records.flatMap(({ content }) => (content === null ? [] : [content]));
          const after = taken(items, rows, mode);
          if (after.length > most) return words.tooMany(after.length, most);
          onTake(after);
          return undefined;
        },
      }}
      onClose={onClose}
    >
      {rows.length === 0 ? null : (
        <Choices
          chosen={mode}
          control={{ id: 'contract-items-mode' }}
          name={{ heard: words.mode, seen: words.mode }}
          onChange={setMode}
          options={[
            { key: 'append', text: words.append(rows.length), value: 'append' },
            { key: 'replace', text: words.replace(rows.length), value: 'replace' },
          ]}
        />
      )}
    </ImportDialog>
  );
}
