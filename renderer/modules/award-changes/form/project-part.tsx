// 项目和原结果: which result is to be changed. Of a filing that was never saved, another may still be chosen.
import { Anchor, Button } from '@mantine/core';
import { Link } from 'react-router';
import { FindingList } from '#renderer/ui/form/finding-list.tsx';
import { Facts } from '#renderer/ui/record/facts.tsx';
import type { SectionResult } from '#shared/domain/projects/result.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { awardChangePages, label } from '#shared/text/index.ts';
import css from './change-form.module.css';
import type { Answer } from './changed-result.ts';

const { form: words, original: names, choose, sectionName } = awardChangePages;

/** They are about the section, and lead to no field that could put them right. */
const ofSection: ReadonlySet<string> = new Set([
  'change.contract_in_force',
  'change.not_announced',
  'change.other_open',
]);

type Props = { readonly answer: Answer | undefined; readonly isNew: boolean };

export function ProjectPart({ answer, isNew }: Props) {
  if (answer === undefined) return null;
  const findings = answer.findings.filter(({ ruleId }) => ofSection.has(ruleId));
  return (
    <>
      {findings.length === 0 ? null : <FindingList findings={findings} nameOf={() => ''} />}
      <Facts
        facts={[
          {
            label: choose.project,
            value: (
              <Anchor component={Link} to={`/projects/${answer.projectId}`}>
                {answer.projectName}
              </Anchor>
            ),
          },
          { label: choose.section, value: sectionName(answer.sectionNo, answer.sectionName) },
          ...(answer.original === null ? [] : factsOf(answer.original)),
        ]}
      />
      {answer.original === null ? <p className={css['hint']}>{words.noResult}</p> : null}
      {isNew ? (
        <Button component={Link} mt="xs" size="xs" to="/award-changes/new" variant="default">
          {words.chooseAgain}
        </Button>
      ) : null}
    </>
  );
}

function factsOf({ supplierName, supplierUscc, amount, rate, letter, announcementId }: SectionResult) {
  return [
    { label: names.supplier, value: supplierName },
    { label: names.uscc, value: supplierUscc },
    { label: names.amount, value: amount === null ? null : formatYuan(amount) },
    ...(rate === '' ? [] : [{ label: label('awardChanges.content.rate'), value: rate }]),
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
