// What the project waits for, in one sentence, and whether that is the arrival of sections. `due` is the next time by which suppliers hand in; after that, the
// sections that have come least far say what is awaited.
import { templateOf } from '#shared/domain/announcements/templates/index.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import { isPrequalified } from '#shared/domain/projects/gates.ts';
import type { Project, Section } from '#shared/domain/projects/model.ts';
import { projectsPages } from '#shared/text/index.ts';
import { isChanging } from './stages.ts';

const words = projectsPages.next;
const negotiationInvitation = templateOf('NEGOTIATION_INVITATION');

type Progress = Pick<Section, 'status' | 'successor'> & Partial<Pick<Section, 'schedule'>>;

export function nextWords(
  project: Project,
  plan: Plan | undefined,
  due?: string,
  sections: readonly Progress[] = [],
): string {
  if (project.status === 'cancelled') return words.cancelled;
  if (project.status === 'completed') return project.inWarranty ? words.in_warranty : words.completed;
  if (isChanging(plan)) return words.changing;
  if (project.status === 'in_execution') {
    return due === undefined ? courseWords(sections) : dueWords(sections, due);
  }
  if (project.status !== 'sections_received') return words[project.push.status];
  if (project.method === 'INVITED_TENDER') return words.invite;
  return negotiationInvitation.methods.includes(project.method) ? words.choose : words.announce;
}

/** Who may hand in by then: applications of a 资格预审, or bids. */
function dueWords(sections: readonly Progress[], due: string): string {
  const applying = sections.some(
    ({ status, schedule = null }) =>
      status === 'announced' && schedule?.deadline === due && isPrequalified({ schedule }),
  );
  return (applying ? words.dueApplying : words.due)(due.replace('T', ' '));
}

/** 请等待交易中心推送标段 */
export function waitsForSections({ status, push }: Project): boolean {
  return status === 'waiting_for_sections' && push.status !== 'not_needed';
}

/** What the sections that have been opened wait for. */
function courseWords(sections: readonly Progress[]): string {
  const has = (wanted: Section['status']) => sections.some(({ status }) => status === wanted);
  const live = sections.filter(({ status }) => status !== 'cancelled');
  if (live.length > 0 && live.every(({ status }) => status === 'terminated')) return words.terminated;
  // The others go on meanwhile.
  const failed = sections.filter(({ status }) => status === 'failed');
  if (failed.some(({ successor }) => successor === null)) return words.failed;
  const announced = sections.filter(({ status }) => status === 'announced');
  if (announced.some(({ schedule = null }) => isPrequalified({ schedule }))) return words.prequalified;
  if (announced.length > 0) return words.in_execution;
  if (has('opened')) return words.opened;
  if (has('evaluated')) return words.evaluated;
  if (has('awarded')) return words.awarded;
  if (has('contracted')) return words.contracted;
  if (has('accepted')) return words.toPay;
  return failed.length > 0 && failed.length === sections.length ? words.changed : words.in_execution;
}
