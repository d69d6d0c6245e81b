import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { MarkBadge } from '#renderer/ui/states/status-badge.tsx';
import { numberPatternSchema } from '#shared/domain/admin/model.ts';
import { type NumberKind, numberKinds } from '#shared/domain/admin/next-number.ts';
import { limitOf } from '#shared/domain/fields.ts';
import { formatInstant, systemText } from '#shared/text/index.ts';
import { Page } from '../page.tsx';
import { mayKeep } from '../pages.ts';
import classes from '../system.module.css';
import { EditDialog } from './edit-dialog.tsx';
import { ChoiceField, TextField } from './fields.tsx';
import { Listing } from './listing.tsx';
import {
  elsewhere,
  exampleOf,
  kindOf,
  type PatternRow,
  patternName,
  patternRows,
  placeName,
  regionOf,
} from './number-rows.ts';
import { regionOptions } from './region-options.ts';
import { RowButton } from './row-parts.tsx';
import { useSave } from './use-save.ts';

const words = systemText.numbers;
const { keep } = systemText;
type Pattern = Pick<PatternRow, 'id' | 'pattern'>;
/** Of one that is added; its id is chosen in the dialog. */
const newPattern: Pattern = { id: '', pattern: '' };

export function NumbersPage() {
  const editor = mayKeep(useActor().role);
  const { data, error, refetch } = useAsk('numberPatterns.list', {});
  const [editing, setEditing] = useState<Pattern | null>(null);
  return (
    <Page
      wide
      title={systemText.pages.numbers}
      help={editor ? words.help : systemText.readOnly}
      action={editor ? <Button onClick={() => setEditing(newPattern)}>{keep.add}</Button> : undefined}
    >
      <Listing
        label={systemText.pages.numbers}
        rows={data === undefined ? undefined : patternRows(data.patterns)}
        error={error}
        onRetry={() => void refetch()}
        rowId={({ id }) => id}
        heads={[
          words.kind,
          words.region,
          words.pattern,
          words.example,
          words.updated,
          keep.mark,
          ...(editor ? [keep.actions] : []),
        ]}
        cells={(row) => [
          words.kinds[kindOf(row.id)],
          placeName(row.id),
          <span key="pattern" className={classes['mono']}>
            {row.pattern}
          </span>,
          exampleOf(row) ?? '',
          <span key="at" className={classes['number']}>
            {row.updatedAt === null ? words.builtIn : formatInstant(row.updatedAt)}
          </span>,
          <MarkBadge key="mark" mark={row.mark} />,
          ...(editor
            ? [
                <RowButton
                  key="edit"
                  name={patternName(row.id)}
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
  const [kind, setKind] = useState<NumberKind>(kindOf(id));
  const [region, setRegion] = useState(regionOf(id));
  const [typed, setTyped] = useState(pattern);
  const save = useSave('numberPatterns.set');
  const draft = { id: `${kind}/${region}`, pattern: typed };
  const isNew = id === '';
  return (
    <EditDialog
      title={isNew ? words.addTitle : words.editTitle}
      size="md"
      running={save.running}
      problem={save.problem}
      onClose={onClose}
      onSave={() => void save.save(draft, onClose)}
    >
      <ChoiceField
        id="pattern-kind"
        label={words.kind}
        required
        disabled={!isNew}
        messages={[]}
        value={kind}
        options={numberKinds.map((value) => ({ value, label: words.kinds[value] }))}
        onChange={setKind}
      />
      <ChoiceField
        id="pattern-region"
        label={words.region}
        required
        disabled={!isNew}
        messages={save.messagesAt('id')}
        value={region}
        options={[{ value: elsewhere, label: words.default }, ...regionOptions()]}
        onChange={setRegion}
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
        value={typed}
        onChange={setTyped}
      />
    </EditDialog>
  );
}
