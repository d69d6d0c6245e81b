// What the project waits for, in one sentence, and whether that is the arrival of sections. `due` is the next time by which suppliers hand in; after that, the
// sections that have come least far say what is awaited.
import type { Plan } from '#shared/domain/plans/model.ts';
import type { Project, Section } from '#shared/domain/projects/model.ts';
import { projectsPages } from '#shared/text/index.ts';
import { isChanging } from './stages.ts';

const words = projectsPages.next;

type Progress = Pick<Section, 'status' | 'successor'>;

export function nextWords(
  project: Project,
  plan: Plan | undefined,
  due?: string,
  sections: readonly Progress[] = [],
): string {
  if (project.status === 'cancelled' || project.status === 'completed') return words[project.status];
  if (isChanging(plan)) return words.changing;
  if (project.status === 'in_execution') {
    return due === undefined ? courseWords(sections) : words.due(due.replace('T', ' '));
  }
  if (project.status !== 'sections_received') return words[project.push.status];
  return project.method === 'INVITED_TENDER' ? words.invite : words.announce;
}

/** 请等待交易中心推送标段 */
export function waitsForSections({ status, push }: Project): boolean {
  return status === 'waiting_for_sections' && push.status !== 'not_needed';
}

/** What the sections that have been opened wait for. */
function courseWords(sections: readonly Progress[]): string {
  const has = (wanted: Section['status']) => sections.some(({ status }) => status === wanted);
  // The others go on meanwhile.
  const failed = sections.filter(({ status }) => status === 'failed');
  if (failed.some(({ successor }) => successor === null)) return words.failed;
  if (has('announced')) return words.in_execution;
  if (has('opened')) return words.opened;
  if (has('evaluated')) return words.evaluated;
  return failed.length > 0 && failed.length === sections.length ? words.changed : words.in_execution;
}
