// Files of a record: taken in through the host's dialog, each with its purpose, sent in the background with progress that the local side tells.
import { ActionIcon, Button, Loader, NativeSelect, Table, Tooltip } from '@mantine/core';
import { IconDownload, IconPaperclip, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { describeError, fileSize, forms } from '#shared/text/index.ts';
import { type AttachedFile, type FileOf, type Purpose, withAdded } from './added-files.ts';
import css from './attachments.module.css';
import { FieldMessages } from './field.tsx';
import { FileState, useTransfers } from './file-state.tsx';

type Props<P extends string> = {
  /** Of the element that an error leads to. */
  readonly id: string;
  readonly label: string;
  readonly files: readonly FileOf<P>[];
  readonly purposes: readonly Purpose<P>[];
  /** Left out: the files are only shown. */
  readonly onChange?: (files: readonly FileOf<P>[]) => void;
  /** The purpose of a file that is added to these; it can be changed at its row. */
  readonly suggest?: (files: readonly FileOf<P>[]) => P;
  readonly newId?: () => string;
};

export function Attachments<P extends string>(props: Props<P>) {
  const { id, label, files, purposes, onChange, newId, suggest } = props;
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const transfers = useTransfers();
  const states = useAsk('files.list', { hashes: files.map(({ sha256 }) => sha256) }).data?.files ?? [];

  const add = async () => {
    if (busy || onChange === undefined || newId === undefined) return;
    setBusy(true);
    const answer = await ask('host.attachFiles', { multiple: true });
    setBusy(false);
    if (!answer.ok) return setProblems([describeError(answer.error)]);
    const known = new Set(files.map(({ sha256 }) => sha256));
    const added = answer.value.files.filter(({ sha256 }) => !known.has(sha256));
    const twice = answer.value.files.filter(({ sha256 }) => known.has(sha256));
    setProblems([
      ...answer.value.refused.map(({ fileName, code }) => forms.files.refused(fileName, refusal(code))),
      ...twice.map(({ fileName }) => forms.files.already(fileName)),
      ...added.flatMap(({ fileName, size }) => (size === 0 ? [forms.files.empty(fileName)] : [])),
    ]);
    const last = purposes.at(-1)?.code;
    if (added.length === 0 || last === undefined) return;
    const taken = added.map(({ sha256, size, fileName, mediaType }) => ({
      id: newId(),
      fileName,
      mediaType,
      size,
      sha256,
    }));
    onChange(withAdded(files, taken, purposes, suggest ?? (() => last)));
  };

  const open = async (file: AttachedFile) => {
    const answer = await ask('host.openFile', { sha256: file.sha256, fileName: file.fileName });
    if (!answer.ok) setProblems([forms.files.openFailed(describeError(answer.error))]);
  };
  const save = async (file: AttachedFile) => {
    const answer = await ask('host.saveFile', { sha256: file.sha256, fileName: file.fileName });
    if (!answer.ok) setProblems([forms.files.openFailed(describeError(answer.error))]);
  };

  return (
    <div className={css['root']}>
      {files.length === 0 ? (
        <p className={css['none']}>{forms.files.none}</p>
      ) : (
        <Table aria-label={label} className={css['table'] ?? ''} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{forms.files.name}</Table.Th>
              <Table.Th className={css['purpose'] ?? ''}>{forms.files.purpose}</Table.Th>
              <Table.Th className={css['size'] ?? ''}>{forms.files.size}</Table.Th>
              <Table.Th className={css['state'] ?? ''}>{forms.files.state}</Table.Th>
              <Table.Th className={css['actions'] ?? ''}>{forms.rows.actions}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {files.map((file) => (
              <Table.Tr key={file.id}>
                <Table.Td>
                  <button className={css['name']} onClick={() => void open(file)} type="button">
                    <IconPaperclip aria-hidden size={14} />
                    <span>{file.fileName}</span>
                  </button>
                </Table.Td>
                <Table.Td>
                  {onChange === undefined ? (
                    purposes.find(({ code }) => code === file.purpose)?.name
                  ) : (
                    <NativeSelect
                      aria-label={forms.files.purposeOf(file.fileName)}
                      data={purposes.map(({ code, name }) => ({ value: code, label: name }))}
                      onChange={(event) => {
                        const chosen = purposes.find(({ code }) => code === event.currentTarget.value);
                        if (chosen === undefined) return;
                        onChange(
                          files.map((each) =>
                            each.id === file.id ? { ...each, purpose: chosen.code } : each,
                          ),
                        );
                      }}
                      size="xs"
                      value={file.purpose}
                    />
                  )}
                </Table.Td>
                <Table.Td className={css['size'] ?? ''}>{fileSize(file.size)}</Table.Td>
                <Table.Td>
                  <FileState
                    error={states.find(({ sha256 }) => sha256 === file.sha256)?.error}
                    name={file.fileName}
                    state={states.find(({ sha256 }) => sha256 === file.sha256)?.state}
                    transfer={transfers.get(file.sha256)}
                  />
                </Table.Td>
                <Table.Td className={css['actions'] ?? ''}>
                  <Tooltip label={forms.files.save}>
                    <ActionIcon
                      aria-label={forms.of(file.fileName, forms.files.save)}
                      onClick={() => void save(file)}
                    >
                      <IconDownload aria-hidden size={16} />
                    </ActionIcon>
                  </Tooltip>
                  {onChange === undefined ? null : (
                    <Tooltip label={forms.files.remove}>
                      <ActionIcon
                        aria-label={forms.files.removeName(file.fileName)}
                        onClick={() => onChange(files.filter((each) => each.id !== file.id))}
                      >
                        <IconTrash aria-hidden size={16} />
                      </ActionIcon>
                    </Tooltip>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {onChange === undefined ? null : (
        <div className={css['add']}>
          <Button
            // Not disabled while files are read: the keyboard would lose its place.
            aria-disabled={busy}
            id={id}
            leftSection={
              busy ? <Loader aria-hidden color="gray" size={16} /> : <IconPaperclip aria-hidden size={16} />
            }
            onClick={() => void add()}
            variant="default"
          >
            {forms.files.add}
          </Button>
          <span className={css['hint']}>{forms.files.hint}</span>
        </div>
      )}
      <FieldMessages
        id={`${id}-problems`}
        messages={problems.map((text) => ({ severity: 'warning', text }))}
      />
    </div>
  );
}

function refusal(code: string): string {
  const { other, ...known } = forms.files.refusedWhy;
  return new Map<string, string>(Object.entries(known)).get(code) ?? other;
}
