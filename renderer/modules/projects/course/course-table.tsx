// A line a kind of event. What was said of one kind stands under each other, wherever it comes from; what counts no more stays, struck through.
import { Button, Table, VisuallyHidden } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { ask } from '#renderer/api/bridge.ts';
import { cx } from '#renderer/ui/base/cx.ts';
import { MarkBadge, StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import { tellFailure } from '#renderer/ui/states/tell.ts';
import type { SectionEvent } from '#shared/domain/projects/events/model.ts';
import {
  describeError,
  describeFinding,
  formatInstant,
  forms,
  label,
  coursePages as words,
} from '#shared/text/index.ts';
import css from './course.module.css';
import type { Clock, CourseEntry, CourseLine } from './course-lines.ts';

const { columns } = words;

type Props = {
  readonly name: string;
  readonly lines: readonly CourseLine[];
  readonly onWithdraw: (event: SectionEvent) => void;
  readonly onExplain: (clock: Clock) => void;
};

export function CourseTable({ name, lines, onWithdraw, onExplain }: Props) {
  const withdrawable = lines.some(({ entries }) => entries.some(({ mayWithdraw }) => mayWithdraw));
  return (
    <Table aria-label={words.table(name)} className={css['table'] ?? ''} verticalSpacing={5}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{columns.kind}</Table.Th>
          <Table.Th>{columns.at}</Table.Th>
          <Table.Th>{columns.source}</Table.Th>
          <Table.Th>{columns.by}</Table.Th>
          <Table.Th>{columns.note}</Table.Th>
          <Table.Th>{columns.due}</Table.Th>
          {withdrawable ? (
            <Table.Th>
              <VisuallyHidden>{columns.actions}</VisuallyHidden>
            </Table.Th>
          ) : null}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <Line
            key={line.kind}
            line={line}
            onExplain={onExplain}
            onWithdraw={onWithdraw}
            withdrawable={withdrawable}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}

type LineProps = Pick<Props, 'onWithdraw' | 'onExplain'> & {
  readonly line: CourseLine;
  readonly withdrawable: boolean;
};

function Line({ line: { kind, entries, clocks }, onWithdraw, onExplain, withdrawable }: LineProps) {
  const kindName = label(`sectionEvents.kind.${kind}`);
  const head = (
    <Table.Th className={css['kind'] ?? ''} rowSpan={Math.max(1, entries.length)} scope="row">
      {kindName}
    </Table.Th>
  );
  const due = (
    <Table.Td rowSpan={Math.max(1, entries.length)}>
      {clocks.map((clock) => (
        <Due clock={clock} key={clock.explanation.ruleId} name={kindName} onExplain={onExplain} />
      ))}
    </Table.Td>
  );
  if (entries.length === 0) {
    return (
      <Table.Tr>
        {head}
        <Table.Td className={css['missing'] ?? ''} colSpan={4}>
          {words.missing}
        </Table.Td>
        {due}
        {withdrawable ? <Table.Td /> : null}
      </Table.Tr>
    );
  }
  return entries.map((entry, index) => (
    <Table.Tr key={entry.event.id}>
      {index === 0 ? head : null}
      <Entry several={entries.length > 1} {...entry} />
      {index === 0 ? due : null}
      {withdrawable ? (
        <Table.Td>
          {entry.mayWithdraw ? (
            <Button
              aria-label={words.withdrawOf(kindName, entry.event.at)}
              onClick={() => onWithdraw(entry.event)}
              size="compact-xs"
              variant="subtle"
            >
              {words.withdraw}
            </Button>
          ) : null}
        </Table.Td>
      ) : null}
    </Table.Tr>
  ));
}

function Entry({
  event,
  mark,
  inForce,
  overtakenBy,
  contradictions,
  several,
}: CourseEntry & { readonly several: boolean }) {
  const { source, withdrawal, platformVersion, pushedAt, recordedAt, note, file, history } = event;
  const struck = withdrawal !== null || overtakenBy !== null;
  return (
    <>
      <Table.Td className={css['time'] ?? ''}>
        {struck ? <del>{formatInstant(event.at)}</del> : formatInstant(event.at)}
        <span className={css['badges']}>
          {inForce && several ? <StatusBadge tone="done">{words.counts}</StatusBadge> : null}
          {withdrawal === null ? null : <StatusBadge tone="returned">{words.withdrawnMark}</StatusBadge>}
          {contradictions.length === 0 ? null : (
            <StatusBadge tone="warning">{words.contradiction}</StatusBadge>
          )}
          <MarkBadge mark={mark} />
        </span>
      </Table.Td>
      <Table.Td className={css['short'] ?? ''}>
        {label(`sectionEvents.source.${source}`)}
        {platformVersion === null ? null : (
          <div className={css['second']}>{words.version(platformVersion)}</div>
        )}
      </Table.Td>
      <Table.Td>
        {source === 'centre' ? forms.none : (history[0]?.name ?? forms.none)}
        <div className={css['second']}>
          {pushedAt === null ? words.recorded(recordedAt) : words.pushed(pushedAt)}
        </div>
      </Table.Td>
      <Table.Td className={css['note'] ?? ''}>
        {note === '' ? null : <div className={cx(struck && css['struck'])}>{note}</div>}
        {file === null ? null : <FileLink file={file} />}
        {overtakenBy === null ? null : <div className={css['second']}>{words.overtaken(overtakenBy)}</div>}
        {withdrawal === null ? null : (
          <div className={css['second']}>
            {words.withdrawn(withdrawal.name, withdrawal.at, withdrawal.reason)}
          </div>
        )}
        {contradictions.map((finding) => (
          <div className={css['contradiction']} key={finding.ruleId}>
            {describeFinding(finding)}
          </div>
        ))}
      </Table.Td>
    </>
  );
}

function FileLink({ file }: { readonly file: NonNullable<SectionEvent['file']> }) {
  const open = async () => {
    const answer = await ask('host.openFile', { sha256: file.sha256, fileName: file.fileName });
    if (!answer.ok) tellFailure(forms.files.openFailed(describeError(answer.error)));
  };
  return (
    <button className={css['file']} onClick={() => void open()} type="button">
      <IconPaperclip aria-hidden size={14} />
      <span>{file.fileName}</span>
    </button>
  );
}

function Due({
  clock,
  name,
  onExplain,
}: {
  readonly clock: Clock;
  readonly name: string;
  readonly onExplain: (clock: Clock) => void;
}) {
  return (
    <div className={css['due']}>
      <span>{words.due(clock.explanation.date)}</span>
      {clock.inTime === false ? <StatusBadge tone="warning">{words.late}</StatusBadge> : null}
      <Button
        aria-label={words.whyOf(name)}
        onClick={() => onExplain(clock)}
        size="compact-xs"
        variant="subtle"
      >
        {words.why}
      </Button>
    </div>
  );
}
