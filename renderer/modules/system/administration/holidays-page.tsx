import { Alert, Button, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { Field } from '#renderer/ui/fields/field.tsx';
import { IntegerInput } from '#renderer/ui/fields/number-inputs.tsx';
import { MarkBadge } from '#renderer/ui/states/status-badge.tsx';
import { calendarYearRowSchema } from '#shared/domain/admin/model.ts';
import { limitOf } from '#shared/domain/fields.ts';
import type { CalendarYear } from '#shared/kernel/workdays.ts';
import { formatInstant, systemText } from '#shared/text/index.ts';
import { Page } from '../page.tsx';
import { mayKeep } from '../pages.ts';
import classes from '../system.module.css';
import { EditDialog } from './edit-dialog.tsx';
import { plainControl, TextField } from './fields.tsx';
import { readHolidays, writeHolidays } from './holiday-text.ts';
import { Listing } from './listing.tsx';
import { RowButton } from './row-parts.tsx';
import { useSave } from './use-save.ts';

const words = systemText.holidays;
const { keep } = systemText;
type Draft = { readonly year: number | null; readonly source: string; readonly text: string };

export function HolidaysPage() {
  const editor = mayKeep(useActor().role);
  const { data, error, refetch } = useAsk('calendarYears.list', {});
  const [editing, setEditing] = useState<Draft | null>(null);
  const years = data?.years.map(({ calendar }) => calendar.year) ?? [];
  return (
    <Page
      wide
      title={systemText.pages.holidays}
      help={editor ? words.help : systemText.readOnly}
      action={
        editor ? (
          <Button onClick={() => setEditing({ year: nextYear(years), source: '', text: '' })}>
            {words.import}
          </Button>
        ) : undefined
      }
    >
      <Listing
        label={systemText.pages.holidays}
        rows={data?.years}
        error={error}
        onRetry={() => void refetch()}
        rowId={({ id }) => id}
        heads={[
          words.year,
          words.days,
          words.makeUp,
          words.source,
          words.published,
          ...(editor ? [keep.actions] : []),
        ]}
        cells={(row) => [
          row.id,
          <Days key="days" calendar={row.calendar} />,
          row.calendar.makeUpWorkdays.join('、'),
          <span key="source">
            {row.source} <MarkBadge mark={row.mark} />
          </span>,
          <span key="at" className={classes['number']}>
            {formatInstant(row.publishedAt)}
          </span>,
          ...(editor
            ? [
                <RowButton
                  key="edit"
                  name={row.id}
                  action={keep.edit}
                  onClick={() =>
                    setEditing({
                      year: row.calendar.year,
                      source: row.source,
                      text: writeHolidays(row.calendar),
                    })
                  }
                />,
              ]
            : []),
        ]}
      />
      {editing === null ? null : (
        <ImportDialog start={editing} years={years} onClose={() => setEditing(null)} />
      )}
    </Page>
  );
}

function Days({ calendar }: { readonly calendar: CalendarYear }) {
  return (
    <>
      {calendar.holidays.map(({ name, from, to }) => (
        <div key={from} className={classes['number']}>
          {name}　{words.range(from, to)}
        </div>
      ))}
    </>
  );
}

type DialogProps = { readonly start: Draft; readonly years: readonly number[]; readonly onClose: () => void };

function ImportDialog({ start, years, onClose }: DialogProps) {
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const save = useSave('holidays.publish');
  const read = draft.year === null ? undefined : readHolidays(draft.year, draft.text);
  const noSource = draft.source.trim() === '';
  const publish = () => {
    setTried(true);
    if (read?.ok === true && !noSource) {
      void save.save({ calendar: read.calendar, source: draft.source.trim() }, onClose);
    }
  };
  const error = (text: string) => ({ severity: 'error' as const, text });
  return (
    <EditDialog
      title={words.importTitle}
      action={words.publish}
      running={save.running}
      problem={save.problem}
      onClose={onClose}
      onSave={publish}
    >
      <Field
        id="holiday-year"
        label={words.yearField}
        required
        messages={tried && draft.year === null ? [error(words.badYear)] : save.messagesAt('calendar')}
      >
        {(control) => (
          <IntegerInput
            control={control}
            value={draft.year}
            min={2000}
            max={2100}
            onChange={(year) => setDraft({ ...draft, year })}
          />
        )}
      </Field>
      <TextField
        id="holiday-source"
        limit={limitOf(calendarYearRowSchema.shape.source)}
        label={words.sourceField}
        required
        help={words.sourceHelp}
        messages={tried && noSource ? [error(words.noSource)] : save.messagesAt('source')}
        value={draft.source}
        onChange={(source) => setDraft({ ...draft, source })}
      />
      <Field
        id="holiday-text"
        label={words.text}
        required
        help={words.textHelp}
        messages={
          (tried || draft.text !== '') && read?.ok === false ? read.problems.map((each) => error(each)) : []
        }
      >
        {(control) => (
          <Textarea
            {...plainControl(control)}
            rows={9}
            placeholder={words.sample}
            value={draft.text}
            onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
          />
        )}
      </Field>
      {read?.ok === true ? (
        <Text c="dimmed">
          {words.preview(read.calendar.holidays.length, read.calendar.makeUpWorkdays.length)}
        </Text>
      ) : null}
      {draft.year !== null && years.includes(draft.year) ? (
        <Alert color="orange">{words.replaces(draft.year)}</Alert>
      ) : null}
    </EditDialog>
  );
}

/** The first year after the known ones. */
function nextYear(years: readonly number[]): number {
  return years.length === 0 ? Number(formatInstant(Date.now()).slice(0, 4)) : Math.max(...years) + 1;
}
