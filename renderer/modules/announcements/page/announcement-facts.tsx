// What the announcement is, and what belongs to it: project, sections, the one it is about, those that came after.
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { useAsk } from '#renderer/api/use-ask.ts';
import { Facts } from '#renderer/ui/record/facts.tsx';
import { RecordStatus } from '#renderer/ui/states/status-badge.tsx';
import type { AnnouncementListItem } from '#shared/contract/announcements.ts';
import type { Announcement } from '#shared/domain/announcements/model.ts';
import { isPublic } from '#shared/domain/announcements/templates/index.ts';
import { announcementPages, formatInstant, invitationPages } from '#shared/text/index.ts';

const { page, round: roundWords } = announcementPages;

type Props = { readonly announcement: Announcement; readonly others: readonly AnnouncementListItem[] };

export function AnnouncementFacts({ announcement, others }: Props) {
  const { projectId, projectNo, projectName, purchaserName, sectionIds, targetId, round } = announcement;
  const { type, draftedBy, publishedAt, displayUntil, push } = announcement;
  const known = useAsk(
    'sections.byProject',
    { projectId: projectId ?? '' },
    { enabled: projectId !== null },
  ).data;
  const sections = (known?.sections ?? []).filter(({ id }) => sectionIds.includes(id));
  const target = others.find(({ id }) => id === targetId);
  const later = others.filter((other) => other.targetId === announcement.id && other.publishedAt !== null);
  const link = (to: string, text: string) => (
    <Anchor component={Link} to={to}>
      {text}
    </Anchor>
  );
  return (
    <Facts
      columns={1}
      facts={[
        ...(projectId === null
          ? []
          : [{ label: page.project, value: link(`/projects/${projectId}`, projectName) }]),
        ...(projectNo === '' ? [] : [{ label: page.projectNo, value: projectNo }]),
        { label: page.purchaser, value: purchaserName },
        { label: page.drafter, value: page.draftedBy[draftedBy] },
        ...(sections.length === 0
          ? []
          : [
              {
                label: page.sections,
                value: sections.map(({ sectionNo, name }) => (
                  <div key={sectionNo}>{`${sectionNo} ${name}`}</div>
                )),
              },
            ]),
        ...(round > 1 ? [{ label: announcementPages.list.round, value: roundWords(round) }] : []),
        ...(target === undefined
          ? []
          : [{ label: page.target, value: link(`/announcements/${target.id}`, target.title) }]),
        ...(publishedAt === null
          ? []
          : [
              {
                label: isPublic(type) ? page.published : invitationPages.sentAt,
                value: formatInstant(publishedAt),
              },
            ]),
        ...(publishedAt === null || !isPublic(type)
          ? []
          : [{ label: page.displayUntil, value: displayUntil ?? page.noDisplay }]),
        ...(publishedAt === null
          ? []
          : [{ label: page.ack, value: <RecordStatus of="announcements.push" status={push.status} /> }]),
        ...(later.length === 0
          ? []
          : [
              {
                label: page.later,
                value: later.map((other) => (
                  <div key={other.id}>{link(`/announcements/${other.id}`, other.title)}</div>
                )),
              },
            ]),
      ]}
    />
  );
}
