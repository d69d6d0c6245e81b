// 更正内容: what the announcement said, and what it should have said, line by line. All of it goes into the 结果变更公告.
import { type RowsColumn, RowsEditor } from '#renderer/ui/fields/rows-editor.tsx';
import { TextBox } from '#renderer/ui/fields/text-box.tsx';
import { type ChangeContent, changeContentSchema } from '#shared/domain/award-changes/model.ts';
import { limitOf } from '#shared/domain/fields.ts';
import { awardChangePages, label } from '#shared/text/index.ts';
import css from './change-form.module.css';
import { changeFields as fields } from './fields.ts';

const words = awardChangePages.form.corrections;
const { shape } = changeContentSchema.shape.corrections.element;
const mostLines = 50;

type Line = ChangeContent['corrections'][number];

export function CorrectionFields() {
  const { content, set, messages } = fields.useForm();
  const { corrections, action } = content;
  const change = (line: Line, parts: Partial<Line>) =>
    set(
      'corrections',
      corrections.map((each) => (each === line ? { ...line, ...parts } : each)),
    );
  const column = (field: keyof Line, width: string): RowsColumn<Line> => ({
    field,
    label: label(`awardChanges.content.corrections.${field}`),
    required: true,
    width,
    cell: (line, control) => (
      <TextBox
        compact
        control={control}
        limit={limitOf(shape[field])}
        onChange={(text) => change(line, { [field]: text })}
        value={line[field]}
        {...(field === 'item' ? {} : { lines: { min: 1, max: 6 } })}
      />
    ),
  });
  return (
    <>
      <p className={css['hint']}>{action === 'correct' ? words.hint : words.unasked}</p>
      <RowsEditor<Line>
        columns={[
          column('item', 'minmax(9rem, 1fr)'),
          column('before', 'minmax(11rem, 1.6fr)'),
          column('after', 'minmax(11rem, 1.6fr)'),
        ]}
        empty={words.empty}
        id={fields.fieldIdOf('corrections')}
        label={label('awardChanges.content.corrections')}
        max={mostLines}
        messages={messages}
        newRow={() => ({ item: '', before: '', after: '' })}
        onChange={(rows) => set('corrections', [...rows])}
        path="corrections"
        rowKey={(line) => String(corrections.indexOf(line))}
        rows={corrections}
      />
    </>
  );
}
