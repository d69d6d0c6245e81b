// A table that is filled in line by line: add, remove, move, by mouse or keyboard (Ctrl+Enter, Ctrl+Delete, Alt+↑ Alt+↓). A line that was removed
// can be brought back. What is wrong with a line stands under it.
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { Fragment, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { forms } from '#shared/text/index.ts';
import { cx } from '../base/cx.ts';
import { described, type FieldControl, type FieldMessage, FieldMessages } from './field.tsx';
import { moved } from './moved.ts';
import css from './rows-editor.module.css';

export type RowsColumn<Row> = {
  /** Part of the path after the line's number; ids of fields and messages are made of it. */
  readonly field: string;
  readonly label: string;
  readonly required?: boolean;
  /** As in CSS grid: `6rem`, `minmax(10rem, 2fr)`. */
  readonly width: string;
  readonly align?: 'left' | 'right';
  readonly cell: (row: Row, control: FieldControl, index: number) => ReactNode;
};

type Props<Row> = {
  /** Path of the list, e.g. `items`. The id of a field is `id.<line>.<field>`. */
  readonly id: string;
  readonly label: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly RowsColumn<Row>[];
  readonly onChange: (rows: readonly Row[]) => void;
  readonly newRow: () => Row;
  readonly max: number;
  /** Messages by path, of lines and of the list itself. */
  readonly messages: ReadonlyMap<string, readonly FieldMessage[]>;
  readonly path: string;
  /** Sums; stands beside the button that adds. */
  readonly footer?: ReactNode;
  readonly empty: string;
  /** The lines are given: they are filled in, neither added, moved nor removed. */
  readonly fixed?: boolean;
};

export function RowsEditor<Row>(props: Props<Row>) {
  const { id, label, rows, rowKey, columns, onChange, newRow, max, messages, path, footer, empty } = props;
  const { fixed = false } = props;
  const [said, setSaid] = useState('');
  const [removed, setRemoved] = useState<{ readonly row: Row; readonly index: number } | null>(null);
  const root = useRef<HTMLDivElement>(null);

  const focusLine = (index: number) => {
    const first = columns[0]?.field ?? '';
    // After the line is there.
    requestAnimationFrame(() => document.getElementById(`${id}.${index}.${first}`)?.focus());
  };
  const add = () => {
    if (rows.length >= max) return;
    onChange([...rows, newRow()]);
    setSaid(forms.rows.added(rows.length + 1));
    focusLine(rows.length);
  };
  const remove = (index: number) => {
    const row = rows[index];
    if (row === undefined) return;
    onChange(rows.filter((_, other) => other !== index));
    setRemoved({ row, index });
    setSaid(forms.rows.removed(index + 1));
    if (rows.length > 1) focusLine(Math.min(index, rows.length - 2));
    else requestAnimationFrame(() => document.getElementById(id)?.focus());
  };
  const move = (index: number, by: 1 | -1) => {
    const to = index + by;
    if (to < 0 || to >= rows.length) return;
    onChange(moved(rows, index, to));
    setSaid(forms.rows.moved(to + 1));
    return to;
  };
  const keys = (event: KeyboardEvent, index: number) => {
    if (fixed) return;
    if (event.ctrlKey && event.key === 'Enter') add();
    else if (event.ctrlKey && event.key === 'Delete') remove(index);
    else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      const to = move(index, event.key === 'ArrowUp' ? -1 : 1);
      if (to !== undefined) focusLine(to);
    } else return;
    event.preventDefault();
    // Before the field itself sees it: a picker would open on Alt+↓.
    event.stopPropagation();
  };
  const undo = () => {
    if (removed === null) return;
    onChange([...rows.slice(0, removed.index), removed.row, ...rows.slice(removed.index)]);
    setRemoved(null);
    focusLine(removed.index);
  };

  const template = `2.25rem ${columns.map(({ width }) => width).join(' ')} ${fixed ? '0' : '5.75rem'}`;
  return (
    <div className={css['root']} ref={root}>
      {rows.length === 0 ? (
        <p className={css['empty']}>{empty}</p>
      ) : (
        <fieldset aria-label={label} className={css['scroll']}>
          <div className={css['table']} style={{ gridTemplateColumns: template }}>
            <div aria-hidden className={cx(css['head'], css['no'])}>
              {forms.rows.no}
            </div>
            {columns.map((column) => (
              <div
                aria-hidden
                className={cx(css['head'], column.align === 'right' && css['right'])}
                key={column.field}
              >
                {column.label}
                {column.required === true ? <span className={css['required']}>{forms.required}</span> : null}
              </div>
            ))}
            <div aria-hidden className={css['head']}>
              {fixed ? null : forms.rows.actions}
            </div>
            {rows.map((row, index) => {
              const line = forms.rows.line(index + 1);
              const own = messagesOf(messages, `${path}.${index}`, columns);
              const messagesId = `${id}.${index}-messages`;
              return (
                <Fragment key={rowKey(row)}>
                  <div className={css['no']}>{index + 1}</div>
                  {columns.map((column) => {
                    const wrong = messages.get(`${path}.${index}.${column.field}`) ?? [];
                    return (
                      <div
                        className={css['cell']}
                        key={column.field}
                        onKeyDownCapture={(event) => keys(event, index)}
                      >
                        {column.cell(
                          row,
                          {
                            id: `${id}.${index}.${column.field}`,
                            'aria-label': `${label} ${line} ${column.label}`,
                            'aria-required': column.required,
                            'aria-invalid': wrong.some(({ severity }) => severity === 'error'),
                            ...described(wrong.length === 0 ? undefined : messagesId),
                          },
                          index,
                        )}
                      </div>
                    );
                  })}
                  <div className={css['actions']} onKeyDownCapture={(event) => keys(event, index)}>
                    {fixed ? null : (
                      <>
                        <RowButton
                          disabled={index === 0}
                          icon={<IconArrowUp aria-hidden size={15} />}
                          label={forms.rows.up(line)}
                          onClick={() => move(index, -1)}
                        />
                        <RowButton
                          disabled={index === rows.length - 1}
                          icon={<IconArrowDown aria-hidden size={15} />}
                          label={forms.rows.down(line)}
                          onClick={() => move(index, 1)}
                        />
                        <RowButton
                          icon={<IconTrash aria-hidden size={15} />}
                          label={forms.rows.remove(line)}
                          onClick={() => remove(index)}
                        />
                      </>
                    )}
                  </div>
                  <div className={css['messages']}>
                    <FieldMessages id={messagesId} messages={own} />
                  </div>
                </Fragment>
              );
            })}
          </div>
        </fieldset>
      )}
      <div className={css['foot']}>
        {fixed ? (
          <span id={id} tabIndex={-1} />
        ) : (
          <Button
            aria-label={forms.rows.addTo(label)}
            disabled={rows.length >= max}
            id={id}
            leftSection={<IconPlus aria-hidden size={15} />}
            onClick={add}
            size="xs"
            variant="default"
          >
            {forms.rows.add}
          </Button>
        )}
        {removed === null ? null : (
          <Button onClick={undo} size="xs" variant="subtle">
            {forms.rows.undo}
          </Button>
        )}
        <div className={css['sums']}>{footer}</div>
      </div>
      {rows.length === 0 || fixed ? null : <p className={css['keys']}>{forms.rows.keys}</p>}
      <FieldMessages id={`${id}-messages`} messages={messages.get(path) ?? []} />
      <div aria-live="polite" className={css['said']}>
        {said}
      </div>
    </div>
  );
}

type RowButtonProps = {
  readonly label: string;
  readonly icon: ReactNode;
  readonly disabled?: boolean;
  readonly onClick: () => void;
};

function RowButton({ label, icon, disabled = false, onClick }: RowButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} disabled={disabled} onClick={onClick} size={28}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

/** All messages of one line, each with the column it is about. */
function messagesOf<Row>(
  messages: ReadonlyMap<string, readonly FieldMessage[]>,
  line: string,
  columns: readonly RowsColumn<Row>[],
): readonly FieldMessage[] {
  const own = columns.flatMap(({ field, label }) =>
    (messages.get(`${line}.${field}`) ?? []).map(({ severity, text }) => ({ severity, text, label })),
  );
  // One rule may be broken at several places of a line: it is said once, with all of them.
  const texts = [...new Set(own.map(({ text }) => text))];
  return texts.flatMap((text) => {
    const same = own.filter((each) => each.text === text);
    const [first] = same;
    return first === undefined
      ? []
      : [
          {
            severity: first.severity,
            text: forms.rows.at(
              same.map(({ label }) => label),
              text,
            ),
          },
        ];
  });
}
