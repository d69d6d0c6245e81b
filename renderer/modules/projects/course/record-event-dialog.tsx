// 登记事项: what happened, when, in some words, with a file. What does not fit is said at the field; what the law expects otherwise is read and ticked.
import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { newId } from '#renderer/api/ids.ts';
import { useCommand } from '#renderer/api/use-command.ts';
import type { AttachedFile } from '#renderer/ui/fields/added-files.ts';
import { Attachments } from '#renderer/ui/fields/attachments.tsx';
import { LocalTimeInput } from '#renderer/ui/fields/date-input.tsx';
import { Field, type FieldMessage, focusField } from '#renderer/ui/fields/field.tsx';
import { TextBox } from '#renderer/ui/fields/text-box.tsx';
import { FindingList } from '#renderer/ui/form/finding-list.tsx';
import { tellReceipt, tellRefusal } from '#renderer/ui/states/tell.ts';
import { mostInReason } from '#shared/domain/fields.ts';
import { eventFacts } from '#shared/domain/projects/events/facts.ts';
import { type EventKind, enteredKinds, type SectionEvent } from '#shared/domain/projects/events/model.ts';
import type { Project, Section } from '#shared/domain/projects/model.ts';
import { instantOf, type LocalTime } from '#shared/kernel/dates.ts';
import { isLonger } from '#shared/kernel/text.ts';
import type { Finding } from '#shared/rules/engine.ts';
import { checkSectionEvent } from '#shared/rules/section-event-rules.ts';
import { coursePages, describeFinding, forms, label } from '#shared/text/index.ts';

const { dialog: words } = coursePages;
const command = 'sectionEvents.record';
const purposes = [{ code: 'file', name: words.fileName }] as const;
const ids = { kind: 'event-kind', at: 'event-at', note: 'event-note', file: 'event-file' } as const;
const kindName = (kind: EventKind) => label(`sectionEvents.kind.${kind}`);

type Props = {
  readonly project: Project;
  readonly section: Section;
  readonly events: readonly SectionEvent[];
  readonly onClose: () => void;
};
type At = { readonly value: LocalTime | null; readonly unreadable: string | undefined };

export function RecordEventDialog({ project, section, events, onClose }: Props) {
  const { run, running } = useCommand(command);
  const [id] = useState(newId);
  const [kind, setKind] = useState<EventKind>('report_delivered');
  const [at, setAt] = useState<At>({ value: null, unreadable: undefined });
  const [note, setNote] = useState('');
  const [files, setFiles] = useState<readonly AttachedFile[]>([]);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState(false);

  const found = (now: number): readonly Finding[] =>
    at.value === null
      ? []
      : checkSectionEvent(
          eventFacts({ kind, at: instantOf(at.value) }, project.method, section, events, now),
        );
  // What is only known when it is sent (the time by then) is asked once more there.
  const findings = found(Date.now());
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const read = warnings.every(({ ruleId }) => ticked.has(ruleId));
  const messagesAt = (path: string): readonly FieldMessage[] =>
    errors
      .filter(({ paths }) => paths.includes(path))
      .map((finding) => ({ severity: 'error', text: describeFinding(finding) }));
  const timeMessages: readonly FieldMessage[] =
    asked && at.value === null && at.unreadable === undefined
      ? [{ severity: 'error', text: words.required }]
      : messagesAt('at');

  const confirm = async () => {
    setAsked(true);
    const { schedule } = section;
    if (at.value === null || errors.length > 0) {
      focusField(messagesAt('kind').length > 0 ? ids.kind : ids.at);
      return;
    }
    if (schedule === null || !read || isLonger(note, mostInReason)) return;
    const [file] = files;
    const answer = await run({
      ...{ id, sectionId: section.id, noticeId: schedule.announcementId, kind, note: note.trim() },
      at: instantOf(at.value),
      file: file === undefined ? null : withoutPurpose(file),
      acknowledged: [...ticked],
    });
    if (!answer.ok) return tellRefusal(command, answer.error);
    tellReceipt(command, answer.value);
    onClose();
  };

  return (
    <Modal
      closeButtonProps={{ 'aria-label': forms.close }}
      onClose={onClose}
      opened
      size="lg"
      title={<Text fw={600}>{words.title(section.sectionNo)}</Text>}
    >
      <Text mb="md" size="sm">
        {words.hint}
      </Text>
      <Stack gap="sm">
        <Field id={ids.kind} label={words.kind} messages={messagesAt('kind')} required>
          {({ attributes: _, ...control }) => (
            <Select
              {...control}
              allowDeselect={false}
              aria-label={words.kind}
              data={enteredKinds.map((each) => ({ value: each, label: kindName(each) }))}
              data-autofocus
              error={messagesAt('kind').length > 0}
              onChange={(next) => {
                const chosen = enteredKinds.find((each) => each === next);
                if (chosen !== undefined) setKind(chosen);
              }}
              value={kind}
            />
          )}
        </Field>
        <Field help={words.atHelp} id={ids.at} label={words.at} messages={timeMessages} required>
          {(control) => (
            <LocalTimeInput
              control={control}
              label={words.at}
              onChange={(value, unreadable) => setAt({ value, unreadable })}
              unreadable={at.unreadable}
              value={at.value}
            />
          )}
        </Field>
        <Field id={ids.note} label={words.note}>
          {(control) => (
            <TextBox
              control={control}
              limit={mostInReason}
              lines={{ min: 2 }}
              onChange={setNote}
              value={note}
            />
          )}
        </Field>
        <Field group help={words.fileHelp} id={ids.file} label={words.file}>
          {({ id: fileId }) => (
            <Attachments
              files={files.map((file) => ({ ...file, purpose: 'file' as const }))}
              id={fileId}
              label={words.file}
              newId={newId}
              onChange={(next) => setFiles(next.slice(-1))}
              purposes={purposes}
            />
          )}
        </Field>
      </Stack>
      {warnings.length === 0 ? null : (
        <>
          <Text mb={6} mt="sm" size="sm">
            {words.warnings}
          </Text>
          <FindingList
            findings={warnings}
            nameOf={(path) => (path === 'kind' ? words.kind : words.at)}
            tick={{
              label: forms.submit.acknowledge,
              ticked,
              onChange: (ruleId, on) => {
                const next = new Set(ticked);
                if (on) next.add(ruleId);
                else next.delete(ruleId);
                setTicked(next);
              },
            }}
          />
        </>
      )}
      <Group gap="xs" justify="flex-end" mt="lg">
        <Button onClick={onClose} variant="default">
          {forms.cancel}
        </Button>
        <Button disabled={!read} loading={running} onClick={() => void confirm()}>
          {label(`actions.${command}`)}
        </Button>
      </Group>
    </Modal>
  );
}

function withoutPurpose({ purpose: _, ...file }: AttachedFile) {
  return file;
}
