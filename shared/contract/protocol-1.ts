// The sync wire as desks and servers of protocol 1 speak it: they hold whole scopes, of a fixed set of record types, and sums are made over all of
// them. Both ends keep their state in today's form (contract/sync.ts) and turn it here.
import { z } from 'zod';
import { type Scope, scopeSchema } from '#shared/domain/actor.ts';
import { emptyDigest, xorDigest } from '#shared/kernel/digest.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { type Coverage, fullCoverage, scopesByType, scopesIn } from './coverage.ts';
import {
  type PullEnd,
  type PullState,
  pageLimitSchema,
  protocol,
  type ScopeDigest,
  scopeDigestSchema,
  sequenceSchema,
  type TypeDigests,
} from './sync.ts';

/** The record types that programs of protocol 1 know. It never grows: what came later is not for them. */
export const protocol1: { readonly types: readonly string[] } = {
  types: [
    'settings',
    'calendar_years',
    'number_patterns',
    'number_series',
    'platforms',
    'organisations',
    'accounts',
    'plans',
    'projects',
    'sections',
    'announcements',
  ],
};

const scopeListSchema = z.array(scopeSchema).max(1000);

export const pullState1Schema = z.strictObject({
  epoch: idSchema.nullable(),
  cursor: sequenceSchema.nullable(),
  held: scopeListSchema,
  gaining: z
    .strictObject({ scopes: scopeListSchema.min(1), entity: z.string().max(80), after: z.string().max(200) })
    .nullable(),
});
export type PullState1 = z.infer<typeof pullState1Schema>;

export const pullRequest1Schema = z.strictObject({
  protocol: z.literal(1),
  deskId: idSchema,
  state: pullState1Schema,
  limit: pageLimitSchema,
});

export const pullEnd1Schema = z.object({
  end: z.literal(true),
  state: pullState1Schema.extend({ epoch: idSchema, cursor: sequenceSchema }),
  lost: z.array(scopeSchema),
  more: z.boolean(),
  head: sequenceSchema,
  now: z.int(),
  /** Per scope held, over all its types, as of `head`. */
  digests: z.record(scopeSchema, scopeDigestSchema),
  /** The newest protocol that the server speaks; servers that speak only this one do not say it. */
  protocol: z.int().optional(),
});
export type PullEnd1 = z.infer<typeof pullEnd1Schema>;

export type PullRequest1 = z.infer<typeof pullRequest1Schema>;

export function stateFrom1(state: PullState1): PullState {
  const { gaining } = state;
  return {
    ...state,
    held: wholeScopes(state.held),
    gaining:
      gaining === null
        ? null
        : { of: wholeScopes(gaining.scopes), entity: gaining.entity, after: gaining.after },
  };
}

/** What protocol 1 cannot say is left out: scopes of which not all its types are held, and every later type. */
export function stateTo1(state: PullState): PullState1 {
  const { gaining } = state;
  const scopes = gaining === null ? [] : scopesWith1(gaining.of);
  const goesOn = gaining !== null && scopes.length > 0 && protocol1.types.includes(gaining.entity);
  return {
    ...state,
    held: [...scopesWith1(state.held)],
    gaining: goesOn ? { scopes: [...scopes], entity: gaining.entity, after: gaining.after } : null,
  };
}

/** The end of a page of protocol 1's types, as protocol 1 says it. `digests`: of what is held, whether more is to come or not. */
export function endTo1(end: PullEnd, digests: TypeDigests): PullEnd1 {
  const state = { ...stateTo1(end.state), epoch: end.state.epoch, cursor: end.state.cursor };
  return {
    ...end,
    state,
    lost: [...scopesIn(end.lost)],
    digests: Object.fromEntries(state.held.map((scope) => [scope, sum1(digests, scope)])),
    protocol,
  };
}

/** Over all types of protocol 1. */
export function sum1(digests: TypeDigests, scope: Scope): ScopeDigest {
  let count = 0;
  let digest = emptyDigest;
  for (const type of protocol1.types) {
    const [rows, hi, lo] = digests[type]?.[scope] ?? [0, 0, 0];
    count += rows;
    digest = xorDigest(digest, { hi, lo });
  }
  return [count, digest.hi, digest.lo];
}

/** The scopes that are covered with all types of protocol 1. */
function scopesWith1(coverage: Coverage): readonly Scope[] {
  const byType = scopesByType(coverage);
  return scopesIn(coverage).filter((scope) =>
    protocol1.types.every((type) => byType.get(type)?.has(scope) === true),
  );
}

/** All types of protocol 1 in these scopes. */
export function wholeScopes(scopes: Iterable<Scope>): Coverage {
  return fullCoverage(protocol1.types, scopes);
}
