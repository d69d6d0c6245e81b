// Who takes part in a file: its city, the clerk at the desk of the unit, and a second desk at which the others sit one after another.
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Role } from '#shared/domain/actor.ts';
import { type Frame, frameOf } from '../pages/frame.ts';
import { type City, type Desk, openCity } from './city.ts';

export type Stage = {
  readonly city: City;
  readonly clerk: Desk;
  readonly other: Desk;
};
export type Alone = Omit<Stage, 'other'>;

export const frames = ({ clerk, other }: Stage): { readonly atDesk: Frame; readonly atOther: Frame } => ({
  atDesk: frameOf(clerk.page),
  atOther: frameOf(other.page),
});

/** For the whole file; ended with it, and what a failure looked like is kept. */
export function cityOfFile(): () => City {
  let city: City | undefined;
  const opened = () => {
    if (city === undefined) throw new Error('the city is not open yet');
    return city;
  };
  beforeAll(async () => {
    city = await openCity();
  });
  afterAll(() => city?.close());
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    process.stderr.write(`screenshots and logs: ${await opened().keepEvidence(task.name)}\n`);
  });
  return opened;
}

/** The clerk has signed in. */
export function clerkAlone(): () => Alone {
  const city = cityOfFile();
  let clerk: Desk | undefined;
  beforeAll(async () => {
    clerk = await seated(city(), 'clerk', 'purchaser_clerk');
  });
  return () => ({ city: city(), clerk: present(clerk) });
}

/** The clerk has signed in, and somebody else at the other desk. */
export function clerkAnd(role: Role): () => Stage {
  const city = cityOfFile();
  let desks: readonly Desk[] = [];
  beforeAll(async () => {
    desks = await Promise.all([seated(city(), 'clerk', 'purchaser_clerk'), seated(city(), 'other', role)]);
  });
  return () => ({ city: city(), clerk: present(desks[0]), other: present(desks[1]) });
}

async function seated(city: City, name: string, role: Role): Promise<Desk> {
  const desk = await city.openDesk(name);
  await frameOf(desk.page).signIn(role);
  return desk;
}

function present(desk: Desk | undefined): Desk {
  if (desk === undefined) throw new Error('the desk is not open yet');
  return desk;
}
