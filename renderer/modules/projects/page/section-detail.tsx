import { Anchor, Button } from '@mantine/core';
import { Link } from 'react-router';
import { Diff } from '#renderer/ui/record/diff.tsx';
import { Facts } from '#renderer/ui/record/facts.tsx';
import type { Plan } from '#shared/domain/plans/model.ts';
import { type Section, sectionContentSchema } from '#shared/domain/projects/model.ts';
import { sameValue } from '#shared/domain/same-value.ts';
import {
  announcementPages,
  formatInstant,
  label,
  methodChangePages,
  projectsPages,
} from '#shared/text/index.ts';
import { beginAddress, type Startable } from './announcement-address.ts';
import { SectionGates } from './section-gates.tsx';
import { evaluationWords, localTimeWords, sectionWords } from './section-words.ts';
import css from './sections.module.css';

const { sections: words, facts } = projectsPages;
/** Which package it carries out is told by its name and its items. */
const fields = sectionContentSchema.omit({ plannedSectionId: true }).keyof().options;
const described = [
  'content',
  'qualification',
  'performancePeriod',
  'acceptsConsortium',
  'evalMethod',
] as const;

/** All that the centre says of a section, and what it has said anew since the announcement. */
type Props = {
  readonly section: Section;
  readonly plan: Plan | undefined;
  /** The 更正公告 that may be begun about it. */
  readonly begin: Startable | undefined;
};

export function SectionDetail({ section, plan, begin }: Props) {
  const { difference, cancelReason, schedule, openingOn, predecessor } = section;
  const { source } = facts;
  return (
    <>
      {difference === null ? null : (
        <div className={css['difference']}>
          <div className={css['differenceHead']}>
            <p className={css['differenceHint']}>{words.differenceHint(difference.pushedAt)}</p>
            {begin === undefined ? null : (
              <Button component={Link} size="xs" to={beginAddress(section.projectId, begin, [section.id])}>
                {announcementPages.start.correct}
              </Button>
            )}
          </div>
          <Diff
            afterLabel={words.pushedAnew}
            beforeLabel={words.announced}
            entries={fields
              .filter((field) => !sameValue(section[field], difference.content[field]))
              .map((field) => ({
                key: field,
                label: label(`sections.${field}`),
                before: sectionWords(section, field),
                after: sectionWords(difference.content, field),
              }))}
            label={words.difference}
          />
        </div>
      )}
      <SectionGates projectId={section.projectId} sectionId={section.id} />
      <Facts
        facts={[
          ...(predecessor === null
            ? []
            : [
                {
                  label: methodChangePages.project.predecessor,
                  value: (
                    <Anchor
                      component={Link}
                      size="sm"
                      to={`/projects/${predecessor.projectId}`}
                      underline="always"
                    >
                      {methodChangePages.project.predecessorValue(predecessor.sectionNo, predecessor.rounds)}
                    </Anchor>
                  ),
                  source: source.exchange,
                },
              ]),
          ...(cancelReason === null ? [] : [{ label: words.cancelReason, value: cancelReason, wide: true }]),
          ...described.map((field) => ({
            label: label(`sections.${field}`),
            value: field === 'evalMethod' ? evaluationWords(section, plan) : sectionWords(section, field),
            wide: field === 'content' || field === 'qualification',
          })),
          ...(schedule?.deadline == null
            ? []
            : [
                {
                  label: words.deadline,
                  value: localTimeWords(schedule.deadline),
                  source: source.announcement,
                },
              ]),
          ...(schedule?.opening == null
            ? []
            : [
                {
                  label: words.opening,
                  value: localTimeWords(schedule.opening),
                  source: source.announcement,
                },
              ]),
          ...(openingOn === null
            ? []
            : [{ label: words.plannedOpening, value: openingOn, source: source.exchange }]),
          { label: words.lotUid, value: section.lotUid, source: source.exchange, wide: true },
          {
            label: words.pushedAt,
            value: `${formatInstant(section.pushedAt)}（${words.version(section.platformVersion)}）`,
            source: source.exchange,
          },
        ]}
      />
    </>
  );
}
