// 导入: template, file, what is in it row by row (and the file once more with comments where something is wrong), and only then the records. Nothing is written before 导入 is pressed.
import { Button, Checkbox, Group, Modal, Text, Tooltip } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { tellDone } from '#renderer/ui/states/tell.ts';
import type { ImportResult } from '#shared/contract/excel.ts';
import type { ImportPreview } from '#shared/contract/host.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { describeError, describeField, forms } from '#shared/text/index.ts';
import type { ImportWords } from '#shared/text/zh-CN/imports.ts';
import type { ImportedOf, ImportKind, ImportOf, PreviewOf } from './import-kind.ts';
import { ImportReport } from './import-report.tsx';

type Props<O extends ImportOf> = {
  readonly kind: ImportKind<O>;
  readonly onClose: () => void;
  /** What is to be said before they are imported. */
  readonly children?: ReactNode;
};

export function ImportDialog<O extends ImportOf>({ kind, onClose, children }: Props<O>) {
  const { of, words } = kind;
  const [file, setFile] = useState<{ readonly name: string; readonly preview: PreviewOf<O> } | null>(null);
  const [results, setResults] = useState<readonly ImportResult[] | null>(null);
  const [read, setRead] = useState(false);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const records: readonly ImportedOf<O>[] = file?.preview.records ?? [];
  const good = records.filter(
    (record) => record.problems.length === 0 && kind.skipped?.(record) === undefined,
  );
  const warned = good.some((record) => (kind.warnings?.(record) ?? []).length > 0);
  const made = results?.filter(({ state }) => state === 'made').length ?? 0;

  const attempt = async (work: () => Promise<AppError | undefined>, failed = words.failed) => {
    setBusy(true);
    setProblem('');
    const error = await work();
    setBusy(false);
    if (error !== undefined) setProblem(failed(whyOf(error)));
  };
  const template = () =>
    attempt(async () => {
      const answer = await ask('host.saveImportTemplate', { of });
      if (!answer.ok) return answer.error;
      if (answer.value.saved) tellDone(words.templateSaved(answer.value.fileName ?? ''));
      return undefined;
    });
  const choose = () =>
    attempt(async () => {
      const answer = await ask('host.importRecords', { of });
      if (!answer.ok) return answer.error;
      const { preview, fileName } = answer.value;
      if (preview === null || !isOf(preview, of)) return undefined;
      setFile({ name: fileName ?? '', preview });
      setResults(null);
      setRead(false);
      return undefined;
    });
  const saveNotes = () =>
    attempt(async () => {
      if (file === null) return undefined;
      const { token } = file.preview;
      const answer = await ask('host.saveImportNotes', { of, token, fileName: file.name });
      if (!answer.ok) return answer.error;
      if (answer.value.saved) tellDone(words.notesSaved(answer.value.fileName ?? '', answer.value.notes));
      return undefined;
    }, words.notesFailed);
  const run = () => {
    if (warned && !read) return setProblem(words.acknowledgeFirst);
    if ('take' in kind) {
      const refused = kind.take(good);
      if (refused !== undefined) return setProblem(words.failed(refused));
      tellDone(words.imported(good.length));
      return onClose();
    }
    return void attempt(async () => {
      if (file === null) return undefined;
      const answer = await kind.make(file.preview.token, read);
      if (!answer.ok) return answer.error;
      setResults(answer.value.results);
      return undefined;
    });
  };

  return (
    <Modal
      closeButtonProps={{ 'aria-label': forms.close }}
      closeOnClickOutside={file === null}
      onClose={onClose}
      opened
      size={file === null ? 'lg' : 860}
      title={<Text fw={600}>{words.title}</Text>}
    >
      {file === null ? (
        <Text size="sm">{words.help}</Text>
      ) : (
        <>
          <Text mb={4} size="sm">
            {words.read(file.name, file.preview.rows, records.length)}
          </Text>
          <Text fw={500} mb="sm" role="status" size="sm">
            {results !== null
              ? words.imported(made)
              : good.length === 0
                ? words.noneImportable
                : [words.importable(good.length), ...leftOut(records, kind)].join('，')}
          </Text>
          {remarks(file.preview, words).map((remark) => (
            <Text c="dimmed" key={remark} mb="sm" size="sm">
              {remark}
            </Text>
          ))}
          <ImportReport kind={kind} problems={file.preview.problems} records={records} results={results} />
          {results === null && good.length > 0 ? children : null}
          {results === null && warned ? (
            <Checkbox
              checked={read}
              label={words.acknowledge}
              mt="sm"
              onChange={(event) => setRead(event.currentTarget.checked)}
              size="sm"
            />
          ) : null}
        </>
      )}
      {problem === '' ? null : (
        <Text c="var(--mantine-color-error)" mt="sm" role="alert" size="sm">
          {problem}
        </Text>
      )}
      <Group gap="xs" justify="flex-end" mt="lg">
        <Group gap="xs" mr="auto">
          <Button disabled={busy} onClick={() => void template()} variant="default">
            {words.template}
          </Button>
          {file === null || !hasProblems(file.preview) ? null : (
            <Tooltip label={words.notesHint}>
              <Button disabled={busy} onClick={() => void saveNotes()} variant="default">
                {words.notes}
              </Button>
            </Tooltip>
          )}
        </Group>
        <Button onClick={onClose} variant="default">
          {results === null ? forms.cancel : forms.close}
        </Button>
        {file === null ? (
          <Button data-autofocus loading={busy} onClick={() => void choose()}>
            {words.choose}
          </Button>
        ) : results === null ? (
          <>
            <Button
              disabled={busy}
              onClick={() => void choose()}
              variant={good.length === 0 ? 'filled' : 'default'}
            >
              {words.another}
            </Button>
            {good.length === 0 ? null : (
              <Button loading={busy} onClick={run}>
                {words.confirm(good.length)}
              </Button>
            )}
          </>
        ) : made === 0 || 'take' in kind ? null : (
          <Button onClick={kind.onShow}>{words.open}</Button>
        )}
      </Group>
    </Modal>
  );
}

function isOf<O extends ImportOf>(preview: ImportPreview, of: O): preview is ImportPreview & PreviewOf<O> {
  return preview.of === of;
}

function leftOut<O extends ImportOf>(
  records: readonly ImportedOf<O>[],
  { words, skipped }: ImportKind<O>,
): readonly string[] {
  const bad = records.filter(({ problems }) => problems.length > 0).length;
  const known = records.filter((record) => record.problems.length === 0 && skipped?.(record) !== undefined);
  return [
    ...(bad === 0 ? [] : [words.faulty(bad)]),
    ...(known.length === 0 ? [] : [words.skipped(known.length)]),
  ];
}

type Read = Pick<PreviewOf<ImportOf>, 'problems' | 'hiddenRows' | 'notRead'> & {
  readonly records: readonly Pick<ImportedOf<ImportOf>, 'problems'>[];
};

function hasProblems({ records, problems }: Read): boolean {
  return problems.length > 0 || records.some((record) => record.problems.length > 0);
}

/** What one would not see in the file, or not find in the table. */
function remarks({ hiddenRows, notRead }: Read, words: ImportWords): readonly string[] {
  return [
    ...(hiddenRows.length === 0 ? [] : [words.hiddenRows(hiddenRows)]),
    ...(notRead.columns.length === 0 ? [] : [words.otherColumns(notRead.columns)]),
    ...(notRead.sheets.length === 0 ? [] : [words.otherSheets(notRead.sheets)]),
  ];
}

/** A file that is no template says why at its field. */
function whyOf(error: AppError): string {
  const [first] = error.fields ?? [];
  return first === undefined ? describeError(error) : describeField(first);
}
