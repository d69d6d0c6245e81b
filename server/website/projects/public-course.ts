// How far a project and its sections have come, as everybody may know it: what is not announced, and contracts that may not be, are left out. A page is made again when this changes.
import { isAnnounced, type Project, type Section } from '#shared/domain/projects/model.ts';
import { liveContracts } from '#shared/domain/projects/section-contracts.ts';
import type { Database, Sql } from '../../db/database.ts';
import type { RowChange } from '../../server-module.ts';
import { countChange } from '../projection.ts';

/** Undefined for a section that no notice has named. */
export function publicStatus(section: Section): Section['status'] | undefined {
  if (!isAnnounced(section)) return undefined;
  if (section.status !== 'contracted' && section.status !== 'accepted') return section.status;
  const hidden = liveContracts(section).every(({ announcementId }) => announcementId === null);
  return hidden ? 'awarded' : section.status;
}

/** Its result, or its end without one, is announced. */
export function isOver({ status }: Pick<Section, 'status'>): boolean {
  return status !== 'announced' && status !== 'opened' && status !== 'evaluated';
}

export function isCompleted({ status }: Pick<Project, 'status'>): boolean {
  return status === 'completed';
}

export async function sectionsProjected(sql: Sql, changes: readonly RowChange[]): Promise<void> {
  // Rows of the table were parsed with its schema before they were stored.
  const shown = (row: RowChange['after']) => row && publicStatus(row as Section);
  if (changes.some(({ before, after }) => shown(before) !== shown(after))) await countChange(sql);
}

export async function projectsProjected(sql: Sql, changes: readonly RowChange[]): Promise<void> {
  const shown = (row: RowChange['after']) => row !== undefined && isCompleted(row as Project);
  if (changes.some(({ before, after }) => shown(before) !== shown(after))) await countChange(sql);
}

/** Nothing is kept beside the rows: pages that were made are made again. */
export function forgetPages(database: Database): Promise<void> {
  return database.transaction((tx) => countChange(tx));
}
