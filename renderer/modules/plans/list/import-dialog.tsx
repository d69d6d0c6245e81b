// 导入: template, file, what is in it row by row (and the file once more with comments where something is wrong), and only then the plans. Nothing is written before 导入 is pressed.
import { Button, Group, Modal, Text, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import type { AskOutput } from '#renderer/api/calls.ts';
import { tellDone } from '#renderer/ui/states/tell.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { describeError, describeField, forms, plansPages } from '#shared/text/index.ts';
import { ImportReport } from './import-report.tsx';

const { transfer: words } = plansPages;

type Preview = NonNullable<AskOutput<'host.importPlans'>['preview']>;
type Results = AskOutput<'plans.import'>['results'];
type Props = { readonly onClose: () => void; readonly onShowDrafts: () => void };

export function ImportDialog({ onClose, onShowDrafts }: Props) {
  const [file, setFile] = useState<{ readonly name: string; readonly preview: Preview } | null>(null);
  const [results, setResults] = useState<Results | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const good = file?.preview.plans.filter(({ problems }) => problems.length === 0).length ?? 0;
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
      const answer = await ask('host.saveImportTemplate', {});
      if (!answer.ok) return answer.error;
      if (answer.value.saved) tellDone(words.templateSaved(answer.value.fileName ?? ''));
      return undefined;
    });
  const choose = () =>
    attempt(async () => {
      const answer = await ask('host.importPlans', {});
      if (!answer.ok) return answer.error;
      const { preview, fileName } = answer.value;
      if (preview === null) return undefined;
      setFile({ name: fileName ?? '', preview });
      setResults(null);
      return undefined;
    });
  const saveNotes = () =>
    attempt(async () => {
      if (file === null) return undefined;
      const answer = await ask('host.saveImportNotes', { token: file.preview.token, fileName: file.name });
      if (!answer.ok) return answer.error;
      if (answer.value.saved) tellDone(words.notesSaved(answer.value.fileName ?? '', answer.value.notes));
      return undefined;
    }, words.notesFailed);
  const run = () =>
    attempt(async () => {
      if (file === null) return undefined;
      const answer = await ask('plans.import', { token: file.preview.token });
      if (!answer.ok) return answer.error;
      setResults(answer.value.results);
      return undefined;
    });

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
            {words.read(file.name, file.preview.rows, file.preview.plans.length)}
          </Text>
          <Text fw={500} mb="sm" role="status" size="sm">
            {results !== null
              ? words.imported(made)
              : good === 0
                ? words.noneImportable
                : [words.importable(good), ...faulty(file.preview)].join('，')}
          </Text>
          {remarks(file.preview).map((remark) => (
            <Text c="dimmed" key={remark} mb="sm" size="sm">
              {remark}
            </Text>
          ))}
          <ImportReport preview={file.preview} results={results} />
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
            <Button disabled={busy} onClick={() => void choose()} variant={good === 0 ? 'filled' : 'default'}>
              {words.another}
            </Button>
            {good === 0 ? null : (
              <Button loading={busy} onClick={() => void run()}>
                {words.confirm(good)}
              </Button>
            )}
          </>
        ) : made === 0 ? null : (
          <Button onClick={onShowDrafts}>{words.openDrafts}</Button>
        )}
      </Group>
    </Modal>
  );
}

function faulty({ plans }: Preview): readonly string[] {
  const bad = plans.filter(({ problems }) => problems.length > 0).length;
  return bad === 0 ? [] : [words.faulty(bad)];
}

function hasProblems({ plans, problems }: Preview): boolean {
  return problems.length > 0 || plans.some((plan) => plan.problems.length > 0);
}

/** What one would not see in the file, or not find in the table. */
function remarks({ hiddenRows, notRead }: Preview): readonly string[] {
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
