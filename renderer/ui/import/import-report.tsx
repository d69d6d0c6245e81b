// What is in the file, record by record, with every cell that is wrong: which row, which column, what to do.
import { ScrollArea, Table, Text } from '@mantine/core';
import { StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import type { CellProblem, ImportResult } from '#shared/contract/excel.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { describeError, describeField, describeFinding, forms } from '#shared/text/index.ts';
import type { ImportWords } from '#shared/text/zh-CN/imports.ts';
import type { ImportedOf, ImportKind, ImportOf } from './import-kind.ts';

type Props<O extends ImportOf> = {
  readonly kind: ImportKind<O>;
  readonly records: readonly ImportedOf<O>[];
  /** Of rows that belong to no record. */
  readonly problems: readonly CellProblem[];
  readonly results: readonly ImportResult[] | null;
};

export function ImportReport<O extends ImportOf>({ kind, records, problems, results }: Props<O>) {
  const { words } = kind;
  return (
    // Long reports are scrolled by the keyboard as well.
    <ScrollArea.Autosize mah={400} viewportProps={{ tabIndex: 0 }}>
      <Table aria-label={words.result} verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="7em">{words.no}</Table.Th>
            <Table.Th>{words.name}</Table.Th>
            <Table.Th ta="right" w="10em">
              {words.amount}
            </Table.Th>
            <Table.Th w="26em">{words.result}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {records.map((record) => (
            <Table.Tr key={record.no}>
              <Table.Td valign="top">{record.no}</Table.Td>
              <Table.Td valign="top">{record.title || words.unnamed}</Table.Td>
              <Table.Td ta="right" valign="top">
                {record.amount === null ? forms.none : formatYuan(record.amount).slice(1)}
              </Table.Td>
              <Table.Td valign="top">
                <Outcome kind={kind} record={record} result={results?.find(({ no }) => no === record.no)} />
                <Remarks kind={kind} record={record} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {problems.length === 0 ? null : (
        <>
          <Text fw={500} mb={4} mt="md" size="sm">
            {words.strayRows}
          </Text>
          <Problems problems={problems} words={words} />
        </>
      )}
    </ScrollArea.Autosize>
  );
}

type OutcomeProps<O extends ImportOf> = {
  readonly kind: ImportKind<O>;
  readonly record: ImportedOf<O>;
  readonly result: ImportResult | undefined;
};

function Outcome<O extends ImportOf>({ kind, record, result }: OutcomeProps<O>) {
  const { words } = kind;
  if (record.problems.length > 0) return <Problems problems={record.problems} words={words} />;
  const skipped = kind.skipped?.(record);
  if (skipped !== undefined) {
    return (
      <>
        <StatusBadge tone="neutral">{words.skip}</StatusBadge>
        <Text size="sm">{skipped}</Text>
      </>
    );
  }
  switch (result?.state) {
    case undefined:
      return <StatusBadge tone="progress">{kind.becomes?.(record) ?? words.ok}</StatusBadge>;
    case 'made':
      return <StatusBadge tone="done">{words.made}</StatusBadge>;
    case 'draft':
      return (
        <>
          <StatusBadge tone="warning">{words.kept}</StatusBadge>
          <Why result={result} />
        </>
      );
    case 'refused':
    case 'not_tried':
      return (
        <>
          <StatusBadge tone="danger">{words.notTried}</StatusBadge>
          <Why result={result} />
        </>
      );
  }
}

/** With what is wrong at its first field, where the refusal says so. */
function Why({ result: { error } }: { readonly result: ImportResult }) {
  if (error === null) return null;
  const [first] = error.fields ?? [];
  return (
    <Text size="sm">
      {describeError(error)}
      {first === undefined ? null : describeField(first)}
    </Text>
  );
}

type RemarksProps<O extends ImportOf> = { readonly kind: ImportKind<O>; readonly record: ImportedOf<O> };

/** What one has to look at, or will be asked, although it can be imported. */
function Remarks<O extends ImportOf>({ kind, record }: RemarksProps<O>) {
  const { words, remarks, warnings } = kind;
  const asked = record.problems.length > 0 ? [] : (remarks?.(record) ?? []);
  const warned = record.problems.length > 0 ? [] : (warnings?.(record) ?? []);
  return (
    <>
      {warned.map((finding) => (
        <Text key={finding.ruleId} size="sm">
          <Text fw={500} span>
            {`${forms.warning}：`}
          </Text>
          {describeFinding(finding)}
        </Text>
      ))}
      {[...record.amounts.map(words.inYuan), ...asked].map((remark) => (
        <Text c="dimmed" key={remark} size="sm">
          {remark}
        </Text>
      ))}
    </>
  );
}

type ProblemsProps = { readonly problems: readonly CellProblem[]; readonly words: ImportWords };

function Problems({ problems, words }: ProblemsProps) {
  return problems.map(({ row, column, header, code, params }) => (
    <Text key={`${row}/${column ?? ''}/${code}`} size="sm">
      <Text c="var(--mantine-color-error)" fw={500} span>
        {words.cell(row, header)}
      </Text>
      {describeField({ path: '', code, params })}
    </Text>
  ));
}
