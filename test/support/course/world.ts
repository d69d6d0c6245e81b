// One section on its way, on which anything may be tried in any order. What was carried out had its gate open.
import { expect } from 'vitest';
import type { SectionStep } from '#shared/codes/section-steps.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { stepOf } from '#shared/domain/announcements/coverage.ts';
import { announcements } from '#shared/domain/announcements/model.ts';
import { awardChanges } from '#shared/domain/award-changes/model.ts';
import { gate } from '#shared/domain/projects/gates.ts';
import { type Section, sections } from '#shared/domain/projects/model.ts';
import { clerk, first, notice, projectIn, reviewer } from '#test/builders/determining.ts';
import type { Store } from '#test/builders/store.ts';
import { everyWarning } from '../step-inputs.ts';

const minute = 60_000;
/** After every day on which suppliers may object: then nothing is warned of. */
export const clock = { today: '2027-01-01', calendar: {} };

export type World = {
  readonly store: Store;
  /** How often each step was taken. */
  readonly carried: Map<SectionStep, number>;
  /** How often each command was carried out. */
  readonly done: Map<string, number>;
  /** Makes ids of their own. */
  count: number;
};
export type Deed = (world: World) => void;

export const sectionIn = (store: Store): Section => store.get(sections, first);
/** Of the course that the section is in. */
export const noticeId = (store: Store) => sectionIn(store).schedule?.announcementId ?? notice;
export const lastOf = <R>(rows: readonly R[]) => rows.at(-1);

/** The step that a command is for the section; undefined where it is none. */
function stepOfCommand(store: Store, name: string, input: { readonly id?: string }): SectionStep | undefined {
  if (name === 'awards.create') return 'determine';
  if (name === 'awardChanges.create') return 'correct_result';
  if (name === 'awardChanges.approve' && input.id !== undefined && store.has(awardChanges, input.id)) {
    const { action } = store.get(awardChanges, input.id).content;
    return action === 'correct' ? 'correct_result' : 'change_result';
  }
  if (name === 'plans.changeMethod') return 'change_method';
  if (name === 'contracts.publish') return 'sign';
  if (name === 'acceptances.conclude') return 'accept';
  if (name === 'payments.pay') return 'pay';
  if (!name.endsWith('.publish') || input.id === undefined || !store.has(announcements, input.id))
    return undefined;
  return stepOf(store.get(announcements, input.id).type);
}

/** Carries it out, or not; where it was carried out, its gate was open. */
export function attempt(world: World, actor: Actor, name: string, input: object): boolean {
  const { store } = world;
  store.now += minute;
  const step = stepOfCommand(store, name, input);
  const before = step === undefined ? undefined : gate(sectionIn(store), step, projectIn(store), clock);
  const answer = store.run(actor, name, input);
  if (!answer.ok) return false;
  world.done.set(name, (world.done.get(name) ?? 0) + 1);
  if (step !== undefined) {
    // A contract that was signed before the 质疑 was received is announced all the same (条例 art 50, 54).
    const refused = (before?.refused ?? []).filter(
      ({ kind }) => step !== 'sign' || kind !== 'held_challenge',
    );
    expect(refused, `${name} as ${step}`).toEqual([]);
    world.carried.set(step, (world.carried.get(step) ?? 0) + 1);
  }
  return true;
}

/** Drafted, reviewed and published, as far as that goes. */
export function announce(world: World, id: string, input: object, command = 'announcements.publish'): void {
  const projectId = projectIn(world.store).id;
  attempt(world, clerk, 'announcements.create', { id, projectId, sectionIds: [first], ...input });
  attempt(world, clerk, 'announcements.submit', { id, acknowledged: everyWarning });
  attempt(world, reviewer, 'announcements.approve', { id });
  attempt(world, clerk, command, { id });
}
