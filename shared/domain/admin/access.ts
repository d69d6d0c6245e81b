// Who keeps or checks what administrators keep.
import type { Actor } from '../actor.ts';

export function mayAdminister({ role }: Actor): boolean {
  return role === 'administrator' || role === 'auditor';
}
