// 为什么: how a statutory day came about, rule by rule and day by day, with the clause. A day in a year whose holidays are not known is 暂定.
import { Drawer, Table, Text } from '@mantine/core';
import type { Explanation } from '#shared/contract/announcements.ts';
import { weekday } from '#shared/kernel/dates.ts';
import { deadlineText, forms } from '#shared/text/index.ts';
import { cx } from '../base/cx.ts';
import css from './explanation.module.css';
import { summaryOf } from './explanation-words.ts';

const words = forms.explanation;

type Props = {
  /** What the day is about; null while nothing is explained. */
  readonly title: string | null;
  /** From what it is counted. */
  readonly note: string;
  readonly explanations: readonly Explanation[];
  readonly onClose: () => void;
};

export function ExplanationDrawer({ title, note, explanations, onClose }: Props) {
  return (
    <Drawer
      closeButtonProps={{ 'aria-label': forms.close }}
      onClose={onClose}
      opened={title !== null}
      padding="md"
      position="right"
      size={460}
      title={<Text fw={600}>{title}</Text>}
    >
      <p className={css['note']}>{note}</p>
      {explanations.map((explanation) => (
        <Counted explanation={explanation} key={explanation.ruleId} />
      ))}
    </Drawer>
  );
}

function Counted({ explanation }: { readonly explanation: Explanation }) {
  const { ruleId, provisional, days } = explanation;
  const name = deadlineText.ruleName(ruleId);
  return (
    <section aria-label={name} className={css['counted']}>
      <h3 className={css['ruleName']}>
        {name}
        {provisional ? <span className={css['provisional']}>{words.provisional}</span> : null}
      </h3>
      <p className={css['summary']}>{summaryOf(explanation)}</p>
      {provisional ? <p className={css['basis']}>{deadlineText.provisionalHint}</p> : null}
      <Table aria-label={`${name} ${words.days}`} className={css['days'] ?? ''} verticalSpacing={3}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.day}</Table.Th>
            <Table.Th>{words.kind}</Table.Th>
            <Table.Th ta="right">{words.count}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {days.map((day) => (
            <Table.Tr className={cx(day.count === null && css['uncounted'])} key={day.date}>
              <Table.Td className={css['date'] ?? ''}>
                {day.date} {words.weekday[weekday(day.date)]}
              </Table.Td>
              <Table.Td>{deadlineText.dayKind(day)}</Table.Td>
              <Table.Td ta="right">{deadlineText.dayCount(day)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
