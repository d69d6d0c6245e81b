// Rows of announcements of the example plan's project in any state, deterministic by construction: anAnnouncement().withSections(…).published(). Every
// step is the state the commands would have left.
import type { Announcement, PublishedAnnouncement } from '#shared/domain/announcements/model.ts';
import { richTextOf } from '#shared/domain/announcements/rich-text.ts';
import type { Values } from '#shared/domain/announcements/values.ts';
import type { Section } from '#shared/domain/projects/model.ts';
import { pushNotNeeded } from '#shared/domain/projects/push-state.ts';
import { exampleContent } from '#shared/rules/plan-example.ts';
import { anActor, aUnit } from './actors.ts';
import { anId } from './ids.ts';
import { planDay } from './plans.ts';

type Parts = Partial<Announcement>;

export class AnnouncementBuilder {
  readonly #announcement: Announcement;
  readonly #sections: readonly Section[];

  constructor(announcement: Announcement, sections: readonly Section[] = []) {
    this.#announcement = announcement;
    this.#sections = sections;
  }

  with(parts: Parts): AnnouncementBuilder {
    return new AnnouncementBuilder({ ...this.#announcement, ...parts }, this.#sections);
  }

  typed(content: Values): AnnouncementBuilder {
    return this.with({ content: { ...this.#announcement.content, ...content } });
  }

  withSections(...sections: readonly Section[]): AnnouncementBuilder {
    return new AnnouncementBuilder(
      { ...this.#announcement, sectionIds: sections.map(({ id }) => id) },
      sections,
    );
  }

  /** Handed in for review, with everything in it frozen. */
  submitted(values: Values = this.#announcement.content): AnnouncementBuilder {
    const { title, createdBy } = this.#announcement;
    const sections = this.#sections.map(({ id, platformVersion }) => ({ id, platformVersion }));
    return this.with({
      status: 'review',
      frozen: { title, values, sections },
      submittedBy: createdBy,
      submittedAt: planDay,
    });
  }

  approved(): AnnouncementBuilder {
    return this.submitted().with({ status: 'approved' });
  }

  published(publishedAt: number = planDay): AnnouncementBuilder {
    return this.approved().with({ status: 'published', publishedAt, updatedAt: publishedAt });
  }

  build(): Announcement {
    return this.#announcement;
  }

  /** As the exchange is told of it. */
  buildPublished(): PublishedAnnouncement & { readonly projectId: string } {
    const { frozen, projectId } = this.submitted().build();
    if (frozen === null || projectId === null) throw new Error('nothing of a project is published here');
    return { ...this.published().build(), frozen, projectId, publishedAt: planDay };
  }
}

/** A clerk's draft of a 招标公告; `name` tells several apart. */
export function anAnnouncement(name = 'announcement'): AnnouncementBuilder {
  const clerk = anActor('purchaser_clerk');
  return new AnnouncementBuilder({
    id: anId(name),
    type: 'TENDER',
    templateVersion: 1,
    status: 'draft',
    projectId: anId('project'),
    planId: anId('plan'),
    planNo: 'XC-2026-0001',
    projectNo: 'ZFCG-G2026001',
    projectName: exampleContent.projectName,
    predecessorProjectId: null,
    purchaserId: aUnit.id,
    purchaserName: aUnit.name,
    agencyId: null,
    regionCode: exampleContent.regionCode ?? '',
    method: exampleContent.method,
    platformId: exampleContent.platformId,
    draftedBy: 'purchaser',
    title: `${exampleContent.projectName}招标公告`,
    round: 1,
    sectionIds: [],
    targetId: null,
    content: { other: richTextOf('无') },
    fieldEdits: {},
    frozen: null,
    acknowledgedWarnings: [],
    publishedAt: null,
    displayUntil: null,
    withdrawal: null,
    push: pushNotNeeded,
    createdBy: clerk.accountId,
    submittedBy: null,
    createdAt: planDay,
    updatedAt: planDay,
    submittedAt: null,
    history: [
      {
        action: 'announcements.create',
        by: clerk.accountId,
        name: clerk.name,
        role: clerk.role,
        at: planDay,
        note: '',
      },
    ],
  });
}
