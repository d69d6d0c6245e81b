import { announcementRules } from '#shared/rules/announcement-rules.ts';
import { deadlineRules } from '#shared/rules/deadlines/deadline-rules.ts';

/** Every rule of an announcement of which one may say: I have read the warning. */
export const announcementWarnings: readonly string[] = [...announcementRules, ...deadlineRules]
  .filter(({ severity }) => severity === 'warning')
  .map(({ id }) => id);
