// 更正内容: chosen field by field from the corrected announcement; what it says now is filled in, what it is to say is typed with the input of that
// field, so that a day or an amount is one. What no field holds (the procurement document) is said in words.
import { Button, CloseButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { newId } from '#renderer/api/ids.ts';
import { CodePicker } from '#renderer/ui/fields/code-picker.tsx';
import { Field, FieldMessages } from '#renderer/ui/fields/field.tsx';
import { TextBox } from '#renderer/ui/fields/text-box.tsx';
import { linesIn, valueAt } from '#shared/domain/announcements/field-values.ts';
import type { TemplateField } from '#shared/domain/announcements/template.ts';
import { mostInItem } from '#shared/domain/announcements/templates/correction-blocks.ts';
import { mostInCell, type TableLine } from '#shared/domain/announcements/values.ts';
import { announcementPages, forms } from '#shared/text/index.ts';
import { AfterInput } from './after-input.tsx';
import { afterOf, beginLine, correctableFields, otherField } from './corrections.ts';
import { EarliestLine } from './earliest-line.tsx';
import { nameIn } from './field-names.ts';
import css from './form.module.css';
import { fieldIdOf, useAnnouncementForm } from './form-context.ts';

const words = announcementPages.correction;
const mostLines = 100;

export function CorrectionsField({ field }: { readonly field: TemplateField }) {
  const { ofRecord } = useAnnouncementForm();
  return ofRecord.includes(field.key) ? <OfRecord field={field} /> : <Typed field={field} />;
}

/** As the record says them. */
function OfRecord({ field: { key } }: { readonly field: TemplateField }) {
  const { values, messages } = useAnnouncementForm();
  const id = fieldIdOf(key);
  return (
    <>
      <ol className={css['corrections']} id={id} tabIndex={-1}>
        {linesIn(valueAt(values, key)).map(({ id: line, cells }) => (
          <li className={css['correction']} key={line}>
            <div className={css['correctionHead']}>
              <strong>{String(cells['item'] ?? '')}</strong>
            </div>
            <div className={css['correctionSides']}>
              {(['before', 'after'] as const).map((side) => (
                <div key={side}>
                  <div className={css['sideLabel']}>{words[side]}</div>
                  <div className={css['before']}>{String(cells[side] ?? '') || forms.diff.empty}</div>
                </div>
              ))}
            </div>
          </li>
        ))}
      </ol>
      <FieldMessages id={`${id}-messages`} messages={messages.get(key) ?? []} />
    </>
  );
}

function Typed({ field }: { readonly field: TemplateField }) {
  const form = useAnnouncementForm();
  const [choosing, setChoosing] = useState(false);
  const { key } = field;
  const lines = linesIn(valueAt(form.values, key));
  const { corrected } = form;
  const options = useMemo(() => {
    const named = correctableFields(corrected).map((each) => ({
      code: each.key,
      name: corrected === null ? each.label : nameIn(corrected.template, each),
    }));
    return [...named, { code: otherField, name: words.other }];
  }, [corrected]);
  const save = (next: readonly TableLine[]) => {
    form.set(key, [...next]);
    form.touch(key);
  };
  const taken = new Set(lines.map(({ cells }) => cells['field']));
  const add = (code: string | null) => {
    setChoosing(false);
    if (code !== null) save([...lines, { id: newId(), cells: beginLine(code, corrected) }]);
  };
  const id = fieldIdOf(key);
  return (
    <>
      <p className={css['blockHint']}>{words.hint}</p>
      {lines.length === 0 ? <p className={css['empty']}>{words.empty}</p> : null}
      <ol className={css['corrections']}>
        {lines.map((line, index) => (
          <CorrectionLine
            index={index}
            key={line.id}
            line={line}
            onChange={(cells) => save(lines.map((each) => (each.id === line.id ? { ...each, cells } : each)))}
            onRemove={() => save(lines.filter((each) => each.id !== line.id))}
            path={`${key}.${index}`}
          />
        ))}
      </ol>
      {choosing ? (
        <Field id={`${id}-choose`} label={words.field}>
          {(control) => (
            <CodePicker
              control={control}
              onChange={add}
              options={options.filter(({ code }) => code === otherField || !taken.has(code))}
              value={null}
            />
          )}
        </Field>
      ) : null}
      <Button
        disabled={lines.length >= mostLines}
        id={id}
        leftSection={<IconPlus aria-hidden size={15} />}
        onClick={() => {
          setChoosing(true);
          // After the picker is there.
          requestAnimationFrame(() => document.getElementById(`${id}-choose`)?.focus());
        }}
        size="xs"
        variant="default"
      >
        {words.add}
      </Button>
      <FieldMessages id={`${id}-messages`} messages={form.messages.get(key) ?? []} />
    </>
  );
}

type LineProps = {
  readonly line: TableLine;
  readonly index: number;
  readonly path: string;
  readonly onChange: (cells: TableLine['cells']) => void;
  readonly onRemove: () => void;
};

function CorrectionLine({ line, index, path, onChange, onRemove }: LineProps) {
  const { corrected, messages, unreadable, setUnreadable } = useAnnouncementForm();
  const { cells } = line;
  const text = (column: string) => String(cells[column] ?? '');
  const field = correctableFields(corrected).find(({ key }) => key === cells['field']);
  const id = fieldIdOf(path);
  const line1 = forms.rows.line(index + 1);
  const own = [...(messages.get(path) ?? []), ...(messages.get(`${path}.item`) ?? [])];
  const place = `corrections.${line.id}.after`;
  return (
    <li className={css['correction']}>
      <div className={css['correctionHead']}>
        {field === undefined ? (
          <TextBox
            control={{ id: `${id}.item`, 'aria-label': `${line1} ${words.item}` }}
            limit={mostInItem}
            onChange={(item) => onChange({ ...cells, item })}
            placeholder={words.item}
            value={text('item')}
          />
        ) : (
          <strong>{text('item')}</strong>
        )}
        <CloseButton aria-label={forms.rows.remove(line1)} onClick={onRemove} size={28} />
      </div>
      <div className={css['correctionSides']}>
        <div>
          {field === undefined ? (
            <Field
              id={`${id}.before`}
              label={words.before}
              messages={messages.get(`${path}.before`) ?? []}
              required
            >
              {(control) => (
                <TextBox
                  control={control}
                  limit={mostInCell}
                  lines={{ min: 2, max: 8 }}
                  onChange={(before) => onChange({ ...cells, before })}
                  value={text('before')}
                />
              )}
            </Field>
          ) : (
            <>
              <div className={css['sideLabel']}>{words.before}</div>
              <div className={css['before']}>{text('before') === '' ? forms.diff.empty : text('before')}</div>
            </>
          )}
        </div>
        <Field
          help={
            field !== undefined && (field.kind === 'date' || field.kind === 'time') ? (
              <EarliestLine
                field={field}
                onFill={(value) => onChange({ ...cells, ...afterOf(field, value) })}
                present={cells['value']}
              />
            ) : undefined
          }
          id={`${id}.after`}
          label={words.after}
          messages={[...(messages.get(`${path}.after`) ?? []), ...own]}
          required
        >
          {(control) => (
            <AfterInput
              cells={cells}
              control={control}
              field={field}
              onChange={(parts, unread) => {
                onChange({ ...cells, ...parts });
                setUnreadable(place, unread);
              }}
              unreadable={unreadable[place]}
            />
          )}
        </Field>
      </div>
    </li>
  );
}
