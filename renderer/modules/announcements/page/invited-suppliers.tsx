// Who may be invited, who is, and how they were chosen: of the record alone, no paper says it.
import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { Attachments } from '#renderer/ui/fields/attachments.tsx';
import { Facts } from '#renderer/ui/record/facts.tsx';
import { RecordHeading } from '#renderer/ui/record/record-page.tsx';
import { fieldsOf, linesIn, textIn, valueAt } from '#shared/domain/announcements/field-values.ts';
import { candidatesIn, invitedIn } from '#shared/domain/announcements/invitation.ts';
import { cellWords, valueText } from '#shared/domain/announcements/print-values.ts';
import type { Template } from '#shared/domain/announcements/template.ts';
import { filesIn, type Values } from '#shared/domain/announcements/values.ts';
import { invitationPages } from '#shared/text/index.ts';
import css from './announcement-page.module.css';

const words = invitationPages.suppliers;
const shown = ['recommendedBy', 'reason'] as const;

type Props = { readonly template: Template; readonly values: Values };

export function InvitedSuppliers({ template, values }: Props) {
  const lines = linesIn(valueAt(values, 'candidates'));
  const candidates = candidatesIn(values);
  const cell = (key: string, index: number): string => {
    const field = fieldsOf(template).find((each) => each.key === 'candidates');
    const column = field?.kind === 'table' ? field.columns.find((each) => each.key === key) : undefined;
    const line = lines[index];
    return column === undefined || line === undefined ? '' : cellWords(column, line);
  };
  const more = shown.filter((key) => lines.some((_, index) => cell(key, index) !== ''));
  const files = ['drawRecord', 'recommendations'].flatMap((key) => filesIn(valueAt(values, key)));
  return (
    <section aria-label={words.title} className={css['diff']}>
      <RecordHeading>{words.title}</RecordHeading>
      <p className={css['secret']}>{words.secret}</p>
      <Facts columns={2} facts={factsOf(template, values)} />
      {candidates.length === 0 ? (
        <p className={css['secret']}>{words.none}</p>
      ) : (
        <Table aria-label={words.title} verticalSpacing={5}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.columns.name}</Table.Th>
              <Table.Th>{words.columns.uscc}</Table.Th>
              {more.map((key) => (
                <Table.Th key={key}>{words.columns[key]}</Table.Th>
              ))}
              <Table.Th>{words.columns.chosen}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {candidates.map(({ id, name, uscc, invited }, index) => (
              <Table.Tr fw={invited === true ? 600 : 400} key={id}>
                <Table.Td>{name}</Table.Td>
                <Table.Td>{uscc}</Table.Td>
                {more.map((key) => (
                  <Table.Td key={key}>{cell(key, index)}</Table.Td>
                ))}
                <Table.Td>{cell('chosen', index)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {files.length === 0 ? null : (
        <Attachments
          files={files.map((file) => ({ ...file, purpose: 'file' as const }))}
          id="invitation-files"
          label={words.files}
          purposes={[{ code: 'file' as const, name: words.files }]}
        />
      )}
    </section>
  );
}

function factsOf(template: Template, values: Values) {
  const said = (key: string, label: string): readonly { label: string; value: ReactNode }[] => {
    const field = fieldsOf(template).find((each) => each.key === key);
    const value = field === undefined ? '' : valueText(field, valueAt(values, key));
    return value === '' ? [] : [{ label, value }];
  };
  const witnesses = linesIn(valueAt(values, 'drawWitnesses'));
  const field = fieldsOf(template).find(({ key }) => key === 'drawWitnesses');
  const role = field?.kind === 'table' ? field.columns.find(({ key }) => key === 'role') : undefined;
  return [
    ...said('inviteSource', words.source),
    {
      label: words.title,
      value: words.count(candidatesIn(values).length, invitedIn(values).length),
    },
    ...said('drawAt', words.drawnAt),
    ...said('drawPlace', words.drawPlace),
    ...(witnesses.length === 0
      ? []
      : [
          {
            label: words.witnesses,
            value: witnesses
              .map((line) =>
                words.witness(
                  textIn(line.cells['name']),
                  role === undefined ? '' : cellWords(role, line),
                  textIn(line.cells['post']),
                ),
              )
              .join('、'),
            wide: true,
          },
        ]),
  ];
}
