// What is in the file, plan by plan, with every cell that is wrong: which row, which column, what to do.
import { ScrollArea, Table, Text } from '@mantine/core';
import type { AskOutput } from '#renderer/api/calls.ts';
import { StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import type { CellProblem, ImportedPlan } from '#shared/contract/excel.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { describeError, describeField, forms, plansPages } from '#shared/text/index.ts';

const { transfer: words } = plansPages;

type Preview = NonNullable<AskOutput<'host.importPlans'>['preview']>;
type Result = AskOutput<'plans.import'>['results'][number];
type Props = { readonly preview: Preview; readonly results: readonly Result[] | null };

export function ImportReport({ preview, results }: Props) {
  return (
    <ScrollArea.Autosize mah={400}>
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
          {preview.plans.map((plan) => (
            <Table.Tr key={plan.no}>
              <Table.Td valign="top">{plan.no}</Table.Td>
              <Table.Td valign="top">{plan.projectName || plansPages.unnamed}</Table.Td>
              <Table.Td ta="right" valign="top">
                {plan.budgetAmount === null ? forms.none : formatYuan(plan.budgetAmount).slice(1)}
              </Table.Td>
              <Table.Td valign="top">
                <Outcome plan={plan} result={results?.find(({ no }) => no === plan.no)} />
                <Remarks plan={plan} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {preview.problems.length === 0 ? null : (
        <>
          <Text fw={500} mb={4} mt="md" size="sm">
            {words.strayRows}
          </Text>
          <Problems problems={preview.problems} />
        </>
      )}
    </ScrollArea.Autosize>
  );
}

function Outcome({ plan, result }: { readonly plan: ImportedPlan; readonly result: Result | undefined }) {
  if (plan.problems.length > 0) return <Problems problems={plan.problems} />;
  switch (result?.state) {
    case undefined:
      return <StatusBadge tone="progress">{words.ok}</StatusBadge>;
    case 'made':
      return <StatusBadge tone="done">{words.made}</StatusBadge>;
    case 'refused':
    case 'not_tried':
      return (
        <>
          <StatusBadge tone="danger">{words.notTried}</StatusBadge>
          {result.error === null ? null : <Text size="sm">{describeError(result.error)}</Text>}
        </>
      );
  }
}

/** What one has to look at, or will be asked, although it can be imported. */
function Remarks({ plan: { amounts, unanswered, problems } }: { readonly plan: ImportedPlan }) {
  const asked = problems.length > 0 || unanswered.length === 0 ? [] : [words.unanswered(unanswered)];
  return [...amounts.map(words.inYuan), ...asked].map((remark) => (
    <Text c="dimmed" key={remark} size="sm">
      {remark}
    </Text>
  ));
}

function Problems({ problems }: { readonly problems: readonly CellProblem[] }) {
  return problems.map(({ row, column, header, code, params }) => (
    <Text key={`${row}/${column ?? ''}/${code}`} size="sm">
      <Text c="var(--mantine-color-error)" fw={500} span>
        {words.cell(row, header)}
      </Text>
      {describeField({ path: '', code, params })}
    </Text>
  ));
}
