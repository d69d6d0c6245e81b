// One section as the trading centre sends it, against what we hold: new, known, replaced, out of date, or a difference that only a
// 更正公告 may settle. What has been announced never changes silently.
import { z } from 'zod';
import type { Instant } from '#shared/kernel/dates.ts';
import { instantSchema } from '#shared/kernel/dates.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { text } from '../fields.ts';
import { refuseField } from '../refuse.ts';
import { sameValue } from '../same-value.ts';
import {
  isAnnounced,
  isLive,
  type Project,
  type Section,
  type SectionContent,
  sectionContentSchema,
} from './model.ts';

export const arrivalSchema = z.strictObject({
  lotUid: text(64).min(1),
  /** The centre's version: the same one again must say the same. */
  version: z.int().min(1),
  pushedAt: instantSchema,
  content: sectionContentSchema,
  /** Of a plan that changes the method: the section that failed, in whose place this one stands, by the centre's own key. */
  predecessorLotUid: text(64).min(1).nullable().default(null),
});
export type Arrival = z.infer<typeof arrivalSchema>;

/** The section as it must be kept, or undefined when the arrival says nothing new. `path` is where the arrival stands in the input. */
export function arrived(
  held: Section,
  arrival: Omit<Arrival, 'predecessorLotUid'>,
  now: Instant,
  path: string,
): Result<Section | undefined> {
  const { version, pushedAt, content, lotUid } = arrival;
  const newest = held.difference ?? { platformVersion: held.platformVersion, content: contentOf(held) };
  if (version < newest.platformVersion) {
    return refuseField('stale', `${path}.version`, 'stale', { lotUid, held: newest.platformVersion });
  }
  if (version === newest.platformVersion) {
    if (held.difference === null && isUnnamedAs(contentOf(held), content)) {
      const named = { ...held, plannedSectionId: content.plannedSectionId ?? held.plannedSectionId };
      return ok(sameValue(named, held) ? undefined : named);
    }
    return sameValue(newest.content, content)
      ? ok(undefined)
      : refuseField('duplicate_mismatch', `${path}.version`, 'duplicate_mismatch', { lotUid, version });
  }
  if (held.status === 'cancelled') {
    return refuseField('wrong_state', `${path}.lotUid`, 'section_cancelled', {
      lotUid,
      status: held.status,
    });
  }
  if (!isAnnounced(held)) {
    return ok({ ...held, ...content, platformVersion: version, pushedAt, receivedAt: now, difference: null });
  }
  // Word for word what was announced: there is nothing left to correct. Nor where a renewed centre names the package, which no notice says.
  if (isUnnamedAs(contentOf(held), content)) {
    const plannedSectionId = content.plannedSectionId ?? held.plannedSectionId;
    return ok({ ...held, plannedSectionId, platformVersion: version, pushedAt, difference: null });
  }
  return ok({ ...held, difference: { platformVersion: version, pushedAt, content } });
}

/** The same, but that one of them does not say which package it is: a centre has been renewed, or has gone back to the version before. */
function isUnnamedAs(before: SectionContent, after: SectionContent): boolean {
  const plannedSectionId = before.plannedSectionId ?? after.plannedSectionId;
  return sameValue(
    { ...before, plannedSectionId },
    { ...after, plannedSectionId: after.plannedSectionId ?? plannedSectionId },
  );
}

/** The section with what the centre has said of it last: once it is no longer announced, or is announced anew, nothing is left to correct. */
export function asLastPushed(section: Section): Section {
  const { difference } = section;
  if (difference === null) return section;
  const { content, platformVersion, pushedAt } = difference;
  return { ...section, ...content, platformVersion, pushedAt, difference: null };
}

export function newSection(
  id: string,
  project: Project,
  platformId: string,
  arrival: Omit<Arrival, 'predecessorLotUid'>,
  now: Instant,
): Section {
  const { lotUid, version, pushedAt, content } = arrival;
  const { planId, purchaserId, purchaserName, agencyId, regionCode } = project;
  return {
    id,
    projectId: project.id,
    planId,
    purchaserId,
    purchaserName,
    agencyId,
    regionCode,
    platformId,
    lotUid,
    status: 'received',
    ...content,
    platformVersion: version,
    pushedAt,
    receivedAt: now,
    difference: null,
    cancelReason: null,
    schedule: null,
    holds: [],
    results: [],
    contracts: [],
    change: null,
    predecessor: null,
    successor: null,
    refusals: [],
  };
}

/** The project with the counts of its sections as they are now. */
export function withSections(project: Project, all: readonly Section[], now: Instant): Project {
  const counts = countsOf(project, all);
  const waits = project.status === 'waiting_for_sections' || project.status === 'sections_received';
  return {
    ...project,
    status: waits ? (counts.sectionCount > 0 ? 'sections_received' : 'waiting_for_sections') : project.status,
    ...counts,
    push: { ...project.push, lastContactAt: Math.max(now, project.push.lastContactAt ?? now) },
    updatedAt: now,
  };
}

/** What a project says of its sections together. */
export function countsOf(
  { budgetAmount }: Project,
  all: readonly Section[],
): Pick<Project, 'sectionCount' | 'sectionBudgetTotal' | 'overBudget'> {
  const live = all.filter(isLive);
  const sectionBudgetTotal = sumFen(live.map(({ budget }) => budget));
  return {
    sectionCount: live.length,
    sectionBudgetTotal,
    overBudget: sectionBudgetTotal > budgetAmount,
  };
}

export function contentOf(section: Section): SectionContent {
  return sectionContentSchema.parse(
    Object.fromEntries(
      Object.keys(sectionContentSchema.shape).map((field) => [field, Reflect.get(section, field)]),
    ),
  );
}
