// 逐项验收: each requirement of the contract, what was found, and by what it is shown. They begin with the items of the contract and what these demand.
import { Button, NativeSelect } from '@mantine/core';
import { newId } from '#renderer/api/ids.ts';
import type { FieldControl } from '#renderer/ui/fields/field.tsx';
import { RowsEditor } from '#renderer/ui/fields/rows-editor.tsx';
import { TextBox } from '#renderer/ui/fields/text-box.tsx';
import {
  type AcceptanceContent,
  acceptanceContentSchema,
} from '#shared/domain/contracts/acceptances/model.ts';
import { partsOf } from '#shared/domain/contracts/acceptances/parts.ts';
import { limitOf } from '#shared/domain/fields.ts';
import { acceptancePages, label } from '#shared/text/index.ts';
import css from '../acceptances.module.css';
import type { Answer } from './asked-now.ts';
import { acceptanceFields as fields } from './fields.ts';

const words = acceptancePages.form.rows;
const mostLines = 500;
const grows = { min: 1, max: 6 } as const;
const { shape } = acceptanceContentSchema.shape.rows.unwrap();
const nameOf = (field: string) => label(`acceptances.content.rows.${field}`);

type Row = AcceptanceContent['rows'][number];
type TextField = 'item' | 'requirement' | 'found';

export function RowLines({ answer }: { readonly answer: Answer | undefined }) {
  const { content, set, messages } = fields.useForm();
  const { rows, files } = content;
  const items = answer === undefined ? [] : partsOf(answer.contract);
  const put = (next: readonly Row[]) => set('rows', [...next]);
  const change = (row: Row, parts: Partial<Row>) =>
    put(rows.map((each) => (each.id === row.id ? { ...each, ...parts } : each)));
  const text = (field: TextField, width: string) => ({
    field,
    label: nameOf(field),
    required: true,
    width,
    cell: (row: Row, control: FieldControl) => (
      <TextBox
        compact
        control={control}
        limit={limitOf(shape[field])}
        lines={grows}
        onChange={(typed) => change(row, { [field]: typed })}
        value={row[field]}
      />
    ),
  });
  const choice = (
    field: 'itemId' | 'passed' | 'evidenceId',
    width: string,
    look: { readonly required?: boolean; readonly options: readonly Option[] },
    chosen: (row: Row) => string,
    choose: (value: string) => Partial<Row>,
  ) => ({
    field,
    label: nameOf(field),
    ...(look.required === true ? { required: true } : {}),
    width,
    cell: (row: Row, control: FieldControl) => (
      <NativeSelect
        {...control}
        data={[...look.options]}
        onChange={({ currentTarget: { value } }) => change(row, choose(value))}
        size="xs"
        value={chosen(row)}
      />
    ),
  });
  return (
    <>
      <p className={css['hint']}>{words.hint}</p>
      <RowsEditor
        columns={[
          choice(
            'itemId',
            '7.5rem',
            {
              options: [
                { value: '', label: words.noItem },
                ...items.map(({ id, name }) => ({ value: id, label: name })),
              ],
            },
            ({ itemId }) => itemId ?? '',
            (value) => ({ itemId: value === '' ? null : value }),
          ),
          text('item', 'minmax(7rem, 0.8fr)'),
          text('requirement', 'minmax(9rem, 1.1fr)'),
          text('found', 'minmax(10rem, 1.3fr)'),
          choice(
            'passed',
            '5.75rem',
            { required: true, options: results },
            ({ passed }) => (passed === null ? '' : String(passed)),
            (value) => ({ passed: value === '' ? null : value === 'true' }),
          ),
          choice(
            'evidenceId',
            '7.5rem',
            {
              options: [
                { value: '', label: words.none },
                ...files.map(({ id, fileName }) => ({ value: id, label: fileName })),
              ],
            },
            ({ evidenceId }) => evidenceId ?? '',
            (value) => ({ evidenceId: value === '' ? null : value }),
          ),
        ]}
        empty={words.empty}
        footer={rows.length === 0 ? null : <Sums onPass={() => put(rows.map(passing))} rows={rows} />}
        id={fields.fieldIdOf('rows')}
        label={label('acceptances.content.rows')}
        max={mostLines}
        messages={messages}
        newRow={() => ({
          ...{ id: newId(), itemId: null, item: '', requirement: '', found: '' },
          ...{ passed: null, evidenceId: null },
        })}
        onChange={put}
        path="rows"
        rowKey={({ id }) => id}
        rows={rows}
      />
    </>
  );
}

type Option = { readonly value: string; readonly label: string };

const results: readonly Option[] = [
  { value: '', label: words.none },
  { value: 'true', label: words.passed },
  { value: 'false', label: words.failed },
];

/** What was found wanting stays so. */
const passing = (row: Row): Row => ({ ...row, passed: row.passed ?? true });

type SumProps = { readonly rows: readonly Row[]; readonly onPass: () => void };

function Sums({ rows, onPass }: SumProps) {
  const of = (wanted: boolean | null) => rows.filter(({ passed }) => passed === wanted).length;
  return (
    <div className={css['sums']}>
      {of(null) === 0 ? null : (
        <Button onClick={onPass} size="compact-xs" variant="light">
          {words.allPass}
        </Button>
      )}
      <span>{words.sums(of(true), of(false), of(null))}</span>
    </div>
  );
}
