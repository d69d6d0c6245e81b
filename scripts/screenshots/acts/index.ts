// Every page and state of the window, in the order in which they can be shown. One list: `npm run screenshots` and the accessibility test both walk it.
import type { Act, Scene } from '../scene.ts';
import { usernames } from '../story.ts';
import { acceptanceScenes } from './acceptances.ts';
import { announcementActs } from './announcements.ts';
import { awardChangeScenes } from './award-changes.ts';
import { awardScenes } from './awards.ts';
import { breachScenes } from './breaches.ts';
import { challengeScenes } from './challenges.ts';
import { contractChangeScenes } from './contract-changes.ts';
import { contractScenes } from './contracts.ts';
import { courseScenes } from './course.ts';
import { planForms } from './form.ts';
import { frame, lock, own } from './frame.ts';
import { planLists, projectLists } from './lists.ts';
import { methodChangeScenes } from './method-change.ts';
import { agency, office, reviewer, supervisor } from './others.ts';
import { outbox } from './outbox.ts';
import { paymentScenes } from './payments.ts';
import { clerksPlans, clerksProjects } from './plan-pages.ts';
import { rebuildScenes } from './rebuild.ts';
import { demoStart, firstStart } from './start.ts';
import { administrator, lastActs } from './system.ts';
import { typedAwardScenes } from './typed-awards.ts';

const clerk = (name: string, scenes: Act['scenes']): Act => ({
  name,
  as: usernames.clerk,
  demo: true,
  scenes,
});

export const acts: readonly Act[] = [
  firstStart,
  demoStart,
  clerk('lists', [...planLists, ...projectLists]),
  clerk('form', planForms),
  clerk('plan', clerksPlans),
  clerk('project', clerksProjects),
  clerk('course', courseScenes),
  clerk('method-change', methodChangeScenes),
  clerk('award', awardScenes),
  clerk('award-typed', typedAwardScenes),
  clerk('award-change', awardChangeScenes),
  clerk('contract', contractScenes),
  clerk('contract-change', contractChangeScenes),
  clerk('acceptance', acceptanceScenes),
  clerk('payment', paymentScenes),
  clerk('breach', breachScenes),
  clerk('challenge', challengeScenes),
  ...announcementActs,
  clerk('frame', [...frame, ...own]),
  clerk('rebuild', rebuildScenes),
  reviewer,
  office,
  agency,
  supervisor,
  administrator,
  clerk('outbox', outbox),
  lock,
  ...lastActs,
];

/** Made of the same parts as another scene: worth a picture, nothing new for the accessibility test. */
const likeAnother: ReadonlySet<string> = new Set([
  ...['sign-in-refused', 'plans-readme', 'plans-narrow', 'plans-reviewer', 'plans-agency'],
  ...['projects-nothing-found', 'projects-office', 'projects-agency', 'project-missing'],
  ...['form-error-at-field', 'form-remove', 'form-preview', 'palette-initials', 'tasks-office'],
  ...['plan-unit_review-clerk', 'plan-office_review-clerk', 'plan-pushed-clerk', 'plan-cancelled-clerk'],
  ...['plan-changes-clerk', 'plan-office_review-office', 'plan-sections_received-office'],
  ...['plan-sections_received-agency', 'plan-filed-supervisor', 'system-account-office'],
  ...['plan-take-back', 'plan-delete', 'plan-return', 'plan-file', 'plan-office-return', 'plan-reopen'],
  ...['system-organisation-new', 'system-account-new', 'system-setting-1', 'system-setting-3'],
  ...['announcement-approve', 'announcement-return', 'announcement-publish', 'announcement-corrected'],
  ...['system-exchange-rejected', 'system-exchange-refusals', 'system-exchange-differences'],
]);
/** The forms filled in are looked through as a whole in one scene; the others show them scrolled. */
const scrolled = [
  'form-filled-',
  'announcement-form-at-',
  'award-form-explained',
  'award-change-form-winner',
  'contract-form-at-',
  'contract-change-form-at-',
  'acceptance-form-at-',
];

/** @internal for the test of keyboard and screen readers */
export function isPictureOnly({ name }: Scene): boolean {
  return likeAnother.has(name) || scrolled.some((start) => name.startsWith(start));
}
