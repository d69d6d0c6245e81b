// Whole draws for the verifiers: a transcript made as a server would make it, the audit chain that it left, the public heads and the register.
import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { type Link, linkHash } from '#server/audit/chain.ts';
import { beginCourse, nextCall, resultOf, takeEvent } from '#shared/draw/course.ts';
import { prepareCommit } from '#shared/draw/prepare.ts';
import { operatorCommitment, seedOf } from '#shared/draw/seed.ts';
import { stepsOf, transcriptHash } from '#shared/draw/steps.ts';
import type { DemandLine, DrawEvent, Exclusion, Transcript } from '#shared/draw/transcript.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { addDays, type Instant, type PlainDate, toPlainDate } from '#shared/kernel/dates.ts';
import { aLibrary, type Library, numberOf, secretOf, sha256 } from './library.ts';

export type Head = {
  readonly day: PlainDate;
  readonly no: number;
  readonly hash: string;
  readonly epoch: string;
  readonly signedAt: Instant;
  readonly publicKey: string;
  readonly signature: string;
  readonly poolRoot?: string;
};
type Row = {
  readonly drawId: string;
  readonly applyNo: string;
  readonly round: number;
  readonly outcome: 'open' | 'closed' | 'void';
  readonly hash: string | null;
};
type Disclosure = {
  readonly drawId: string;
  readonly openings: readonly {
    readonly id: string;
    readonly expertNo: string;
    readonly name: string;
    readonly salt: string;
  }[];
};
export type Bundle = {
  readonly transcript: Transcript;
  readonly chain: readonly Link[];
  readonly heads: readonly Head[];
  readonly register: { readonly version: 1; readonly draws: readonly Row[] };
  readonly disclosure: Disclosure | null;
  readonly keys: readonly string[];
};

const begin = Date.UTC(2026, 10, 30, 1);
const minute = 60_000;
const epoch = '0192f0a0-0000-7000-8000-000000000001';
export const operators = ['account-1', 'account-2'] as const;

/** Keys that are the same in every run, so that vectors are. */
function keyOf(name: string): KeyObject {
  const der = Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    Buffer.from(secretOf(name), 'hex'),
  ]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}
export function publicKeyOf(name: string): string {
  return createPublicKey(keyOf(name)).export({ format: 'der', type: 'spki' }).toString('base64');
}

export function signedHead(head: Omit<Head, 'publicKey' | 'signature'>, key = 'the server'): Head {
  const unsigned = { ...head, publicKey: publicKeyOf(key) };
  return {
    ...unsigned,
    signature: sign(null, Buffer.from(canonicalJson(unsigned)), keyOf(key)).toString('base64'),
  };
}

type Reply = Extract<DrawEvent, { kind: 'reply' }>['reply'];

export type Scene = {
  readonly name: string;
  readonly experts: number;
  readonly lines: readonly DemandLine[];
  /** How many of the pool are excluded from the start. */
  readonly excluded?: number;
  /** Of ten people asked, how many do not attend. */
  readonly refusals?: number;
  readonly physical?: string;
  /** An operator whose secret is opened with the recovery key. */
  readonly absent?: string;
  /** What happens after the first close, each followed by further calls and another close. */
  readonly afterwards?: readonly ((last: Result, library: Library) => readonly Unstamped[])[];
  readonly voided?: 'after_commit' | 'after_one_operator' | 'after_two_reveals' | 'at_the_end';
  /** A void draw of the round before. */
  readonly before?: Bundle;
  readonly disclosed?: boolean;
};
type Result = ReturnType<typeof resultOf>;
type Distributive<T> = T extends unknown ? Omit<T, 'at'> : never;
type Unstamped = Distributive<DrawEvent>;

export function aDraw(scene: Scene): Bundle {
  const library = aLibrary(scene.name, scene.experts);
  const transcript = play(scene, library);
  const rows = scene.before?.register.draws ?? [];
  return sealed(transcript, rows, scene.disclosed === true ? disclosureOf(transcript, library) : null);
}

function play(scene: Scene, { pool, experts }: Library): Transcript {
  const { name, lines } = scene;
  const drawId = `draw-${sha256(name).slice(0, 12)}`;
  const before = scene.before?.transcript.commit;
  const previous = scene.before?.register.draws.at(-1);
  let now = begin;
  const at = () => {
    now += minute;
    return now;
  };
  const exclusions: Exclusion[] = pool
    .slice(0, scene.excluded ?? 0)
    .map(({ id }, no) => ({ id, reason: no % 2 === 0 ? 'leave' : 'avoided_unit' }));
  const commit = prepareCommit(
    sha256,
    {
      drawId,
      applyNo: before?.applyNo ?? `SQ-${sha256(name).slice(0, 6)}`,
      round: (before?.round ?? 0) + 1,
      previous: previous?.hash ? { drawId: previous.drawId, hash: previous.hash } : null,
      at: at(),
      head: { day: addDays(toPlainDate(begin), -1), no: 40, hash: sha256(`chain before ${name}`) },
      lines: [...lines],
      exclusions,
      physical: scene.physical !== undefined,
      serverSecret: secretOf(`${name} server`),
      serverEscrow: sha256(`${name} sealed server`),
    },
    pool,
  );
  const draft: Transcript = {
    commit,
    pool: [...pool],
    operators: [],
    physical: null,
    reveals: [],
    events: [],
    voided: null,
  };
  const voided = (made: Transcript): Transcript => ({
    ...made,
    voided: { at: at(), reason: 'operator_left' },
  });
  if (scene.voided === 'after_commit') return voided(draft);
  const committed = operators.map((operator) => ({
    operator,
    at: at(),
    commitment: operatorCommitment(sha256, drawId, operator, secretOf(`${name} ${operator}`)),
    escrow: sha256(`${name} sealed ${operator}`),
  }));
  if (scene.voided === 'after_one_operator') return voided({ ...draft, operators: committed.slice(0, 1) });
  const physical = scene.physical === undefined ? null : { at: at(), text: scene.physical };
  const reveals = [...operators, 'server'].map((party) => ({
    party,
    at: at(),
    secret: secretOf(`${name} ${party}`),
    by: party === scene.absent ? ('recovery' as const) : ('owner' as const),
  }));
  const ready = { ...draft, operators: committed, physical, reveals };
  if (scene.voided === 'after_two_reveals') return voided({ ...ready, reveals: reveals.slice(0, 2) });

  const seed = seedOf(sha256, ready);
  if (seed === undefined) throw new Error('no seed');
  let course = beginCourse(sha256, commit, pool, seed);
  const events: DrawEvent[] = [];
  const take = (event: DrawEvent) => {
    const taken = takeEvent(course, event);
    if (!taken.ok) throw new Error(`${scene.name}: ${taken.fault}`);
    course = taken.course;
    events.push(event);
  };
  const callAll = () => {
    for (let call = nextCall(course); call !== undefined; call = nextCall(course)) {
      take({ kind: 'reply', at: at(), ...call, reply: replyOf(scene, events.length) });
    }
    take({ kind: 'close', at: at(), ...resultOf(course) });
  };
  callAll();
  for (const more of scene.afterwards ?? []) {
    for (const event of more(resultOf(course), { pool, experts })) take({ ...event, at: at() });
    callAll();
  }
  const whole = { ...ready, events };
  return scene.voided === 'at_the_end' ? voided(whole) : whole;
}

function replyOf({ name, refusals = 0 }: Scene, no: number): Reply {
  if (numberOf(`${name} reply ${no}`, 10) >= refusals) return 'attends';
  return (['declines', 'unreached', 'recused'] as const)[numberOf(`${name} refusal ${no}`, 3)] ?? 'declines';
}

/**
 * Chain, heads and register as they follow from a transcript: what a server writes that is honest, or one that has made up all of it before
 * anybody could look. `poolRoot`: what was published yesterday, when it could not know of today's changes.
 */
export function sealed(
  transcript: Transcript,
  rows: readonly Row[] = [],
  disclosure: Disclosure | null = null,
  poolRoot: string = transcript.commit.pool.root,
): Bundle {
  const { commit } = transcript;
  const hash = transcriptHash(sha256, transcript);
  const row: Row = {
    drawId: commit.drawId,
    applyNo: commit.applyNo,
    round: commit.round,
    outcome: transcript.voided !== null ? 'void' : hash !== null ? 'closed' : 'open',
    hash,
  };
  const day = toPlainDate(commit.at);
  const chain = chainOf(transcript);
  const last = chain.at(-1) ?? { no: 0, hash: '' };
  const head = { epoch, signedAt: begin - 8 * 60 * minute, day: addDays(day, -1) };
  return {
    transcript,
    chain,
    heads: [
      signedHead({ ...head, day, no: last.no, hash: last.hash, signedAt: begin + 24 * 60 * minute }),
      signedHead({ ...head, ...commit.head, poolRoot }),
    ],
    register: { version: 1, draws: [...rows, row] },
    disclosure,
    keys: [publicKeyOf('the server')],
  };
}

/** Other commands stand between the steps, and one that was refused. */
function chainOf(transcript: Transcript): readonly Link[] {
  const { commit } = transcript;
  const other = { commandId: null, inputHash: sha256('other'), action: 'plans.approve', by: null };
  const steps = stepsOf(sha256, transcript).flatMap((step) => [
    { ...other, at: step.at },
    { ...step, commandId: commit.drawId },
  ]);
  return linked(commit.head, [
    ...steps.map(({ action, at, inputHash, by, commandId }, no) => ({
      at,
      accountId: by ?? 'account-9',
      role: 'supervisor',
      deskId: no % 2 === 0 ? 'desk-1' : null,
      action,
      commandId,
      inputHash,
      outcome: 'applied' as const,
      code: null,
      seq: 900 + no,
    })),
    {
      at: begin + 600 * minute,
      accountId: 'account-9',
      role: 'supervisor',
      deskId: null,
      action: 'draw.event',
      commandId: commit.drawId,
      inputHash: sha256('refused'),
      outcome: 'rejected',
      code: 'wrong_state',
      seq: null,
    },
  ]);
}

/** Numbers and hashes of links that follow on a head. */
export function linked(
  head: { readonly no: number; readonly hash: string },
  entries: readonly Omit<Link, 'no' | 'hash'>[],
): readonly Link[] {
  let { hash } = head;
  return entries.map((entry, index) => {
    const link = { ...entry, no: head.no + 1 + index };
    hash = linkHash(hash, link);
    return { ...link, hash };
  });
}

function disclosureOf({ commit, events }: Transcript, { experts }: Library): Disclosure {
  const close = events.findLast((event) => event.kind === 'close');
  return {
    drawId: commit.drawId,
    openings: (close?.members ?? []).flatMap(({ id }) => {
      const expert = experts.get(id);
      return expert === undefined ? [] : [{ id, ...expert }];
    }),
  };
}
