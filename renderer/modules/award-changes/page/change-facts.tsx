// What the filing says: why the result is to be changed and how, by which document; and the papers that were filed with it.
import { Anchor, Table } from '@mantine/core';
import { Link } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { Attachments } from '#renderer/ui/fields/attachments.tsx';
import { Facts } from '#renderer/ui/record/facts.tsx';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import { codeName } from '#shared/codes/code-table.ts';
import { resultChangeReasons } from '#shared/codes/outcome-reasons.ts';
import { type ChangeContent, changePurposes } from '#shared/domain/award-changes/model.ts';
import { awardChangePages, formatInstant, label } from '#shared/text/index.ts';
import css from './change-page.module.css';

const { page: words, notice: noticeName, sectionName } = awardChangePages;
const name = (path: string) => label(`awardChanges.content.${path}`);

export function ChangeFacts({ known }: { readonly known: AskOutput<'awardChanges.get'> }) {
  const { change, notice } = known;
  const { content, changeNo, approvedAt, approvedBy, previousId } = change;
  const { reasonCode, action, contractState, qualified, documentNo, reason, corrections } = content;
  return (
    <>
      <RecordSection id="change-facts" title={words.facts}>
        <Facts
          facts={[
            {
              label: words.project,
              value: <To text={change.projectName} to={`/projects/${change.projectId}`} />,
            },
            { label: words.section, value: sectionName(change.sectionNo, change.sectionName) },
            {
              label: name('reasonCode'),
              value: reasonCode === null ? null : (codeName(resultChangeReasons, reasonCode) ?? reasonCode),
            },
            {
              label: name('action'),
              value: action === null ? null : label(`awardChanges.action.${action}`),
            },
            ...(documentNo === '' ? [] : [{ label: name('documentNo'), value: documentNo }]),
            {
              label: name('contractState'),
              value: contractState === null ? null : label(`awardChanges.contractState.${contractState}`),
            },
            ...(qualified === null ? [] : [{ label: name('qualified'), value: String(qualified) }]),
            { label: label('awardChanges.changeNo'), value: changeNo },
            ...(approvedAt === null
              ? []
              : [
                  { label: words.approvedBy, value: approvedBy },
                  { label: words.approvedAt, value: formatInstant(approvedAt) },
                ]),
            ...(notice === null
              ? []
              : [
                  {
                    label: noticeName,
                    value: <To text={words.viewNotice} to={`/announcements/${notice.id}`} />,
                  },
                ]),
            ...(previousId === null
              ? []
              : [
                  {
                    label: words.previous,
                    value: <To text={words.viewPrevious} to={`/award-changes/${previousId}`} />,
                  },
                ]),
            {
              label: name('reason'),
              value: reason === '' ? null : <span className={css['text']}>{reason}</span>,
              wide: true,
            },
          ]}
        />
      </RecordSection>
      {corrections.length === 0 ? null : (
        <RecordSection id="change-corrections" title={words.corrections}>
          <Corrections corrections={corrections} />
        </RecordSection>
      )}
    </>
  );
}

export function ChangeFiles({ files }: Pick<ChangeContent, 'files'>) {
  if (files.length === 0) return null;
  return (
    <RecordSection id="change-papers" title={words.files}>
      <Attachments
        files={files}
        id="change-files"
        label={words.files}
        purposes={changePurposes.map((code) => ({ code, name: label(`awardChanges.purpose.${code}`) }))}
      />
    </RecordSection>
  );
}

function Corrections({ corrections }: Pick<ChangeContent, 'corrections'>) {
  return (
    <Table aria-label={words.corrections} verticalSpacing={5}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{name('corrections.item')}</Table.Th>
          <Table.Th>{name('corrections.before')}</Table.Th>
          <Table.Th>{name('corrections.after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {corrections.map(({ item, before, after }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id, and the list never changes in place
          <Table.Tr key={index}>
            <Table.Td>{item}</Table.Td>
            <Table.Td className={css['text'] ?? ''}>{before}</Table.Td>
            <Table.Td className={css['text'] ?? ''}>{after}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function To({ to, text }: { readonly to: string; readonly text: string }) {
  return (
    <Anchor component={Link} to={to}>
      {text}
    </Anchor>
  );
}
