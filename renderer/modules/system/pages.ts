// The pages of 系统, in order, and whom they are for: what is everybody's own first, then what the administrator keeps. The auditor sees the same
// and changes nothing.
import type { Role } from '#shared/domain/actor.ts';

const keepers = ['administrator', 'auditor'] as const satisfies readonly Role[];

export type SystemPage = {
  readonly key:
    | 'account'
    | 'look'
    | 'server'
    | 'diagnostics'
    | 'about'
    | 'organisations'
    | 'accounts'
    | 'settings'
    | 'numbers'
    | 'holidays'
    | 'platforms'
    | 'exchange'
    | 'desks'
    | 'audit';
  readonly roles: 'everybody' | readonly Role[];
};

export const systemPages: readonly SystemPage[] = [
  { key: 'account', roles: 'everybody' },
  { key: 'look', roles: 'everybody' },
  { key: 'server', roles: 'everybody' },
  { key: 'diagnostics', roles: 'everybody' },
  { key: 'about', roles: 'everybody' },
  { key: 'organisations', roles: keepers },
  { key: 'accounts', roles: keepers },
  { key: 'settings', roles: keepers },
  { key: 'numbers', roles: keepers },
  { key: 'holidays', roles: keepers },
  { key: 'platforms', roles: keepers },
  { key: 'exchange', roles: keepers },
  { key: 'desks', roles: keepers },
  { key: 'audit', roles: keepers },
];

export function systemPagesFor(role: Role): readonly SystemPage[] {
  return systemPages.filter(({ roles }) => roles === 'everybody' || roles.includes(role));
}

/** Only administrators change what they keep. */
export function mayKeep(role: Role): boolean {
  return role === 'administrator';
}
