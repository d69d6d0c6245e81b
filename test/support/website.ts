// Announcements as if they had just been published: written the way the server writes all rows, so that the website has them.
import type { Database } from '#server/db/database.ts';
import { type Announcement, announcements } from '#shared/domain/announcements/model.ts';
import { richTextOf } from '#shared/domain/announcements/rich-text.ts';
import { anAnnouncement } from '#test/builders/announcement-rows.ts';
import { storeAll } from './seed.ts';

/** A published 招标公告, unless it is told to be another. */
export function published(name: string, at: number, over: Partial<Announcement> = {}): Announcement {
  const values = {
    projectName: over.projectName ?? 'A project',
    projectNo: 'ZC-1',
    other: richTextOf(`More about ${name}`),
    ...over.content,
  };
  return anAnnouncement(name)
    .with({ title: `Announcement ${name}`, ...over })
    .submitted(values)
    .with({
      status: 'published',
      publishedAt: at,
      updatedAt: at,
      ...(over.withdrawal === undefined ? {} : { status: 'withdrawn' }),
    })
    .build();
}

export function publish(database: Database, ...rows: readonly Announcement[]): Promise<void> {
  return storeAll(
    database,
    rows.map((row) => ({ entity: announcements.name, row })),
  );
}
