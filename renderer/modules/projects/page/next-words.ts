// What the project waits for, in one sentence, and whether that is the arrival of sections. `due` is the next time by which suppliers hand in; after that, the
// sections that have come least far say what is awaited.
import type { Plan } from '#shared/domain/plans/model.ts';
import type { Project, Section } from '#shared/domain/projects/model.ts';
import { projectsPages } from '#shared/text/index.ts';
import { isChanging } from './stages.ts';

const words = projectsPages.next;

export function nextWords(
  project: Project,
  plan: Plan | undefined,
  due?: string,
  sections: readonly Pick<Section, 'status'>[] = [],
): string {
  if (project.status === 'cancelled' || project.status === 'completed') return words[project.status];
  if (isChanging(plan)) return words.changing;
  if (project.status === 'in_execution') {
    return due === undefined ? courseWords(sections) : words.due(due.replace('T', ' '));
  }
  return project.status === 'sections_received' ? words.announce : words[project.push.status];
}

/** 请等待交易中心推送标段 */
export function waitsForSections({ status, push }: Project): boolean {
  return status === 'waiting_for_sections' && push.status !== 'not_needed';
}

/** What the sections that have been opened wait for. */
function courseWords(sections: readonly Pick<Section, 'status'>[]): string {
  const has = (wanted: Section['status']) => sections.some(({ status }) => status === wanted);
  if (has('announced')) return words.in_execution;
  if (has('opened')) return words.opened;
  return has('evaluated') ? words.evaluated : words.in_execution;
}
