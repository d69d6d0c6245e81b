// What there is before a command of the matrix runs, and what it asks for. One scene serves every role and relation; for `missing` the
// runner leaves out what is stored.
import { randomOf } from '#demo/data/random.ts';
import { demoCalendar, demoNumberPatterns } from '#demo/data/set-up.ts';
import { makeUscc } from '#demo/data/uscc.ts';
import type { Role } from '#shared/domain/actor.ts';
import {
  type Account,
  accounts,
  type Organisation,
  organisations,
  type Platform,
  platforms,
} from '#shared/domain/admin/model.ts';
import { changedSections } from '#shared/domain/plans/method-change.ts';
import type { Plan, PlanStatus } from '#shared/domain/plans/model.ts';
import type { Project, Section } from '#shared/domain/projects/model.ts';
import { succeededBy } from '#shared/domain/projects/succession.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import {
  actingAccounts,
  actorOf,
  type Circumstances,
  circumstances,
  idOf,
  matrixClock,
  type Relation,
} from './cast.ts';
import { filedRows, planRow, type Stored, sectionContent, sectionRow, stored } from './records.ts';

export type Cell = { readonly command: string; readonly role: Role; readonly relation: Relation };
export type Prepared = { readonly stored: readonly Stored[]; readonly input: unknown };
export type Scene = (cell: Cell) => Prepared;

export const labelOf = ({ command, role, relation }: Cell): string => `${command}/${role}/${relation}`;

const around = (cell: Cell): Circumstances => circumstances(cell.role, cell.relation);

const filedStatuses: readonly PlanStatus[] = ['filed', 'pushed', 'sections_received'];

export function planIn(status: PlanStatus, input: (plan: Plan) => unknown): Scene {
  return (cell) => {
    if (filedStatuses.includes(status)) {
      const { plan, all } = filedRows(labelOf(cell), status, around(cell));
      return { stored: all, input: input(plan) };
    }
    const plan = planRow(labelOf(cell), status, around(cell));
    return { stored: [stored.plan(plan)], input: input(plan) };
  };
}

export const newPlan: Scene = (cell) => {
  const plan = planRow(labelOf(cell), 'draft', around(cell));
  return { stored: [stored.plan(plan)], input: { id: plan.id, content: plan.content } };
};

export function projectWaiting(input: (project: Project, clock: number) => unknown): Scene {
  return (cell) => {
    const { project, all } = filedRows(labelOf(cell), 'pushed', around(cell));
    return { stored: all, input: input(project, matrixClock) };
  };
}

/** A section of a project in execution has failed, and may be bought by another method. */
export const sectionFailed: Scene = (cell) => {
  const { plan, project } = filedRows(labelOf(cell), 'sections_received', around(cell));
  const section: Section = {
    ...sectionRow(project, `lot-${idOf(`lot/${labelOf(cell)}`)}`),
    status: 'failed',
  };
  const method = project.method === 'INQUIRY' ? 'SINGLE_SOURCE' : 'INQUIRY';
  return {
    stored: [stored.plan(plan), stored.project(project), stored.section(section)],
    input: { id: idOf(`change/${labelOf(cell)}`), projectId: project.id, sectionIds: [section.id], method },
  };
};

/** A plan that changes the method of such a section has been sent back by 采购办. */
export function changeReturned(input: (id: string) => unknown): Scene {
  return (cell) => {
    const { plan, project } = filedRows(labelOf(cell), 'sections_received', around(cell));
    const failed = sectionRow(project, `lot-${idOf(`lot/${labelOf(cell)}`)}`);
    const returned = planRow(`change/${labelOf(cell)}`, 'returned', around(cell));
    const before = { plan, sections: [failed], events: [], policies: [], today: toPlainDate(matrixClock) };
    const change: Plan = {
      ...returned,
      leftUnit: true,
      predecessor: {
        ...{ planId: plan.id, planNo: project.planNo, projectId: project.id, projectNo: project.projectNo },
        ...{ method: project.method, category: project.category, available: failed.budget },
        ...{ budgetAmount: project.budgetAmount, platformId: project.platformId },
        sections: [...changedSections(before, [failed])],
      },
    };
    const section: Section = succeededBy({ ...failed, status: 'failed' }, change.id, matrixClock);
    return {
      stored: [stored.plan(plan), stored.project(project), stored.section(section), stored.plan(change)],
      input: input(change.id),
    };
  };
}

type Message = {
  readonly planId: string;
  /** For a section that is new. */
  readonly id: string;
  readonly arrival: {
    readonly lotUid: string;
    readonly version: number;
    readonly pushedAt: number;
    readonly content: typeof sectionContent;
  };
};

export function sectionMessage(status: PlanStatus, input: (message: Message) => unknown): Scene {
  return (cell) => {
    const { plan, lotUid, all } = filedRows(labelOf(cell), status, around(cell));
    const version = status === 'sections_received' ? 2 : 1;
    const arrival = { lotUid, version, pushedAt: matrixClock, content: sectionContent };
    return {
      stored: all,
      input: input({ planId: plan.id, id: idOf(`arrival/${labelOf(cell)}`), arrival }),
    };
  };
}

function organisationRow(cell: Cell): Organisation {
  const random = randomOf(`access/organisation/${labelOf(cell)}`);
  const { row } = around(cell).unit;
  return { ...row, id: random.uuid(matrixClock), uscc: makeUscc('11', row.regionCode, random) };
}

export const organisationToSave: Scene = (cell) => {
  const row = organisationRow(cell);
  return {
    stored: [{ entity: organisations.name, row }],
    input: { organisation: { ...row, contact: '示例联系人' } },
  };
};

/** In the `own` relation the actor's own account, else a colleague's of the unit in question. */
function accountRow(cell: Cell): Account {
  const actor = actorOf(cell.role);
  if (cell.relation === 'own' && actor.role !== 'trading_platform' && actor.role !== 'system') {
    return actingAccounts[actor.role];
  }
  const id = idOf(`account/${labelOf(cell)}`);
  return {
    id,
    username: `m${id.slice(-12)}`,
    name: '示例',
    role: 'purchaser_clerk',
    organisationId: around(cell).unit.row.id,
    regionCodes: [],
    phone: '',
    active: true,
  };
}

export const accountToSave: Scene = (cell) => {
  const row = accountRow(cell);
  return { stored: [{ entity: accounts.name, row }], input: { account: { ...row, phone: '0374-0000000' } } };
};

export const accountToDisable: Scene = (cell) => {
  const row = accountRow(cell);
  return { stored: [{ entity: accounts.name, row }], input: { id: row.id } };
};

/** Settings, holidays and patterns belong to nobody: only the role counts. */
export const settingToSet: Scene = () => ({
  stored: [],
  input: { key: 'plans.intentionDays', value: 30 },
});

export const holidaysToPublish: Scene = () => {
  const [year] = demoCalendar;
  return { stored: [], input: { calendar: year?.calendar, source: '示例' } };
};

export const patternToSet: Scene = () => {
  const [pattern] = demoNumberPatterns;
  return { stored: [], input: { id: pattern?.id, pattern: pattern?.pattern } };
};

const publicKey = `MCowBQYDK2VwAyEA${'A'.repeat(43)}=`;

export function platformIn(input: (platform: Omit<Platform, 'publicKeys'>) => unknown): Scene {
  return (cell) => {
    const platform = {
      id: `p-${idOf(`platform/${labelOf(cell)}`)}`,
      name: '示例交易中心',
      regionCode: around(cell).unit.region.code,
      inboxUrl: 'http://127.0.0.1:1/exchange/inbox',
      active: true,
    };
    const row: Platform = { ...platform, publicKeys: [{ keyId: 'first', publicKey, retired: false }] };
    return { stored: [{ entity: platforms.name, row }], input: input(platform) };
  };
}

export const keyToAdd: Scene = platformIn(({ id }) => ({ platformId: id, keyId: 'second', publicKey }));
