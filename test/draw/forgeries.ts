// One false draw for each code of the verifier. Those that are `sealed` again are the work of a server that lies consistently: its chain, heads
// and register agree with what it says, and only the rules of the draw contradict it.
import type { Link } from '#server/audit/chain.ts';
import { poolRoot } from '#shared/draw/pool.ts';
import { operatorCommitment } from '#shared/draw/seed.ts';
import type { Transcript } from '#shared/draw/transcript.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { type Bundle, linked, sealed, signedHead } from './bundle.ts';
import { secretOf, sha256 } from './library.ts';

/** Everything may be written to. */
export type Open<T> = T extends object ? { -readonly [K in keyof T]: Open<T[K]> } : T;

export function changed<T>(value: T, edit: (copy: Open<T>) => void): T {
  const copy = structuredClone(value) as Open<T>;
  edit(copy);
  return copy as T;
}

export function resealed(bundle: Bundle, edit: (transcript: Open<Transcript>) => void): Bundle {
  return sealed(
    changed(bundle.transcript, edit),
    bundle.register.draws.slice(0, -1),
    bundle.disclosure,
    bundle.transcript.commit.pool.root,
  );
}

export type Forgery = {
  readonly code: string;
  readonly scene: string;
  readonly forge: (bundle: Bundle) => Bundle;
};

const plain = 'one line, everybody attends';
const overlap = 'overlapping lines, reserves, refusals';
const disclosed = 'disclosed';
const again = 'drawn again after a void round';

/** The entry at a place: forgeries know what stands in their scene. */
function at<T>(list: readonly T[], index: number): T {
  const found = list.at(index);
  if (found === undefined) throw new RangeError(`nothing at ${index}`);
  return found;
}

function eventOf<K extends Transcript['events'][number]['kind']>(
  { events }: Open<Transcript>,
  kind: K,
  index = 0,
): Open<Extract<Transcript['events'][number], { kind: K }>> {
  return at(
    events.filter((event) => event.kind === kind),
    index,
  ) as Open<Extract<Transcript['events'][number], { kind: K }>>;
}

const transcriptOnly =
  (edit: (transcript: Open<Transcript>) => void) =>
  (bundle: Bundle): Bundle => ({ ...bundle, transcript: changed(bundle.transcript, edit) });
const consistent = (edit: (transcript: Open<Transcript>) => void) => (bundle: Bundle) =>
  resealed(bundle, edit);
const part =
  <K extends 'chain' | 'heads' | 'register' | 'disclosure'>(name: K, edit: (copy: Open<Bundle[K]>) => void) =>
  (bundle: Bundle): Bundle => ({ ...bundle, [name]: changed(bundle[name], edit) });

/** The same links with other contents, hashed anew, under a head that is signed anew. */
export function relinked(bundle: Bundle, links: readonly Omit<Link, 'no' | 'hash'>[]): Bundle {
  const chain = linked(bundle.transcript.commit.head, links);
  const { publicKey: _key, signature: _signature, ...head } = at(bundle.heads, 0);
  const { no, hash } = at(chain, -1);
  return { ...bundle, chain, heads: [signedHead({ ...head, no, hash }), ...bundle.heads.slice(1)] };
}

function headResigned(bundle: Bundle, edit: (head: Open<Bundle['heads'][number]>) => void): Bundle {
  const { publicKey: _key, signature: _signature, ...head } = changed(at(bundle.heads, -1), edit);
  return { ...bundle, heads: [...bundle.heads.slice(0, -1), signedHead(head)] };
}

export const forgeries: readonly Forgery[] = [
  {
    code: 'malformed',
    scene: plain,
    forge: (bundle) => ({ ...bundle, transcript: { ...bundle.transcript, more: 1 } as Transcript }),
  },
  // The pool.
  { code: 'pool_unsorted', scene: plain, forge: transcriptOnly(({ pool }) => pool.reverse()) },
  {
    code: 'pool_count_differs',
    scene: plain,
    forge: consistent(({ commit }) => {
      commit.pool.count += 1;
    }),
  },
  {
    code: 'pool_root_differs',
    scene: plain,
    forge: consistent(({ pool }) => {
      at(pool, 3).level += 1;
    }),
  },
  {
    code: 'pool_root_not_published',
    scene: plain,
    forge: consistent((transcript) => {
      transcript.pool.splice(2, 1);
      transcript.commit.pool = { root: poolRoot(sha256, transcript.pool), count: transcript.pool.length };
    }),
  },
  {
    code: 'exclusions_unsorted',
    scene: 'regions, levels and exclusions',
    forge: consistent(({ commit }) => commit.exclusions.reverse()),
  },
  {
    code: 'exclusion_unknown',
    scene: plain,
    forge: consistent(({ commit }) => commit.exclusions.push({ id: sha256('nobody'), reason: 'leave' })),
  },
  {
    code: 'odds_differ',
    scene: overlap,
    forge: consistent(({ commit }) => {
      if (commit.odds !== null) commit.odds.entropy += 2000;
    }),
  },
  // Heads.
  {
    code: 'head_not_signed',
    scene: plain,
    forge: part('heads', (heads) => {
      at(heads, 0).signedAt += 1;
    }),
  },
  {
    code: 'head_key_unknown',
    scene: plain,
    forge: (bundle) => ({
      ...bundle,
      heads: bundle.heads.map(({ publicKey: _key, signature: _signature, ...head }) =>
        signedHead(head, 'a stranger'),
      ),
    }),
  },
  {
    code: 'heads_contradict',
    scene: plain,
    forge: (bundle) => {
      const { publicKey: _key, signature: _signature, ...head } = at(bundle.heads, 0);
      return { ...bundle, heads: [...bundle.heads, signedHead({ ...head, hash: sha256('another chain') })] };
    },
  },
  {
    code: 'head_missing',
    scene: plain,
    forge: part('heads', (heads) => {
      heads.pop();
    }),
  },
  {
    code: 'head_differs',
    scene: plain,
    forge: (bundle) =>
      headResigned(bundle, (head) => {
        head.no -= 1;
      }),
  },
  {
    code: 'head_not_yesterday',
    scene: plain,
    forge: (bundle) => {
      const day = addDays(bundle.transcript.commit.head.day, -1);
      const earlier = headResigned(bundle, (head) => {
        head.day = day;
      });
      const late = resealed(bundle, ({ commit }) => {
        commit.head.day = day;
      });
      return { ...late, heads: [at(late.heads, 0), at(earlier.heads, -1)] };
    },
  },
  // The chain.
  {
    code: 'chain_not_anchored',
    scene: plain,
    forge: part('chain', (chain) => {
      chain.shift();
    }),
  },
  {
    code: 'chain_gap',
    scene: plain,
    forge: part('chain', (chain) => {
      chain.splice(2, 1);
    }),
  },
  {
    code: 'chain_broken',
    scene: plain,
    forge: part('chain', (chain) => {
      at(chain, 4).accountId = 'account-1';
    }),
  },
  {
    code: 'chain_head_differs',
    scene: plain,
    forge: (bundle) => ({
      ...bundle,
      chain: linked(
        bundle.transcript.commit.head,
        bundle.chain.map((link, no) => ({ ...link, at: link.at + (no === 0 ? 1 : 0) })),
      ),
    }),
  },
  {
    code: 'chain_not_closed',
    scene: plain,
    forge: part('chain', (chain) => {
      chain.pop();
    }),
  },
  // The steps.
  {
    code: 'step_missing',
    scene: overlap,
    forge: (bundle) =>
      relinked(
        bundle,
        bundle.chain.filter(({ action }) => action !== 'draw.close'),
      ),
  },
  {
    code: 'step_differs',
    scene: overlap,
    forge: transcriptOnly((transcript) => {
      eventOf(transcript, 'reply', 1).reply = 'recused';
    }),
  },
  {
    code: 'step_unknown',
    scene: overlap,
    forge: (bundle) => {
      const last = at(
        bundle.chain.filter(({ action, outcome }) => action === 'draw.event' && outcome === 'applied'),
        -1,
      );
      return relinked(bundle, [
        ...bundle.chain,
        { ...last, at: last.at + 1, inputHash: sha256('a reply not told') },
      ]);
    },
  },
  {
    code: 'time_differs',
    scene: plain,
    forge: (bundle) =>
      relinked(
        bundle,
        bundle.chain.map((link) => ({ ...link, at: link.at + (link.action === 'draw.reveal' ? 1 : 0) })),
      ),
  },
  {
    code: 'step_by_another',
    scene: plain,
    forge: (bundle) =>
      relinked(
        bundle,
        bundle.chain.map((link) => ({ ...link, accountId: 'account-1' })),
      ),
  },
  // Commit and reveal.
  { code: 'operators_missing', scene: plain, forge: consistent(({ operators }) => operators.pop()) },
  {
    code: 'operators_same',
    scene: plain,
    forge: consistent(({ operators, reveals, commit }) => {
      const [first, second] = [at(operators, 0), at(operators, 1)];
      second.operator = first.operator;
      second.commitment = operatorCommitment(sha256, commit.drawId, first.operator, at(reveals, 1).secret);
      at(reveals, 1).party = first.operator;
    }),
  },
  {
    code: 'physical_differs',
    scene: 'a seed drawn in public',
    forge: consistent((transcript) => {
      transcript.physical = null;
    }),
  },
  {
    code: 'reveal_unknown',
    scene: plain,
    forge: consistent(({ reveals }) => {
      at(reveals, 0).party = 'account-3';
    }),
  },
  {
    code: 'secret_differs',
    scene: plain,
    forge: consistent(({ reveals }) => {
      at(reveals, 0).secret = secretOf('another');
    }),
  },
  { code: 'reveal_missing', scene: plain, forge: consistent(({ reveals }) => reveals.pop()) },
  // The course.
  {
    code: 'nobody_left',
    scene: plain,
    forge: consistent(({ events, pool }) => {
      const seats = new Set(events.flatMap((event) => ('id' in event ? [event.id] : [])));
      const other = pool.find(({ id }) => !seats.has(id));
      events.splice(-1, 0, {
        kind: 'reply',
        at: at(events, -1).at,
        id: other?.id ?? '',
        as: 'member',
        reply: 'attends',
      });
    }),
  },
  {
    code: 'wrong_candidate',
    scene: overlap,
    forge: consistent((transcript) => {
      const [first, second] = [eventOf(transcript, 'reply', 0), eventOf(transcript, 'reply', 1)];
      [first.id, second.id] = [second.id, first.id];
    }),
  },
  {
    code: 'wrong_seat',
    scene: overlap,
    forge: consistent((transcript) => {
      eventOf(transcript, 'reply', 0).as = 'reserve';
    }),
  },
  {
    code: 'vacate_unknown',
    scene: 'a member stays away, a reserve takes the seat',
    forge: consistent((transcript) => {
      eventOf(transcript, 'vacate').id = sha256('nobody');
    }),
  },
  {
    code: 'supplement_invalid',
    scene: overlap,
    forge: consistent(({ events }) => {
      events.unshift({
        kind: 'supplement',
        at: at(events, 0).at,
        reason: 'absence',
        exclusions: [],
        raise: [{ line: 1, count: 1 }],
      });
    }),
  },
  {
    code: 'closed_early',
    scene: overlap,
    forge: consistent(({ events }) => {
      events.splice(1, events.length - 2);
    }),
  },
  {
    code: 'closed_twice',
    scene: plain,
    forge: consistent(({ events }) => events.push({ ...at(events, -1) })),
  },
  {
    code: 'result_differs',
    scene: overlap,
    forge: consistent((transcript) => {
      at(eventOf(transcript, 'close').members, 0).id = at(transcript.pool, 0).id;
    }),
  },
  { code: 'unfinished', scene: plain, forge: consistent(({ events }) => events.pop()) },
  // The register.
  {
    code: 'unregistered_draw',
    scene: plain,
    forge: (bundle) => {
      const commit = at(
        bundle.chain.filter(({ action }) => action === 'draw.commit'),
        0,
      );
      return relinked(bundle, [{ ...commit, commandId: 'draw-thrown-away' }, ...bundle.chain]);
    },
  },
  {
    code: 'register_differs',
    scene: plain,
    forge: part('register', ({ draws }) => {
      at(draws, 0).hash = sha256('another');
    }),
  },
  {
    code: 'round_missing',
    scene: again,
    forge: part('register', ({ draws }) => {
      draws.shift();
    }),
  },
  {
    code: 'previous_differs',
    scene: again,
    forge: consistent(({ commit }) => {
      commit.previous = null;
    }),
  },
  {
    code: 'not_voided',
    scene: again,
    forge: part('register', ({ draws }) => {
      at(draws, 0).outcome = 'closed';
    }),
  },
  // The disclosure.
  {
    code: 'opening_differs',
    scene: disclosed,
    forge: part('disclosure', (disclosure) => {
      if (disclosure !== null) at(disclosure.openings, 0).name = '别人';
    }),
  },
  {
    code: 'openings_not_members',
    scene: disclosed,
    forge: part('disclosure', (disclosure) => {
      disclosure?.openings.pop();
    }),
  },
];
