// Which record types of which scopes: the unit in which a replica holds, gains and lets go. Written in groups with each scope in one of them,
// so that a thousand scopes with the same types take one list of scopes and one of types. Every function answers in the normal form: equal
// sets have equal text.
import { z } from 'zod';
import { type Scope, scopeSchema } from '#shared/domain/actor.ts';

export const typeSchema = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/);
const maxScopes = 1000;
export const maxTypes = 200;

/** Every type of a group in every scope of it. */
export type CoverageGroup = { readonly types: readonly string[]; readonly scopes: readonly Scope[] };
export type Coverage = readonly CoverageGroup[];

export const coverageSchema: z.ZodType<Coverage> = z
  .array(
    z.strictObject({
      types: z.array(typeSchema).min(1).max(maxTypes),
      scopes: z.array(scopeSchema).min(1).max(maxScopes),
    }),
  )
  .max(maxScopes);

type Pairs = ReadonlyMap<Scope, ReadonlySet<string>>;

export const noCoverage: Coverage = [];

/** All of these types in all of these scopes. */
export function fullCoverage(types: Iterable<string>, scopes: Iterable<Scope>): Coverage {
  const all = new Set(types);
  return normal(new Map([...scopes].map((scope) => [scope, all])));
}

export function coverageOf(pairs: Iterable<readonly [type: string, scope: Scope]>): Coverage {
  const found = new Map<Scope, Set<string>>();
  for (const [type, scope] of pairs) found.set(scope, (found.get(scope) ?? new Set()).add(type));
  return normal(found);
}

export function union(a: Coverage, b: Coverage): Coverage {
  const first = pairsOf(a);
  const second = pairsOf(b);
  const scopes = new Set([...first.keys(), ...second.keys()]);
  return normal(
    new Map(
      [...scopes].map((scope) => [scope, new Set([...typesOf(first, scope), ...typesOf(second, scope)])]),
    ),
  );
}

export function intersection(a: Coverage, b: Coverage): Coverage {
  const second = pairsOf(b);
  return filtered(a, (type, scope) => typesOf(second, scope).has(type));
}

/** What is in `a` and not in `b`. */
export function difference(a: Coverage, b: Coverage): Coverage {
  const second = pairsOf(b);
  return filtered(a, (type, scope) => !typesOf(second, scope).has(type));
}

/** What of it concerns these types. */
export function ofTypes(coverage: Coverage, types: Iterable<string>): Coverage {
  const wanted = new Set(types);
  return filtered(coverage, (type) => wanted.has(type));
}

/** @internal for tests */
export function sameCoverage(a: Coverage, b: Coverage): boolean {
  return JSON.stringify(union(a, noCoverage)) === JSON.stringify(union(b, noCoverage));
}

/** Sorted. */
export function scopesIn(coverage: Coverage): readonly Scope[] {
  return [...pairsOf(coverage).keys()].sort();
}

export function scopesByType(coverage: Coverage): ReadonlyMap<string, ReadonlySet<Scope>> {
  const found = new Map<string, Set<Scope>>();
  for (const { types, scopes } of coverage) {
    for (const type of types) {
      const known = found.get(type) ?? new Set();
      found.set(type, known);
      for (const scope of scopes) known.add(scope);
    }
  }
  return found;
}

const noTypes: ReadonlySet<string> = new Set();

function typesOf(pairs: Pairs, scope: Scope): ReadonlySet<string> {
  return pairs.get(scope) ?? noTypes;
}

/** What comes from outside may name a scope in several groups. */
function pairsOf(coverage: Coverage): Pairs {
  const pairs = new Map<Scope, ReadonlySet<string>>();
  for (const { types, scopes } of coverage) {
    const own = new Set(types);
    for (const scope of scopes) {
      const known = pairs.get(scope);
      pairs.set(scope, known === undefined ? own : new Set([...known, ...own]));
    }
  }
  return pairs;
}

function filtered(coverage: Coverage, keeps: (type: string, scope: Scope) => boolean): Coverage {
  return normal(
    new Map(
      [...pairsOf(coverage)].map(([scope, types]) => [
        scope,
        new Set([...types].filter((type) => keeps(type, scope))),
      ]),
    ),
  );
}

function normal(pairs: Pairs): Coverage {
  const groups = new Map<string, { readonly types: readonly string[]; readonly scopes: Scope[] }>();
  const sorted = new Map<ReadonlySet<string>, readonly string[]>();
  for (const scope of [...pairs.keys()].sort()) {
    const own = typesOf(pairs, scope);
    if (own.size === 0) continue;
    const types = sorted.get(own) ?? [...own].sort();
    sorted.set(own, types);
    const key = types.join();
    const group = groups.get(key) ?? { types, scopes: [] };
    groups.set(key, group);
    group.scopes.push(scope);
  }
  return [...groups.values()];
}
