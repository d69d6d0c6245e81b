// What the acceptance says: asked for, planned, by whom, what was found line by line, what was concluded, and its papers.
import { Anchor, Table } from '@mantine/core';
import { Link } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { Attachments } from '#renderer/ui/fields/attachments.tsx';
import { type Fact, Facts } from '#renderer/ui/record/facts.tsx';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import {
  type Acceptance,
  type AcceptanceContent,
  acceptancePurposes,
} from '#shared/domain/contracts/acceptances/model.ts';
import { namesItems } from '#shared/domain/contracts/acceptances/outcome.ts';
import { acceptancePages, formatInstant, forms, label } from '#shared/text/index.ts';
import css from '../acceptances.module.css';
import { AnswerClock } from '../answer-clock.tsx';
import { ConclusionBadge } from '../conclusion-badge.tsx';
import { isOpen } from '../form/asked-now.ts';

const { page: words } = acceptancePages;
type Field = keyof AcceptanceContent & string;
const name = (field: Field) => label(`acceptances.content.${field}`);
const coded = (group: string, code: string | null) =>
  code === null ? null : label(`acceptances.${group}.${code}`);

type Props = { readonly known: AskOutput<'acceptances.get'> };

export function AcceptanceFacts({ known }: Props) {
  const { acceptance, answer } = known;
  const { content } = acceptance;
  return (
    <>
      <RecordSection id="acceptance-conclusion" title={words.conclusion}>
        <Facts facts={conclusionFacts(known)} />
      </RecordSection>
      <RecordSection id="acceptance-rows" title={words.rows}>
        <Rows content={content} />
      </RecordSection>
      <RecordSection id="acceptance-plan" title={words.plan}>
        <Facts facts={planFacts(acceptance)} />
      </RecordSection>
      <RecordSection id="acceptance-members" title={words.members}>
        <Members content={content} />
      </RecordSection>
      <RecordSection id="acceptance-request" title={words.request}>
        <Facts
          facts={[
            { label: name('requestedBy'), value: content.requestedBy },
            { label: name('requestedOn'), value: content.requestedOn },
            { label: name('answeredOn'), value: content.answeredOn },
          ]}
        />
        <AnswerClock doneOn={content.answeredOn ?? content.heldOn} explanation={answer} />
      </RecordSection>
      {content.files.length === 0 ? null : (
        <RecordSection id="acceptance-files" title={words.files}>
          <Attachments
            files={content.files}
            id="acceptance-attachments"
            label={words.files}
            purposes={acceptancePurposes.map((code) => ({
              code,
              name: label(`acceptances.purpose.${code}`),
            }))}
          />
        </RecordSection>
      )}
    </>
  );
}

function conclusionFacts({ acceptance, items, secret }: Props['known']): readonly Fact[] {
  const { content, concludedAt, status } = acceptance;
  const passed = items.filter(({ id }) => content.passedItems.includes(id));
  return [
    { label: name('conclusion'), value: <ConclusionBadge conclusion={content.conclusion} /> },
    { label: name('heldOn'), value: content.heldOn },
    ...(namesItems(content)
      ? [{ label: name('passedItems'), value: passed.map((item) => item.name).join('、'), wide: true }]
      : []),
    ...(isOpen(content)
      ? [...text(content, 'rectification'), { label: name('rectifyUntil'), value: content.rectifyUntil }]
      : []),
    ...text(content, 'groupOpinion'),
    ...text(content, 'problems'),
    ...(content.thirdParty === ''
      ? []
      : [
          { label: name('thirdParty'), value: content.thirdParty, wide: true },
          ...text(content, 'thirdPartyOpinion'),
        ]),
    ...(content.publicService ? text(content, 'servedOpinion') : []),
    ...text(content, 'purchaserOpinion'),
    { label: name('supplierAnswer'), value: coded('supplierAnswer', content.supplierAnswer), wide: true },
    ...(content.supplierAnswer === 'refused' ? text(content, 'supplierReason') : []),
    ...(content.publicService && !secret && status !== 'concluded'
      ? [{ label: words.announced, value: words.toAnnounce }]
      : []),
    ...(concludedAt === null ? [] : [{ label: words.concludedAt, value: formatInstant(concludedAt) }]),
  ];
}

function planFacts(acceptance: Acceptance): readonly Fact[] {
  const { contractId, contractNo, contractName, projectId, projectName, supplierName } = acceptance;
  const { content, predecessorId } = acceptance;
  const { part, stage, periodFrom, periodUntil } = content;
  return [
    {
      label: words.contract,
      value: <To text={`${contractNo} ${contractName}`.trim()} to={`/contracts/${contractId}`} />,
    },
    { label: words.project, value: <To text={projectName} to={`/projects/${projectId}`} /> },
    { label: words.supplier, value: supplierName },
    ...(predecessorId === null
      ? []
      : [
          {
            label: words.before,
            value: <To text={words.viewBefore} to={`/acceptances/${predecessorId}`} />,
          },
        ]),
    { label: name('part'), value: coded('part', part) },
    { label: name('stage'), value: coded('stage', stage) },
    ...(stage === 'period'
      ? [
          {
            label: words.period,
            value: words.periodOf(periodFrom ?? forms.none, periodUntil ?? forms.none),
          },
        ]
      : []),
    { label: name('place'), value: content.place },
    ...(acceptance.category === 'C'
      ? [
          {
            label: name('publicService'),
            value: content.publicService ? acceptancePages.form.yes : acceptancePages.form.no,
          },
        ]
      : []),
    ...text(content, 'method'),
    ...text(content, 'standards'),
  ];
}

type TextField = {
  [F in Field]: AcceptanceContent[F] extends string ? F : never;
}[Field];

function text(content: AcceptanceContent, field: TextField): readonly Fact[] {
  const value = content[field];
  return [
    {
      label: name(field),
      value: value === '' ? null : <span className={css['text']}>{value}</span>,
      wide: true,
    },
  ];
}

function Rows({ content: { rows, files } }: { readonly content: AcceptanceContent }) {
  if (rows.length === 0) return <p className={css['hint']}>{acceptancePages.form.rows.empty}</p>;
  return (
    <Table aria-label={words.rows} verticalSpacing={5}>
      <Table.Thead>
        <Table.Tr>
          {(['item', 'requirement', 'found', 'passed', 'evidenceId'] as const).map((column) => (
            <Table.Th key={column}>{label(`acceptances.content.rows.${column}`)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ id, item, requirement, found, passed, evidenceId }) => (
          <Table.Tr key={id}>
            <Table.Td>{item}</Table.Td>
            <Table.Td className={css['text'] ?? ''}>{requirement}</Table.Td>
            <Table.Td className={css['text'] ?? ''}>{found}</Table.Td>
            <Table.Td>
              {passed === null ? words.open : <ConclusionBadge conclusion={passed ? 'passed' : 'failed'} />}
            </Table.Td>
            <Table.Td>{files.find((file) => file.id === evidenceId)?.fileName ?? forms.none}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Members({ content: { members } }: { readonly content: AcceptanceContent }) {
  if (members.length === 0) return <p className={css['hint']}>{acceptancePages.form.members.empty}</p>;
  return (
    <Table aria-label={words.members} verticalSpacing={5}>
      <Table.Thead>
        <Table.Tr>
          {(['name', 'unit', 'role'] as const).map((column) => (
            <Table.Th key={column}>{label(`acceptances.content.members.${column}`)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {members.map((member) => {
          const role = coded('role', member.role) ?? forms.none;
          return (
            <Table.Tr key={member.id}>
              <Table.Td>{member.name}</Table.Td>
              <Table.Td>{member.unit === '' ? forms.none : member.unit}</Table.Td>
              <Table.Td>{member.head ? words.head(role) : role}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

function To({ to, text: said }: { readonly to: string; readonly text: string }) {
  return (
    <Anchor component={Link} to={to}>
      {said}
    </Anchor>
  );
}
