import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { MarkBadge } from '#renderer/ui/states/status-badge.tsx';
import { numberPatternSchema } from '#shared/domain/admin/model.ts';
import { limitOf } from '#shared/domain/fields.ts';
import { formatNumber } from '#shared/domain/numbering.ts';
import { formatInstant, systemText } from '#shared/text/index.ts';
import { Page } from '../page.tsx';
import { mayKeep } from '../pages.ts';
import classes from '../system.module.css';
import { EditDialog } from './edit-dialog.tsx';
import { ChoiceField, TextField } from './fields.tsx';
import { Listing } from './listing.tsx';
import { regionName, regionOptions } from './region-options.ts';
import { RowButton } from './row-parts.tsx';
import { useSave } from './use-save.ts';

const words = systemText.numbers;
const { keep } = systemText;
type Pattern = Pick<AskOutput<'numberPatterns.list'>['patterns'][number], 'id' | 'pattern'>;
const fallbackId = 'plan/default';

export function NumbersPage() {
  const editor = mayKeep(useActor().role);
  const { data, error, refetch } = useAsk('numberPatterns.list', {});
  const [editing, setEditing] = useState<Pattern | null>(null);
  return (
    <Page
      wide
      title={systemText.pages.numbers}
      help={editor ? words.help : systemText.readOnly}
      action={
        editor ? <Button onClick={() => setEditing({ id: '', pattern: '' })}>{keep.add}</Button> : undefined
      }
    >
      <Listing
        label={systemText.pages.numbers}
        rows={data?.patterns}
        error={error}
        onRetry={() => void refetch()}
        rowId={({ id }) => id}
        heads={[
          words.region,
          words.pattern,
          words.example,
          words.updated,
          keep.mark,
          ...(editor ? [keep.actions] : []),
        ]}
        cells={(row) => [
          nameOf(row.id),
          <span key="pattern" className={classes['mono']}>
            {row.pattern}
          </span>,
          exampleOf(row) ?? '',
          <span key="at" className={classes['number']}>
            {formatInstant(row.updatedAt)}
          </span>,
          <MarkBadge key="mark" mark={row.mark} />,
          ...(editor
            ? [
                <RowButton
                  key="edit"
                  name={nameOf(row.id)}
                  action={keep.edit}
                  onClick={() => setEditing(row)}
                />,
              ]
            : []),
        ]}
      />
      {editing === null ? null : <PatternDialog pattern={editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}

function PatternDialog({
  pattern: { id, pattern },
  onClose,
}: {
  readonly pattern: Pattern;
  readonly onClose: () => void;
}) {
  const [draft, setDraft] = useState({ id: id === '' ? fallbackId : id, pattern });
  const save = useSave('numberPatterns.set');
  return (
    <EditDialog
      title={id === '' ? words.addTitle : words.editTitle}
      size="md"
      running={save.running}
      problem={save.problem}
      onClose={onClose}
      onSave={() => void save.save(draft, onClose)}
    >
      <ChoiceField
        id="pattern-region"
        label={words.region}
        required
        disabled={id !== ''}
        messages={save.messagesAt('id')}
        value={draft.id}
        options={[
          { value: fallbackId, label: words.default },
          ...regionOptions().map(({ value, label: name }) => ({ value: `plan/${value}`, label: name })),
        ]}
        onChange={(next) => setDraft({ ...draft, id: next })}
      />
      <TextField
        id="pattern-text"
        limit={limitOf(numberPatternSchema.shape.pattern)}
        label={words.pattern}
        required
        help={
          <>
            {words.patternHelp}
            {exampleOf(draft) === undefined ? null : (
              <div>
                {words.example}：{exampleOf(draft)}
              </div>
            )}
          </>
        }
        messages={save.messagesAt('pattern')}
        value={draft.pattern}
        onChange={(next) => setDraft({ ...draft, pattern: next })}
      />
    </EditDialog>
  );
}

function nameOf(id: string): string {
  const code = id.split('/')[1] ?? id;
  return id === fallbackId ? words.default : regionName(code);
}

/** The first number of this year by the pattern; undefined while it is none. */
function exampleOf({ id, pattern }: Pattern): string | undefined {
  const code = id === fallbackId ? '411000' : (id.split('/')[1] ?? '');
  const year = Number(formatInstant(Date.now()).slice(0, 4));
  const number = formatNumber(pattern, { year, seq: 1, region: code });
  return number.ok ? number.value : undefined;
}
