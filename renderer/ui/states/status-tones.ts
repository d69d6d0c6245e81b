// The tone of every state that a record can be in; a test asks that none is missing.

/** What a state means to the one who looks: nothing yet, somebody is asked, under way, done, sent back, look at it, it went wrong. */
export type StatusTone = 'neutral' | 'waiting' | 'progress' | 'done' | 'returned' | 'warning' | 'danger';

const tones: ReadonlyMap<string, StatusTone> = new Map<string, StatusTone>([
  ['plans.status.draft', 'neutral'],
  ['plans.status.unit_review', 'waiting'],
  ['plans.status.returned', 'returned'],
  ['plans.status.office_review', 'waiting'],
  ['plans.status.filed', 'done'],
  ['plans.status.pushed', 'progress'],
  ['plans.status.sections_received', 'done'],
  ['plans.status.in_execution', 'progress'],
  ['plans.status.completed', 'done'],
  ['plans.status.cancelled', 'danger'],
  ['projects.status.waiting_for_sections', 'waiting'],
  ['projects.status.sections_received', 'done'],
  ['projects.status.in_execution', 'progress'],
  ['projects.status.completed', 'done'],
  ['projects.status.cancelled', 'danger'],
  ['projects.push.not_needed', 'neutral'],
  ['projects.push.waiting', 'waiting'],
  ['projects.push.received', 'progress'],
  ['projects.push.accepted', 'done'],
  ['projects.push.rejected', 'danger'],
  ['projects.push.dead', 'danger'],
  ['announcements.status.draft', 'neutral'],
  ['announcements.status.review', 'waiting'],
  ['announcements.status.returned', 'returned'],
  ['announcements.status.approved', 'waiting'],
  ['announcements.status.published', 'done'],
  ['announcements.status.withdrawn', 'danger'],
  ['announcements.push.not_needed', 'neutral'],
  ['announcements.push.waiting', 'waiting'],
  ['announcements.push.received', 'progress'],
  ['announcements.push.accepted', 'done'],
  ['announcements.push.rejected', 'danger'],
  ['announcements.push.dead', 'danger'],
  ['sections.status.received', 'done'],
  ['sections.status.announced', 'progress'],
  ['sections.status.opened', 'progress'],
  ['sections.status.evaluated', 'progress'],
  ['sections.status.awarded', 'done'],
  ['sections.status.contracted', 'done'],
  ['sections.status.accepted', 'done'],
  ['sections.status.failed', 'danger'],
  ['sections.status.terminated', 'danger'],
  ['sections.status.cancelled', 'danger'],
]);

/** Undefined for a status that this program does not know. */
export function toneOf(of: string, status: string): StatusTone | undefined {
  return tones.get(`${of}.${status}`);
}
