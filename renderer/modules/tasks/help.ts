import type { Role } from '#shared/domain/actor.ts';
import { appText } from '#shared/text/index.ts';

/** What waits for this role, and what to do with it. */
export function helpFor(role: Role): string {
  const { help } = appText.tasks;
  switch (role) {
    case 'purchaser_clerk':
    case 'purchaser_reviewer':
    case 'procurement_office':
    case 'agency':
      return help[role];
    default:
      return help.other;
  }
}
