// What has to be said beside the choice: why not those who stand before, how a tie was resolved, the report of a 重新评审. What no longer applies stays in sight
// until it is taken out: it would travel with the result.
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { newId } from '#renderer/api/ids.ts';
import { Attachments } from '#renderer/ui/fields/attachments.tsx';
import { Choices } from '#renderer/ui/fields/choices.tsx';
import { codeOptions, optionOf } from '#renderer/ui/fields/code-options.ts';
import { CodePicker } from '#renderer/ui/fields/code-picker.tsx';
import { DateInput } from '#renderer/ui/fields/date-input.tsx';
import { Field, FieldMessages } from '#renderer/ui/fields/field.tsx';
import { TextBox } from '#renderer/ui/fields/text-box.tsx';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { passedOverReasons } from '#shared/codes/award.ts';
import { type AwardContent, awardContentSchema, type PassedOver } from '#shared/domain/awards/model.ts';
import { limitOf } from '#shared/domain/fields.ts';
import { awardPages, label } from '#shared/text/index.ts';
import css from './award-form.module.css';
import { awardFields as fields } from './fields.ts';
import { type Standing, tiedWith, withLine } from './standing.ts';

const words = awardPages.form;
const lineShape = awardContentSchema.shape.passedOver.element.shape;
const tieShape = awardContentSchema.shape.tie.unwrap().shape;
const purposes = [{ code: 'file', name: words.file }] as const;
const name = (path: string) => label(`awards.content.${path}`);

type Files = AwardContent['authority'];
type FilesProps = {
  readonly id: string;
  readonly label: string;
  readonly files: Files;
  readonly onChange: (files: Files) => void;
};

function FilesOf({ files, onChange, ...rest }: FilesProps) {
  return (
    <Attachments
      {...rest}
      files={files.map((file) => ({ ...file, purpose: 'file' as const }))}
      newId={newId}
      onChange={(next) => onChange(next.map(({ purpose: _, ...file }) => file))}
      purposes={purposes}
    />
  );
}

export function PassedOverLines({ standing }: { readonly standing: Standing }) {
  const { content, set, messages, touch } = fields.useForm();
  const { passedOver } = content;
  const id = fields.fieldIdOf('passedOver');
  const needed = standing.before.map(({ rank, supplier }) => ({
    supplier,
    title: words.passedOver.of(rank, supplier),
    removable: false,
  }));
  const others = passedOver
    .filter(({ supplier }) => needed.every((line) => line.supplier !== supplier))
    .map(({ supplier }) => {
      const beside = standing.beside.find((each) => each.supplier === supplier);
      const title =
        beside === undefined ? words.passedOver.gone(supplier) : words.passedOver.of(beside.rank, supplier);
      return { supplier, title, removable: true };
    });
  const change = (supplier: string, parts: Partial<PassedOver>) => {
    set('passedOver', withLine(passedOver, supplier, parts));
    touch('passedOver');
  };
  return (
    <>
      {[...needed, ...others].map(({ supplier, title, removable }, index) => (
        <PassedOverLine
          // The first of them is where a problem of the whole leads.
          id={index === 0 ? id : `${id}-${index}`}
          // biome-ignore lint/suspicious/noArrayIndexKey: a name may be typed twice, and a line keeps its place while it is written
          key={index}
          line={passedOver.find((each) => each.supplier === supplier)}
          onChange={(parts) => change(supplier, parts)}
          supplier={supplier}
          title={title}
          {...(removable
            ? {
                onRemove: () =>
                  set(
                    'passedOver',
                    passedOver.filter((each) => each.supplier !== supplier),
                  ),
              }
            : {})}
        />
      ))}
      <FieldMessages id={`${id}-lines`} messages={messages.get('passedOver') ?? []} />
    </>
  );
}

type LineProps = {
  readonly id: string;
  readonly supplier: string;
  readonly title: string;
  readonly line: PassedOver | undefined;
  readonly onChange: (parts: Partial<PassedOver>) => void;
  readonly onRemove?: () => void;
};

function PassedOverLine({ id, supplier, title, line, onChange, onRemove }: LineProps) {
  const { today } = fields.useForm();
  const options = useMemo(() => codeOptions(passedOverReasons, today), [today]);
  const reasonCode = line?.reasonCode ?? null;
  return (
    <fieldset aria-labelledby={`${id}-title`} className={css['line']}>
      <div className={css['lineTitle']}>
        <span id={`${id}-title`}>{title}</span>
        {onRemove === undefined ? null : (
          <Button
            aria-label={words.passedOver.removeOf(supplier)}
            onClick={onRemove}
            size="compact-xs"
            variant="subtle"
          >
            {words.passedOver.remove}
          </Button>
        )}
      </div>
      <FieldGrid>
        <Field id={id} label={name('passedOver.reasonCode')} required wide>
          {(control) => (
            <CodePicker
              chosen={reasonCode === null ? undefined : optionOf(passedOverReasons, reasonCode)}
              control={control}
              onChange={(code) =>
                onChange({
                  reasonCode: passedOverReasons.entries.find((each) => each.code === code)?.code ?? null,
                })
              }
              options={options}
              value={reasonCode}
            />
          )}
        </Field>
        <Field id={`${id}-reason`} label={name('passedOver.reason')} required wide>
          {(control) => (
            <TextBox
              control={control}
              limit={limitOf(lineShape.reason)}
              lines={{ min: 2, max: 8 }}
              onChange={(reason) => onChange({ reason })}
              value={line?.reason ?? ''}
            />
          )}
        </Field>
        <Field group id={`${id}-files`} label={name('passedOver.files')} required wide>
          {(control) => (
            <FilesOf
              files={line?.files ?? []}
              id={control.id}
              label={words.passedOver.filesOf(supplier)}
              onChange={(files) => onChange({ files })}
            />
          )}
        </Field>
      </FieldGrid>
    </fieldset>
  );
}

type Tie = NonNullable<AwardContent['tie']>;

export function TieFields({ standing }: { readonly standing: Standing }) {
  const { content, set, messages, touch } = fields.useForm();
  const { tie, passedOver } = content;
  const id = fields.fieldIdOf('tie');
  const tied = tiedWith(standing, passedOver);
  const change = (parts: Partial<Tie>) => {
    set('tie', { ...(tie ?? { by: 'document', note: '', files: [] }), ...parts });
    touch('tie');
  };
  return (
    <>
      <p className={css['hint']}>
        {tied.length === 0
          ? words.tie.unneeded
          : words.tie.with(tied.map(({ supplier }) => supplier).join('、'))}
      </p>
      <div className={css['lineTitle']}>
        {tied.map(({ supplier }) => (
          <Button
            key={supplier}
            onClick={() => set('passedOver', withLine(passedOver, supplier, {}))}
            size="xs"
            variant="default"
          >
            {words.tie.explain(supplier)}
          </Button>
        ))}
        {tied.length === 0 && tie !== null ? (
          <Button onClick={() => set('tie', null)} size="compact-xs" variant="light">
            {words.tie.clear}
          </Button>
        ) : null}
      </div>
      <FieldGrid>
        <Field group id={id} label={name('tie.by')} messages={messages.get('tie') ?? []} required wide>
          {(control) => (
            <Choices
              chosen={tie?.by ?? null}
              control={control}
              onChange={(by) => change({ by })}
              options={tieShape.by.options.map((value) => ({
                key: value,
                value,
                text: label(`awards.tieBy.${value}`),
              }))}
            />
          )}
        </Field>
        <Field id={`${id}-note`} label={name('tie.note')} required wide>
          {(control) => (
            <TextBox
              control={control}
              limit={limitOf(tieShape.note)}
              lines={{ min: 2, max: 8 }}
              onChange={(note) => change({ note })}
              value={tie?.note ?? ''}
            />
          )}
        </Field>
        <Field group id={`${id}-files`} label={name('tie.files')} required={tie?.by === 'lot'} wide>
          {(control) => (
            <FilesOf
              files={tie?.files ?? []}
              id={control.id}
              label={name('tie.files')}
              onChange={(files) => change({ files })}
            />
          )}
        </Field>
      </FieldGrid>
    </>
  );
}

/** There is no report without its day: with the first file it is today's, and while files are there the day is changed, not taken out. */
export function ReportFields() {
  const { content, set, setUnreadable, unreadable, messages, today, touch } = fields.useForm();
  const { report } = content;
  const id = fields.fieldIdOf('report');
  const files = report?.files ?? [];
  return (
    <>
      <p className={css['hint']}>{words.reportHint}</p>
      <FieldGrid>
        <Field id={id} label={name('report.reportedOn')} messages={messages.get('report') ?? []} required>
          {(control) => (
            <DateInput
              control={control}
              label={name('report.reportedOn')}
              max={today}
              onBlur={() => touch('report')}
              onChange={(reportedOn, text) => {
                if (reportedOn !== null) set('report', { reportedOn, files });
                else if (files.length === 0) set('report', null);
                setUnreadable('report', text);
              }}
              unreadable={unreadable['report']}
              value={report?.reportedOn ?? null}
            />
          )}
        </Field>
        <Field group id={`${id}-files`} label={name('report.files')} required wide>
          {(control) => (
            <FilesOf
              files={files}
              id={control.id}
              label={name('report.files')}
              onChange={(next) => {
                set('report', { reportedOn: report?.reportedOn ?? today, files: next });
                touch('report');
              }}
            />
          )}
        </Field>
      </FieldGrid>
    </>
  );
}
