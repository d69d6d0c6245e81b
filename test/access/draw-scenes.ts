// Draws for the cells of the matrix, each brought to its state by the commands themselves. All are of one pool, that of the day before.

import { type ExpertApplication, expertApplications } from '#shared/domain/experts/applications/model.ts';
import { type Draw, draws } from '#shared/domain/experts/draws/model.ts';
import { courseOf } from '#shared/domain/experts/draws/progress.ts';
import { type Expert, experts, sealPerson } from '#shared/domain/experts/library/model.ts';
import { makePool } from '#shared/domain/experts/pools/make-pool.ts';
import { type Pool, poolLists, pools } from '#shared/domain/experts/pools/model.ts';
import { commands } from '#shared/domain/registry.ts';
import { nextCall } from '#shared/draw/course.ts';
import { operatorCommitment } from '#shared/draw/seed.ts';
import { toLocalTime } from '#shared/kernel/dates.ts';
import { anApplication, anExpert, testVault } from '#test/support/experts.ts';
import { runInMemory } from '#test/support/run-in-memory.ts';
import { actorOf, circumstances, idOf, matrixClock } from './cast.ts';
import { expertGround } from './expert-scenes.ts';
import type { Stored } from './records.ts';
import { type Cell, labelOf, type Scene } from './scenes.ts';

const poolDay = '2026-03-01';
const day = 86_400_000;
const { sha256 } = testVault;
/** Its review is days ahead. */
const acknowledged = ['EXPERT_EARLY'];

const drawable: readonly Expert[] = [1, 2, 3, 4, 5, 6].map((no) => {
  const id = idOf(`drawable ${no}`);
  const content = anExpert(700_000 + no);
  const person = { content, leave: [], bans: [], ratings: [], removed: null };
  const times = { createdAt: matrixClock, updatedAt: matrixClock };
  return { id, expertNo: `ZJ99000${no}`, ...sealPerson(testVault, id, person), ...times };
});
const made = makePool(testVault, poolDay, drawable);
if (made === undefined) throw new Error('nobody to draw');
const pool: Pool = {
  ...{ id: poolDay, root: made.root, count: drawable.length },
  ...{ head: { day: poolDay, no: 1, hash: 'a'.repeat(64) }, madeAt: matrixClock },
};

export const drawGround: readonly Stored[] = [
  ...drawable.map((row) => ({ entity: experts.name, row })),
  { entity: pools.name, row: pool },
  { entity: poolLists.name, row: made.list },
];

/** Days apart, so that nobody serves in one review while another is begun. */
function applicationOf(cell: Cell, days: number, status: ExpertApplication['status']): ExpertApplication {
  const label = labelOf(cell);
  const { unit } = circumstances(cell.role, cell.relation);
  const demand = { specialities: ['A0201'], legal: false, regions: [], level: 0, count: 1, reserve: 1 };
  return anApplication(idOf(`application/${label}`), {
    applyNo: `SQ-${sha256(label).slice(0, 16)}`,
    ...{ regionCode: unit.region.code, purchaserId: unit.row.id, status },
    content: { reviewAt: toLocalTime(matrixClock + days * day), demands: [demand] },
  });
}
const storedApplication = (row: ExpertApplication): Stored => ({ entity: expertApplications.name, row });

export const drawIdOf = (cell: Cell): string => idOf(`draw/${labelOf(cell)}`);
export const secretIn = (cell: Cell, operator: string): string => sha256(`${labelOf(cell)} ${operator}`);

export function commitmentIn(cell: Cell, operator: string) {
  const secret = secretIn(cell, operator);
  return {
    commitment: operatorCommitment(sha256, drawIdOf(cell), operator, secret),
    sealed: testVault.escrow?.(secret) ?? '',
  };
}

export const newDraw: Scene = (cell) => {
  const application = applicationOf(cell, 40, 'submitted');
  return {
    stored: [storedApplication(application)],
    input: {
      ...{
        id: drawIdOf(cell),
        applicationId: application.id,
        avoidPersons: [],
        physical: false,
        acknowledged,
      },
    },
  };
};

export type DrawState = 'begun' | 'committed' | 'seed_awaited' | 'calling' | 'closed';

/** The acting person is one of its operators. */
export function drawRow(cell: Cell, state: DrawState): Draw {
  const id = drawIdOf(cell);
  const application = applicationOf(cell, daysOf(state), 'submitted');
  const own = actorOf(cell.role).accountId;
  const other = idOf(`other operator/${labelOf(cell)}`);
  let draw: Draw | undefined;
  const run = (name: string, by: string, input: object) => {
    const command = commands.get(name);
    if (command === undefined) throw new Error(`no command ${name}`);
    const office = actorOf('procurement_office');
    const actor = { ...office, accountId: by, regionCodes: [application.regionCode] };
    const rows = [
      ...expertGround,
      ...drawGround,
      storedApplication(application),
      ...(draw === undefined ? [] : [{ entity: draws.name, row: draw }]),
    ];
    const result = runInMemory({
      rows,
      actor,
      command,
      input: { id, ...input },
      commandId: id,
      now: matrixClock,
    });
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`);
    for (const change of result.value) {
      if (change.op === 'put' && change.entity === draws.name) draw = draws.schema.parse(change.row);
    }
    if (draw === undefined) throw new Error('no draw');
    return draw;
  };
  const begun = run('draws.begin', other, {
    ...{ applicationId: application.id, avoidPersons: [], physical: state === 'seed_awaited', acknowledged },
  });
  if (state === 'begun') return begun;
  run('draws.commitSecret', own, commitmentIn(cell, own));
  const both = run('draws.commitSecret', other, commitmentIn(cell, other));
  if (state === 'committed' || state === 'seed_awaited') return both;
  run('draws.revealSecret', other, { secret: secretIn(cell, other) });
  const calling = run('draws.revealSecret', own, { secret: secretIn(cell, own) });
  if (state === 'calling') return calling;
  for (let now = calling; ; ) {
    const call = callIn(now);
    if (call === undefined) return now;
    now = run('draws.recordReply', own, { ...replyTo(call), reply: 'attends' });
  }
}

const daysOf = (state: DrawState) => (state === 'closed' ? 20 : 10);

function storedWith(cell: Cell, state: DrawState, row: Draw): readonly Stored[] {
  const application = applicationOf(cell, daysOf(state), state === 'closed' ? 'drawn' : 'drawing');
  return [storedApplication(application), { entity: draws.name, row }];
}

function callIn(draw: Draw) {
  const course = made === undefined ? undefined : courseOf(testVault, draw.recorded, made.list);
  return course === undefined ? undefined : nextCall(course);
}
const replyTo = ({ id: candidate, as }: { readonly id: string; readonly as: string }) => ({
  ...{ candidate, as, reply: 'declines', note: '' },
});

export function drawIn(state: DrawState, input: (draw: Draw, cell: Cell) => object = () => ({})): Scene {
  return (cell) => {
    const row = drawRow(cell, state);
    return { stored: storedWith(cell, state, row), input: { id: row.id, ...input(row, cell) } };
  };
}

export const replyNow = drawIn('calling', (draw) => {
  const call = callIn(draw);
  if (call === undefined) throw new Error('nobody is called');
  return replyTo(call);
});

export const seatLost = drawIn('closed', ({ recorded }) => {
  const close = recorded.events.findLast((event) => event.kind === 'close');
  return { member: close?.members[0]?.id, reason: 'absent' };
});

/** Its review has begun. */
export const unfinished: Scene = (cell) => {
  const row: Draw = { ...drawRow(cell, 'begun'), reviewAt: matrixClock - 1 };
  return { stored: storedWith(cell, 'begun', row), input: { id: row.id } };
};

export const poolToPublish: Scene = () => ({
  stored: [],
  input: { day: poolDay, head: { day: poolDay, no: 1, hash: 'a'.repeat(64) } },
});
