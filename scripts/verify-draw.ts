// Verifies a draw of experts by itself: this one file and Node 24, nothing else of the project. docs/verify-a-draw.md says what is checked, why,
// and what each code means; a second verifier can be written from that page.
//   node verify-draw.ts TRANSCRIPT CHAIN HEADS REGISTER [DISCLOSURE] [--key BASE64]…
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

export type Problem = { readonly code: string; readonly where: string };

type PoolEntry = { id: string; specialities: string[]; regions: string[]; level: number };
type Line = { specialities: string[]; regions: string[]; level: number; count: number; reserve: number };
type Exclusion = { id: string; reason: string };
type Odds = { kinds: { lines: number[]; candidates: number; ppm: number }[]; entropy: number; guess: number };
type Commit = {
  version: number;
  drawId: string;
  applyNo: string;
  round: number;
  previous: { drawId: string; hash: string } | null;
  at: number;
  head: { day: string; no: number; hash: string };
  pool: { root: string; count: number };
  lines: Line[];
  exclusions: Exclusion[];
  odds: Odds | null;
  physical: boolean;
  serverCommitment: string;
};
type Seat = { id: string; line: number };
type Event =
  | { kind: 'reply'; at: number; id: string; as: string; reply: string }
  | { kind: 'vacate'; at: number; id: string }
  | { kind: 'supplement'; at: number; exclusions: Exclusion[]; raise: { line: number; count: number }[] }
  | {
      kind: 'close';
      at: number;
      members: Seat[];
      reserves: Seat[];
      missing: { line: number; missing: number }[];
    };
type Transcript = {
  commit: Commit;
  pool: PoolEntry[];
  operators: { operator: string; at: number; commitment: string }[];
  physical: { at: number; text: string } | null;
  reveals: { party: string; at: number; secret: string; by: string }[];
  events: Event[];
  voided: { at: number; reason: string } | null;
};
type Link = {
  no: number;
  at: number;
  accountId: string;
  role: string;
  deskId: string | null;
  action: string;
  commandId: string | null;
  inputHash: string | null;
  outcome: string;
  code: string | null;
  seq: number | null;
  hash: string;
};
type Head = {
  day: string;
  no: number;
  hash: string;
  epoch: string;
  publicKey: string;
  signature: string;
  poolRoot?: string;
};
type Row = { drawId: string; applyNo: string; round: number; outcome: string; hash: string | null };
type Opening = { id: string; expertNo: string; name: string; salt: string };

/** As read from the files: anything may be in it. */
export type Evidence = {
  readonly transcript: unknown;
  readonly chain: unknown;
  readonly heads: unknown;
  readonly register: unknown;
  readonly disclosure?: unknown;
  /** Keys that heads may be signed with; without them a head's own key is taken. */
  readonly keys?: readonly string[] | null;
};

// ── Shapes ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

type Shape = (value: unknown) => boolean;
const text =
  (pattern: RegExp): Shape =>
  (value) =>
    typeof value === 'string' && value.isWellFormed() && pattern.test(value);
const whole =
  (least: number, most = Number.MAX_SAFE_INTEGER): Shape =>
  (value) =>
    Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
const list =
  (item: Shape, least = 0, most = Number.POSITIVE_INFINITY): Shape =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.length <= most && value.every(item);
const orNull =
  (shape: Shape): Shape =>
  (value) =>
    value === null || shape(value);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** These members and no others. */
const object =
  (members: Record<string, Shape>): Shape =>
  (value) =>
    isObject(value) &&
    Object.keys(value).length === Object.keys(members).length &&
    Object.entries(members).every(([name, shape]) => Object.hasOwn(value, name) && shape(value[name]));
const one =
  (...values: readonly unknown[]): Shape =>
  (value) =>
    values.includes(value);

/** Up to the year 2100. */
const time = whole(0, 4_102_444_800_000);
const hex = text(/^[0-9a-f]{64}$/);
const code = text(/^[A-Za-z0-9._-]{1,64}$/);
const word = text(/^[a-z_]{1,40}$/);
const anyText = text(/^/);
const dayText = text(/^\d{4}-\d\d-\d\d$/);
/** ASCII alone, so that every language sorts them alike. */
const memberName = text(/^[A-Za-z0-9]{1,40}$/);
const flag = one(true, false);
const lineNo = whole(1, 12);
const exclusions = list(object({ id: hex, reason: word }));
const seats = list(object({ id: hex, line: lineNo }));

const oddsShape = object({
  kinds: list(object({ lines: list(lineNo, 1), candidates: whole(1), ppm: whole(0, 1_000_000) })),
  entropy: whole(0),
  guess: whole(0),
});
const commitShape = object({
  version: one(1),
  drawId: code,
  applyNo: code,
  round: whole(1),
  previous: orNull(object({ drawId: code, hash: hex })),
  at: time,
  head: object({ day: dayText, no: whole(0), hash: hex }),
  pool: object({ root: hex, count: whole(1) }),
  lines: list(
    object({
      specialities: list(code, 1, 50),
      regions: list(code, 0, 50),
      level: whole(0, 9),
      count: whole(1, 99),
      reserve: whole(0, 99),
    }),
    1,
    12,
  ),
  exclusions,
  odds: orNull(oddsShape),
  physical: flag,
  serverCommitment: hex,
  serverEscrow: hex,
});
const eventShapes = new Map<unknown, Shape>([
  [
    'reply',
    object({
      kind: anyText,
      at: time,
      id: hex,
      as: one('member', 'reserve'),
      reply: one('attends', 'declines', 'unreached', 'recused'),
    }),
  ],
  ['vacate', object({ kind: anyText, at: time, id: hex, reason: word })],
  [
    'supplement',
    object({
      kind: anyText,
      at: time,
      reason: word,
      exclusions,
      raise: list(object({ line: lineNo, count: whole(1, 99) })),
    }),
  ],
  [
    'close',
    object({
      kind: anyText,
      at: time,
      members: seats,
      reserves: seats,
      missing: list(object({ line: lineNo, missing: whole(1) })),
    }),
  ],
]);
const transcriptShape = object({
  commit: commitShape,
  pool: list(
    object({ id: hex, specialities: list(code, 1, 50), regions: list(code, 0, 50), level: whole(0, 9) }),
    1,
  ),
  operators: list(object({ operator: code, at: time, commitment: hex, escrow: hex }), 0, 2),
  physical: orNull(object({ at: time, text: text(/^[0-9A-Za-z ,-]{1,200}$/) })),
  reveals: list(object({ party: code, at: time, secret: hex, by: one('owner', 'recovery') }), 0, 3),
  events: list((event) => isObject(event) && eventShapes.get(event['kind'])?.(event) === true),
  voided: orNull(object({ at: time, reason: word })),
});
const chainShape = list(
  object({
    no: whole(1),
    at: time,
    accountId: anyText,
    role: anyText,
    deskId: orNull(anyText),
    action: anyText,
    commandId: orNull(anyText),
    inputHash: orNull(hex),
    outcome: one('applied', 'rejected'),
    code: orNull(anyText),
    seq: orNull(whole(0)),
    hash: hex,
  }),
);
/** A head may have more members than these: its signature covers all of them. */
const headsShape = list(
  (head) =>
    isObject(head) &&
    dayText(head['day']) &&
    whole(0)(head['no']) &&
    hex(head['hash']) &&
    ['epoch', 'publicKey', 'signature'].every((name) => anyText(head[name])) &&
    Object.entries(head).every(([name, value]) => memberName(name) && (anyText(value) || whole(0)(value))),
);
const registerShape = object({
  version: one(1),
  draws: list(
    object({
      drawId: code,
      applyNo: code,
      round: whole(1),
      outcome: one('open', 'closed', 'void'),
      hash: orNull(hex),
    }),
  ),
});
const disclosureShape = object({
  drawId: code,
  openings: list(object({ id: hex, expertNo: anyText, name: anyText, salt: hex })),
});

// ── Hashes ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** RFC 8785 for what the shapes let through: whole numbers, texts, flags, null, lists, objects. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
  return `{${members.join(',')}}`;
}
const sha256 = (bytes: string): string => createHash('sha256').update(bytes, 'utf8').digest('hex');
const hashOf = (value: unknown): string => sha256(canonical(value));
const labelled = (label: string, value: unknown): string => hashOf([`zhengcai-draw/1 ${label}`, value]);

// ── The draw ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

type Candidate = { readonly id: string; readonly lines: readonly number[] };
const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

function candidates({ pool, commit }: Transcript): Candidate[] {
  const excluded = new Set(commit.exclusions.map(({ id }) => id));
  const found = pool.map((entry) => ({
    id: entry.id,
    lines: commit.lines.flatMap((line, index) => {
      const fits =
        line.specialities.some((each) => entry.specialities.includes(each)) &&
        (line.regions.length === 0 || line.regions.some((each) => entry.regions.includes(each))) &&
        entry.level >= line.level;
      return fits ? [index + 1] : [];
    }),
  }));
  return found.filter(({ id, lines }) => lines.length > 0 && !excluded.has(id));
}

function orderOf(people: readonly Candidate[], seed: string): Candidate[] {
  const order = [...people];
  let words: number[] = [];
  let block = 0;
  const below = (n: number): number => {
    for (;;) {
      if (words.length === 0) {
        const digits = labelled('block', [seed, block++]);
        words = Array.from({ length: 8 }, (_, at) => Number.parseInt(digits.slice(8 * at, 8 * at + 8), 16));
      }
      const next = words.shift() ?? 0;
      if (next < 2 ** 32 - (2 ** 32 % n)) return next % n;
    }
  };
  for (let place = order.length - 1; place > 0; place--) {
    const other = below(place + 1);
    [order[place], order[other]] = [order[other] as Candidate, order[place] as Candidate];
  }
  return order;
}

/** The line of each person, or undefined where they cannot all sit. */
function seat(people: readonly Candidate[], counts: readonly number[]): Map<string, number> | undefined {
  const sitting: Candidate[][] = counts.map(() => []);
  const place = (person: Candidate, visited: Set<number>): boolean => {
    for (const line of person.lines) {
      if (visited.has(line)) continue;
      visited.add(line);
      const there = sitting[line - 1] as Candidate[];
      if (there.length < (counts[line - 1] as number)) return there.push(person) > 0;
      for (let at = 0; at < there.length; at++) {
        if (!place(there[at] as Candidate, visited)) continue;
        there[at] = person;
        return true;
      }
    }
    return false;
  };
  for (const person of people) if (!place(person, new Set())) return undefined;
  return new Map(sitting.flatMap((line, index) => line.map(({ id }) => [id, index + 1])));
}

/** Replays the events; the first that does not follow is the problem. */
function replay({ commit, events, voided }: Transcript, order: readonly Candidate[]): Problem[] {
  const counts = commit.lines.map(({ count }) => count);
  const reserveCounts = commit.lines.map(({ reserve }) => reserve);
  const asked = new Set<string>();
  const excluded = new Set<string>();
  let members: Candidate[] = [];
  let reserves: Candidate[] = [];
  let phase = 'first' as 'first' | 'closed' | 'reopened' | 'supplement';

  const fresh = () => order.filter(({ id }) => !asked.has(id) && !excluded.has(id));
  const nextCall = (): { person: Candidate; as: string } | undefined => {
    if (members.length < total(counts)) {
      const anew = phase === 'first' || phase === 'supplement' ? fresh() : [];
      const person = [...reserves, ...anew].find((each) => seat([...members, each], counts));
      if (person !== undefined) return { person, as: 'member' };
    }
    if (phase !== 'first' || reserves.length >= total(reserveCounts)) return undefined;
    const person = fresh().find((each) => seat([...reserves, each], reserveCounts));
    return person && { person, as: 'reserve' };
  };
  const seated = (people: readonly Candidate[], of: readonly number[]) => {
    const lines = seat(people, of);
    return people.map(({ id }) => ({ id, line: lines?.get(id) ?? 0 }));
  };
  const fault = (event: Event): string | undefined => {
    if (event.kind === 'reply') {
      const call = nextCall();
      if (call === undefined) return 'nobody_left';
      if (call.person.id !== event.id) return 'wrong_candidate';
      if (call.as !== event.as) return 'wrong_seat';
      reserves = reserves.filter(({ id }) => id !== event.id);
      asked.add(event.id);
      if (event.reply === 'attends') (call.as === 'member' ? members : reserves).push(call.person);
    } else if (event.kind === 'vacate') {
      if (![...members, ...reserves].some(({ id }) => id === event.id)) return 'vacate_unknown';
      members = members.filter(({ id }) => id !== event.id);
      reserves = reserves.filter(({ id }) => id !== event.id);
      if (phase === 'closed') phase = 'reopened';
    } else if (event.kind === 'supplement') {
      const out = new Set(event.exclusions.map(({ id }) => id));
      const lines = new Set(event.raise.map(({ line }) => line));
      const isOdd = out.size < event.exclusions.length || lines.size < event.raise.length;
      if (isOdd || phase === 'first' || phase === 'supplement') return 'supplement_invalid';
      if (members.some(({ id }) => out.has(id))) return 'supplement_invalid';
      for (const { line, count } of event.raise) {
        if (line > counts.length) return 'supplement_invalid';
        counts[line - 1] = (counts[line - 1] as number) + count;
      }
      for (const id of out) excluded.add(id);
      reserves = reserves.filter(({ id }) => !out.has(id));
      phase = 'supplement';
    } else {
      if (phase === 'closed') return 'closed_twice';
      if (nextCall() !== undefined) return 'closed_early';
      const result = { members: seated(members, counts), reserves: seated(reserves, reserveCounts) };
      const missing = counts.flatMap((count, index) => {
        const open = count - result.members.filter(({ line }) => line === index + 1).length;
        return open > 0 ? [{ line: index + 1, missing: open }] : [];
      });
      const said = { members: event.members, reserves: event.reserves, missing: event.missing };
      if (canonical({ ...result, missing }) !== canonical(said)) return 'result_differs';
      phase = 'closed';
    }
    return undefined;
  };
  for (const [at, event] of events.entries()) {
    const found = fault(event);
    if (found !== undefined) return [{ code: found, where: `events[${at}]` }];
  }
  return voided === null && phase !== 'closed' ? [{ code: 'unfinished', where: 'events' }] : [];
}

const maxStates = 5000;

function oddsOf(people: readonly Candidate[], lines: readonly Line[]): Odds | null {
  const counts = lines.map(({ count }) => count);
  const kinds: { lines: readonly number[]; size: number }[] = [];
  for (const person of people) {
    const same = kinds.find((kind) => kind.lines.join() === person.lines.join());
    if (same === undefined) kinds.push({ lines: person.lines, size: 1 });
    else same.size += 1;
  }
  const key = (each: readonly number[]) => each.map((line) => String.fromCharCode(line)).join('');
  kinds.sort((a, b) => (key(a.lines) < key(b.lines) ? -1 : 1));
  const known = new Map<string, boolean>();
  /** Asked from every state that leads to this one, computed once. */
  const sits = (taken: readonly number[]): boolean => {
    const key = taken.join();
    const answer =
      known.get(key) ??
      seat(
        kinds.flatMap((kind, at) =>
          Array.from({ length: taken[at] as number }, (_, no) => ({ id: `${at}/${no}`, ...kind })),
        ),
        counts,
      ) !== undefined;
    known.set(key, answer);
    return answer;
  };
  const more = (taken: readonly number[], at: number) =>
    taken.map((each, index) => (index === at ? each + 1 : each));
  const mean = kinds.map(() => 0);
  let entropy = 0;
  let guess = Number.POSITIVE_INFINITY;
  let states = new Map([['', { taken: kinds.map(() => 0), chance: 1 }]]);
  while (states.size > 0) {
    const next: typeof states = new Map();
    for (const { taken, chance } of states.values()) {
      const left = kinds.map(({ size }, at) => {
        const rest = size - (taken[at] as number);
        return rest > 0 && sits(more(taken, at)) ? rest : 0;
      });
      const all = total(left);
      for (const [at, rest] of left.entries()) {
        if (rest === 0) continue;
        const then = more(taken, at);
        const before = next.get(then.join())?.chance ?? 0;
        if (next.size > maxStates) return null;
        next.set(then.join(), { taken: then, chance: before + (chance * rest) / all });
      }
      if (all > 0) continue;
      let bits = -Math.log2(chance);
      for (const [at, { size }] of kinds.entries()) {
        const some = taken[at] as number;
        for (let k = 0; k < some; k++) bits += Math.log2((size - k) / (k + 1));
        mean[at] = (mean[at] as number) + chance * some;
      }
      entropy += chance * bits;
      guess = Math.min(guess, bits);
    }
    if (next.size > maxStates) return null;
    states = next;
  }
  const ppm = (at: number, size: number) => Math.min(1e6, Math.round((1e6 * (mean[at] as number)) / size));
  return {
    kinds: kinds.map(({ lines: of, size }, at) => ({ lines: [...of], candidates: size, ppm: ppm(at, size) })),
    entropy: Math.max(0, Math.round(1000 * entropy)),
    guess: Math.max(0, Math.round(1000 * guess)),
  };
}

/** Computed with fractions, so the last digit may differ. */
function sameOdds(a: Odds | null, b: Odds | null): boolean {
  if (a === null || b === null) return a === b;
  const near = (x: number, y: number) => Math.abs(x - y) <= 1;
  return (
    near(a.entropy, b.entropy) &&
    near(a.guess, b.guess) &&
    a.kinds.length === b.kinds.length &&
    a.kinds.every((kind, at) => {
      const other = b.kinds[at] as Odds['kinds'][number];
      return (
        kind.lines.join() === other.lines.join() &&
        kind.candidates === other.candidates &&
        near(kind.ppm, other.ppm)
      );
    })
  );
}

// ── What is checked ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

export function verifyDraw(evidence: Evidence): readonly Problem[] {
  const { disclosure = null, keys = null } = evidence;
  const shapes: [string, Shape][] = [
    ['transcript', transcriptShape],
    ['chain', chainShape],
    ['heads', headsShape],
    ['register', registerShape],
  ];
  const malformed = shapes.flatMap(([name, shape]) =>
    shape(evidence[name as keyof Evidence]) ? [] : [{ code: 'malformed', where: name }],
  );
  if (!orNull(disclosureShape)(disclosure)) malformed.push({ code: 'malformed', where: 'disclosure' });
  if (malformed.length > 0) return malformed;
  const transcript = evidence.transcript as Transcript;
  const chain = evidence.chain as Link[];
  const heads = evidence.heads as Head[];
  const rows = (evidence.register as { draws: Row[] }).draws;
  const parties = checkParties(transcript);
  return [
    ...checkPool(transcript),
    ...checkHeads(transcript, heads, keys),
    ...checkChain(transcript, chain, heads),
    ...checkSteps(transcript, chain),
    ...parties.problems,
    ...(parties.seed === undefined ? [] : replay(transcript, orderOf(candidates(transcript), parties.seed))),
    ...checkRegister(transcript, chain, rows),
    ...checkDisclosure(transcript, disclosure as { drawId: string; openings: Opening[] } | null),
  ];
}

/** Collects what does not hold. */
function problems(...checks: readonly (readonly [holds: boolean, code: string, where: string])[]): Problem[] {
  return checks.flatMap(([holds, found, where]) => (holds ? [] : [{ code: found, where }]));
}

function ascending(ids: readonly { id: string }[]): boolean {
  return ids.every(({ id }, at) => at === 0 || (ids[at - 1] as { id: string }).id < id);
}

function checkPool(transcript: Transcript): Problem[] {
  const { commit, pool, events } = transcript;
  const ids = new Set(pool.map(({ id }) => id));
  const later = events.flatMap((event) => (event.kind === 'supplement' ? event.exclusions : []));
  const known = [...commit.exclusions, ...later].every(({ id }) => ids.has(id));
  return problems(
    [ascending(pool), 'pool_unsorted', 'pool'],
    [commit.pool.count === pool.length, 'pool_count_differs', 'commit.pool.count'],
    [commit.pool.root === labelled('pool', pool), 'pool_root_differs', 'commit.pool.root'],
    [ascending(commit.exclusions), 'exclusions_unsorted', 'commit.exclusions'],
    [known, 'exclusion_unknown', 'exclusions'],
    [sameOdds(commit.odds, oddsOf(candidates(transcript), commit.lines)), 'odds_differ', 'commit.odds'],
  );
}

/** Undefined for what no encoder writes: Node by itself would read over it. */
function bytesOf(base64: string): Buffer | undefined {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.toString('base64') === base64 ? bytes : undefined;
}

function isSigned({ signature, ...signed }: Head): boolean {
  const der = bytesOf(signed.publicKey);
  const bytes = bytesOf(signature);
  if (der === undefined || bytes === undefined) return false;
  try {
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    if (key.asymmetricKeyType !== 'ed25519') return false;
    return verify(null, Buffer.from(canonical(signed)), key, bytes);
  } catch {
    return false;
  }
}

/** A head of this day and chain; heads of before a restore (another epoch) say nothing about it. */
function baseHead({ commit }: Transcript, heads: readonly Head[]): Head | undefined {
  const ofDay = heads.filter(({ day }) => day === commit.head.day);
  return ofDay.find(({ hash }) => hash === commit.head.hash) ?? ofDay[0];
}

const dayMs = 86_400_000;

function checkHeads(
  transcript: Transcript,
  heads: readonly Head[],
  keys: readonly string[] | null,
): Problem[] {
  const { commit } = transcript;
  const yesterday = new Date(commit.at + dayMs / 3 - dayMs).toISOString().slice(0, 10);
  const base = baseHead(transcript, heads);
  const signed = heads.flatMap((head) =>
    problems(
      [isSigned(head), 'head_not_signed', head.day],
      [keys === null || keys.includes(head.publicKey), 'head_key_unknown', head.day],
      [
        heads.every(
          (other) =>
            other.day !== head.day || other.epoch !== head.epoch || canonical(other) === canonical(head),
        ),
        'heads_contradict',
        head.day,
      ],
    ),
  );
  if (base === undefined) return [...signed, { code: 'head_missing', where: commit.head.day }];
  return [
    ...signed,
    ...problems(
      [base.no === commit.head.no && base.hash === commit.head.hash, 'head_differs', base.day],
      [base.day === yesterday, 'head_not_yesterday', base.day],
      [base.poolRoot === commit.pool.root, 'pool_root_not_published', base.day],
    ),
  ];
}

function linkHash(before: string, { no, seq, hash: _, ...content }: Link): string {
  return sha256(`${before}\n${no}\n${seq ?? '-'}\n${hashOf(content)}`);
}

function checkChain(transcript: Transcript, chain: readonly Link[], heads: readonly Head[]): Problem[] {
  const { head } = transcript.commit;
  const epoch = baseHead(transcript, heads)?.epoch;
  const found: Problem[] = [];
  let { no, hash } = head;
  const [first] = chain;
  if (first?.no !== no + 1) found.push({ code: 'chain_not_anchored', where: `no ${first?.no ?? '-'}` });
  no = (first?.no ?? 1) - 1;
  const hashes = new Map([[no, hash]]);
  for (const link of chain) {
    found.push(
      ...problems(
        [link.no === no + 1, 'chain_gap', `no ${link.no}`],
        [linkHash(hash, link) === link.hash, 'chain_broken', `no ${link.no}`],
      ),
    );
    ({ no, hash } = link);
    hashes.set(no, hash);
  }
  const of = heads.filter((each) => each.epoch === epoch);
  for (const each of of) {
    const there = hashes.get(each.no);
    if (there !== undefined && there !== each.hash)
      found.push({ code: 'chain_head_differs', where: each.day });
  }
  const isClosed = of.some((each) => each.no === no && chain.length > 0);
  return [...found, ...problems([isClosed, 'chain_not_closed', `no ${no}`])];
}

type Step = { action: string; at: number; inputHash: string; by: string | null };

function stepsOf(transcript: Transcript): Step[] {
  const { commit, operators, physical, reveals, events, voided } = transcript;
  const { drawId } = commit;
  const step = (action: string, at: number, input: unknown, by: string | null = null): Step => ({
    action: `draw.${action}`,
    at,
    inputHash: hashOf(input),
    by,
  });
  const owner = ({ party, by }: Transcript['reveals'][number]) =>
    by === 'owner' && party !== 'server' ? party : null;
  return [
    step('commit', commit.at, commit),
    ...operators.map((each) => step('operator-commit', each.at, { drawId, ...each }, each.operator)),
    ...(physical === null ? [] : [step('physical-seed', physical.at, { drawId, ...physical })]),
    ...reveals.map((each) => step('reveal', each.at, { drawId, ...each }, owner(each))),
    ...events.map((event, n) =>
      event.kind === 'close'
        ? step('close', event.at, { ...transcript, events: events.slice(0, n + 1), voided: null })
        : step('event', event.at, { drawId, n, event }),
    ),
    ...(voided === null ? [] : [step('void', voided.at, transcript)]),
  ];
}

/** Step by step, as many here as there: so nothing was left out, put in, or told in another order. */
function checkSteps(transcript: Transcript, chain: readonly Link[]): Problem[] {
  const { drawId } = transcript.commit;
  const links = chain.filter(
    ({ commandId, outcome, action }) =>
      commandId === drawId && outcome === 'applied' && action.startsWith('draw.'),
  );
  const steps = stepsOf(transcript);
  const found = steps.flatMap((step, at) => {
    const link = links[at];
    const where = `step ${at + 1}, ${step.action}`;
    if (link === undefined) return [{ code: 'step_missing', where }];
    return problems(
      [link.action === step.action && link.inputHash === step.inputHash, 'step_differs', where],
      [link.at === step.at, 'time_differs', where],
      [step.by === null || step.by === link.accountId, 'step_by_another', where],
    );
  });
  const more = links.slice(steps.length).map(({ no }) => ({ code: 'step_unknown', where: `no ${no}` }));
  return [...found, ...more];
}

function checkParties({ commit, operators, physical, reveals, events, voided }: Transcript): {
  problems: Problem[];
  seed: string | undefined;
} {
  const names = operators.map(({ operator }) => operator);
  const isDrawn = events.length > 0 || voided === null;
  const isRevealed = reveals.length > 0 || isDrawn;
  // A seed that is not announced may not go in; an announced one may be missing only where nothing was revealed yet.
  const isPhysical = physical !== null;
  const fitsSeed = isPhysical === commit.physical || (!isPhysical && !isRevealed);
  const found = problems(
    [!isRevealed || names.length === 2, 'operators_missing', 'operators'],
    [new Set(['server', ...names]).size === names.length + 1, 'operators_same', 'operators'],
    [fitsSeed, 'physical_differs', 'physical'],
  );
  for (const { party, secret } of reveals) {
    const committed =
      party === 'server'
        ? commit.serverCommitment
        : operators.find(({ operator }) => operator === party)?.commitment;
    const computed =
      party === 'server'
        ? labelled('server-secret', [commit.drawId, secret])
        : labelled('operator-secret', [commit.drawId, party, secret]);
    if (committed === undefined || reveals.filter((each) => each.party === party).length > 1) {
      found.push({ code: 'reveal_unknown', where: party });
    } else if (committed !== computed) found.push({ code: 'secret_differs', where: party });
  }
  const secrets = ['server', ...names].map((name) => reveals.find(({ party }) => party === name)?.secret);
  const isWhole = secrets.length === 3 && secrets.every((secret) => secret !== undefined);
  if (isDrawn && !isWhole) found.push({ code: 'reveal_missing', where: 'reveals' });
  if (found.length > 0 || !isWhole) return { problems: found, seed: undefined };
  return { problems: [], seed: labelled('seed', [hashOf(commit), ...secrets, physical?.text ?? null]) };
}

function checkRegister(transcript: Transcript, chain: readonly Link[], rows: readonly Row[]): Problem[] {
  const { commit, events, voided } = transcript;
  const ids = new Set(rows.map(({ drawId }) => drawId));
  const begun = chain.filter(({ action, outcome }) => action === 'draw.commit' && outcome === 'applied');
  const drawn = new Set([commit.drawId, ...begun.map(({ commandId }) => commandId ?? '-')]);
  const found = [...drawn].flatMap((id) => problems([ids.has(id), 'unregistered_draw', id]));

  const last = events.findLastIndex(({ kind }) => kind === 'close');
  const closed = last < 0 ? null : hashOf({ ...transcript, events: events.slice(0, last + 1), voided: null });
  const row = {
    drawId: commit.drawId,
    applyNo: commit.applyNo,
    round: commit.round,
    outcome: voided !== null ? 'void' : closed !== null ? 'closed' : 'open',
    hash: voided !== null ? hashOf(transcript) : closed,
  };
  const own = rows.filter(({ drawId }) => drawId === commit.drawId);
  const isSame = own.length === 1 && canonical(own[0]) === canonical(row);
  const rounds = rows.filter(({ applyNo }) => applyNo === commit.applyNo).sort((a, b) => a.round - b.round);
  const before = rounds.find(({ round }) => round === commit.round - 1);
  const previous = before === undefined ? null : { drawId: before.drawId, hash: before.hash };
  return [
    ...found,
    ...problems(
      [own.length === 0 || isSame, 'register_differs', commit.drawId],
      [rounds.every(({ round }, at) => round === at + 1), 'round_missing', commit.applyNo],
      [canonical(previous) === canonical(commit.previous), 'previous_differs', 'commit.previous'],
      [rounds.slice(0, -1).every(({ outcome }) => outcome === 'void'), 'not_voided', commit.applyNo],
    ),
  ];
}

function checkDisclosure(
  { commit, events }: Transcript,
  disclosure: { drawId: string; openings: Opening[] } | null,
): Problem[] {
  if (disclosure === null) return [];
  const close = events.findLast((event) => event.kind === 'close');
  const members = close?.members.map(({ id }) => id) ?? [];
  const opened = disclosure.openings.map(({ id }) => id);
  const wrong = disclosure.openings.filter(
    ({ id, salt, expertNo, name }) => id !== labelled('expert', [salt, expertNo, name]),
  );
  const isWhole =
    disclosure.drawId === commit.drawId &&
    opened.length === members.length &&
    members.every((id) => opened.includes(id));
  return problems(
    [wrong.length === 0, 'opening_differs', wrong[0]?.id ?? ''],
    [isWhole, 'openings_not_members', 'disclosure'],
  );
}

// ── The program ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** 0: everything holds; 1: problems, one a line; 2: it could not be run. */
function main(args: readonly string[]): number {
  const keys: string[] = [];
  const files: string[] = [];
  for (let at = 0; at < args.length; at++) {
    if (args[at] === '--key') keys.push(args[++at] ?? '');
    else files.push(args[at] as string);
  }
  if (files.length < 4 || files.length > 5) {
    process.stderr.write('verify-draw TRANSCRIPT CHAIN HEADS REGISTER [DISCLOSURE] [--key BASE64]…\n');
    return 2;
  }
  let read: unknown[];
  try {
    read = files.map((file) => JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  const [transcript, chain, heads, register, disclosure = null] = read;
  if (keys.length === 0) process.stderr.write('no --key: whoever signed the heads is believed\n');
  const evidence = { transcript, chain, heads, register, disclosure, keys: keys.length > 0 ? keys : null };
  const found = verifyDraw(evidence);
  for (const problem of found) process.stdout.write(`${problem.code} ${problem.where}\n`);
  if (found.length === 0) process.stdout.write('verified\n');
  return found.length === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
