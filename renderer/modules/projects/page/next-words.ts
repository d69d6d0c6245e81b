// What the project waits for, in one sentence, and whether that is the arrival of sections. `due` is the next time by which suppliers hand in.
import type { Plan } from '#shared/domain/plans/model.ts';
import type { Project } from '#shared/domain/projects/model.ts';
import { projectsPages } from '#shared/text/index.ts';
import { isChanging } from './stages.ts';

const words = projectsPages.next;

export function nextWords(project: Project, plan: Plan | undefined, due?: string): string {
  if (project.status === 'cancelled' || project.status === 'completed') return words[project.status];
  if (isChanging(plan)) return words.changing;
  if (project.status === 'in_execution') {
    return due === undefined ? words.in_execution : words.due(due.replace('T', ' '));
  }
  return project.status === 'sections_received' ? words.announce : words[project.push.status];
}

/** 请等待交易中心推送标段 */
export function waitsForSections({ status, push }: Project): boolean {
  return status === 'waiting_for_sections' && push.status !== 'not_needed';
}
