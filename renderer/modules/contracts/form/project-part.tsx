// 项目和标段: on which result the contract is signed, and what is being written already. Of one that was never saved, another section may still be chosen.
import { Alert, Anchor, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'react-router';
import { FindingList } from '#renderer/ui/form/finding-list.tsx';
import { Facts } from '#renderer/ui/record/facts.tsx';
import type { SectionResult } from '#shared/domain/projects/result.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { contractPages, label } from '#shared/text/index.ts';
import type { Answer } from './asked-now.ts';
import css from './contract-form.module.css';

const { form: words, choose, sectionName } = contractPages;
const { result: names } = words;

/** They are about the section, and lead to no field that could put them right. */
const ofSection: ReadonlySet<string> = new Set([
  'contract.held',
  'contract.result_changed',
  'contract.result_changing',
]);

type Props = { readonly answer: Answer | undefined; readonly isNew: boolean };

export function ProjectPart({ answer, isNew }: Props) {
  if (answer === undefined) return null;
  const { projectId, projectName, sectionNo, result, begun, smeReserved } = answer;
  const findings = answer.findings.filter(({ ruleId }) => ofSection.has(ruleId));
  return (
    <>
      {findings.length === 0 ? null : <FindingList findings={findings} nameOf={() => ''} />}
      <Facts
        facts={[
          {
            label: choose.project,
            value: (
              <Anchor component={Link} to={`/projects/${projectId}`}>
                {projectName}
              </Anchor>
            ),
          },
          { label: choose.section, value: sectionName(sectionNo, answer.sectionName) },
          ...(result === null ? [] : factsOf(result)),
        ]}
      />
      {smeReserved ? <p className={css['hint']}>{words.smeReserved}</p> : null}
      {result === null ? <p className={css['hint']}>{words.noResult}</p> : null}
      {begun.length === 0 ? null : (
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden size={18} />} mt="xs" p="xs">
          {words.begun}
          {begun.map(({ id, contractNo, status }) => (
            <Anchor component={Link} key={id} mr="sm" to={`/contracts/${id}`} underline="always">
              {words.begunOf(contractNo, label(`contracts.status.${status}`))}
            </Anchor>
          ))}
        </Alert>
      )}
      {isNew ? (
        <Button component={Link} mt="xs" size="xs" to="/contracts/new" variant="default">
          {words.chooseAgain}
        </Button>
      ) : null}
    </>
  );
}

function factsOf({ supplierName, amount, rate, letter, announcementId }: SectionResult) {
  return [
    { label: names.supplier, value: supplierName },
    { label: names.amount, value: amount === null ? null : formatYuan(amount) },
    ...(rate === '' ? [] : [{ label: label('contracts.content.rate'), value: rate }]),
    {
      label: names.letter,
      value: letter === null ? null : names.letterOf(letter.no, toPlainDate(letter.at)),
    },
    {
      label: names.announcement,
      value:
        announcementId === null ? null : (
          <Anchor component={Link} to={`/announcements/${announcementId}`}>
            {names.view}
          </Anchor>
        ),
    },
  ];
}
