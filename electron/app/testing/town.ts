// The people and organisations of the tests: a unit with clerk and reviewer, the office, and a server that knows them.

import type { Actor, HumanRole } from '#shared/domain/actor.ts';
import type { Organisation } from '#shared/domain/admin/model.ts';
import { accounts, organisations, platforms } from '#shared/domain/admin/model.ts';
import type { Command } from '#shared/domain/command.ts';
import type { Plan, PlanContent } from '#shared/domain/plans/model.ts';
import type { Id } from '#shared/kernel/ids.ts';
import {
  exampleAgency,
  exampleContent,
  examplePlatform,
  examplePurchaser,
} from '#shared/rules/plan-example.ts';
import { FakeServer } from './fake-server.ts';
import { TestClock } from './test-desk.ts';

/** A well-formed id from a number. */
export function idOf(number: number): Id {
  return `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

export const office: Organisation = {
  ...examplePurchaser,
  id: idOf(9001),
  kind: 'office',
  name: 'Office',
  uscc: '91110000802100433B',
};

export function actorOf(
  role: HumanRole,
  organisation: Organisation,
  no: number,
  regionCodes: readonly string[] = [],
): Actor {
  return {
    accountId: idOf(8000 + no),
    name: `${role} ${no}`,
    role,
    organisationId: organisation.id,
    regionCodes,
    platformId: null,
  };
}

export const clerk = actorOf('purchaser_clerk', examplePurchaser, 1);
export const colleague = actorOf('purchaser_clerk', examplePurchaser, 2);
export const reviewer = actorOf('purchaser_reviewer', examplePurchaser, 3);
export const officer = actorOf('procurement_office', office, 4, [examplePurchaser.regionCode]);

/** `known`: which commands the server has, where it is of another version. */
export function aTown(known?: ReadonlyMap<string, Command>): {
  readonly server: FakeServer;
  readonly clock: TestClock;
} {
  const clock = new TestClock();
  const server = new FakeServer(clock.now, known);
  server.put(organisations, examplePurchaser, exampleAgency, office);
  server.put(platforms, examplePlatform);
  for (const [username, actor] of Object.entries({ clerk, colleague, reviewer, officer })) {
    server.addPerson(username, `password of ${username}`, actor);
    if (actor.role === 'trading_platform' || actor.role === 'system') continue;
    server.put(accounts, {
      id: actor.accountId,
      username,
      name: actor.name,
      role: actor.role,
      organisationId: actor.organisationId,
      regionCodes: [...actor.regionCodes],
      phone: '',
      active: true,
    });
  }
  return { server, clock };
}

export function contentNamed(projectName: string, over: Partial<PlanContent> = {}): PlanContent {
  return { ...exampleContent, projectName, ...over };
}

/** Input of plans.create. */
export function aNewPlan(
  no: number,
  projectName = `Plan ${no}`,
): { readonly id: Id; readonly content: PlanContent } {
  return { id: idOf(no), content: contentNamed(projectName) };
}

/** A plan of the example unit as the server would have it. */
export function planOf(no: number, over: Partial<Plan> = {}): Plan {
  return {
    id: idOf(no),
    status: 'draft',
    purchaserId: examplePurchaser.id,
    purchaserName: examplePurchaser.name,
    purchaserUscc: examplePurchaser.uscc,
    planNo: null,
    projectId: null,
    filingRound: 0,
    predecessor: null,
    leftUnit: false,
    content: contentNamed(`Plan ${no}`),
    returnedContent: null,
    acknowledgedWarnings: [],
    fieldEdits: {},
    createdBy: clerk.accountId,
    submittedBy: null,
    createdAt: 1_760_000_000_000 + no,
    updatedAt: 1_760_000_000_000 + no,
    submittedAt: null,
    filedAt: null,
    history: [],
    ...over,
  };
}
