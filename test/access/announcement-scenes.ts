// Announcements in every state for the cells of the matrix, brought there by the commands themselves, by people of the cell's circumstances. The
// agency's cells are about what the agency has drafted, all others about what the unit has.
import { noticeTypeOf, typedContent } from '#demo/data/announcement-content.ts';
import { randomOf } from '#demo/data/random.ts';
import { demoPlatforms } from '#demo/data/set-up.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { organisations, platforms } from '#shared/domain/admin/model.ts';
import {
  type Announcement,
  type AnnouncementStatus,
  announcementSchema,
  announcements,
} from '#shared/domain/announcements/model.ts';
import type { Row } from '#shared/domain/entity.ts';
import { type Project, projectSchema, projects, type Section } from '#shared/domain/projects/model.ts';
import { commands } from '#shared/domain/registry.ts';
import { runInMemory } from '#test/support/run-in-memory.ts';
import { stepInput } from '#test/support/step-inputs.ts';
import { awarded, examplePaper } from './award-scenes.ts';
import {
  type Circumstances,
  circumstances,
  idOf,
  matrixClock,
  matrixToday,
  neighbourPlatform,
  world,
} from './cast.ts';
import { filedRows, type Stored, sectionRow } from './records.ts';
import { type Cell, labelOf, type Scene } from './scenes.ts';

/** `clerk`: of the unit, whoever the cell is about. */
type By = 'author' | 'clerk' | 'reviewer' | 'office';
type Taken = readonly [command: string, by: By];
const submitted: readonly Taken[] = [['announcements.submit', 'author']];
const approved: readonly Taken[] = [...submitted, ['announcements.approve', 'reviewer']];
const published: readonly Taken[] = [...approved, ['announcements.publish', 'author']];
const stepsTo: Readonly<Record<AnnouncementStatus, readonly Taken[]>> = {
  draft: [],
  review: submitted,
  returned: [...submitted, ['announcements.return', 'reviewer']],
  approved,
  published,
  withdrawn: [...published, ['announcements.withdraw', 'office']],
};

const known = demoPlatforms({ inboxUrl: 'http://127.0.0.1:1/exchange/inbox', keyId: 'k', publicKey: 'p' });
/** What the commands ask for besides the project itself. */
const around: readonly Stored[] = [
  ...world.organisations.map(({ row }) => ({ entity: organisations.name, row })),
  ...known.map((row) => ({ entity: platforms.name, row })),
  ...known.slice(0, 1).map((row) => ({ entity: platforms.name, row: { ...row, id: neighbourPlatform } })),
];

type Announced = {
  readonly announcement: Announcement;
  /** With the project, its plan and its section as they are then. */
  readonly all: readonly Stored[];
};

function announced(cell: Cell, status: AnnouncementStatus): Announced {
  return drafted(cell, beforeDraft(cell), stepsTo[status]);
}

type Draft = {
  readonly all: readonly Stored[];
  /** Of `announcements.create`. */
  readonly input: { readonly id: string };
};

function drafted(cell: Cell, { all, input }: Draft, taken: readonly Taken[]): Announced {
  const rows = carriedOut(cell, all, [
    ['announcements.create', 'author', input],
    ...taken.map(([name, by]): Deed => [name, by, stepInput(name, input.id)]),
  ]);
  const own = rows.find(({ entity, row }) => entity === announcements.name && row.id === input.id);
  return { announcement: announcementSchema.parse(own?.row), all: rows };
}

type Deed = readonly [command: string, by: By, input: unknown];

/** The rows as they are after these commands, each of which must be accepted. */
export function carriedOut(cell: Cell, all: readonly Stored[], deeds: readonly Deed[]): readonly Stored[] {
  const people = circumstances(cell.role, cell.relation);
  const rows = new Map<string, Stored>(all.map((stored) => [`${stored.entity}/${stored.row.id}`, stored]));
  for (const [name, by, input] of deeds) {
    const command = commands.get(name);
    if (command === undefined) throw new Error(`no command ${name}`);
    const result = runInMemory({
      rows: [...around, ...rows.values()],
      actor: actorBy(by, cell, people),
      command,
      input,
      commandId: idOf(`${name}/${labelOf(cell)}`),
      now: matrixClock - 3_600_000,
    });
    if (!result.ok) throw new Error(`${labelOf(cell)}: ${name} ${JSON.stringify(result.error)}`);
    for (const change of result.value) {
      if (change.op === 'put')
        rows.set(`${change.entity}/${change.row.id}`, storedRow(change.entity, change.row));
    }
  }
  return [...rows.values()];
}

const storedRow = (entity: string, row: Row): Stored => ({ entity, row });

function actorBy(by: By, { role }: Cell, { unit, agency, author }: Circumstances): Actor {
  const accountId = by === 'author' ? author : idOf(`${by} of ${unit.slug}`);
  const person = { accountId, name: '示例', regionCodes: [], platformId: null };
  if (by === 'office') {
    const regionCodes = [unit.region.code];
    return { ...person, role: 'procurement_office', organisationId: null, regionCodes };
  }
  if (by === 'reviewer') return { ...person, role: 'purchaser_reviewer', organisationId: unit.row.id };
  return role === 'agency' && by === 'author'
    ? { ...person, role, organisationId: agency.row.id }
    : { ...person, role: 'purchaser_clerk', organisationId: unit.row.id };
}

/** The project with its section, and the input of a lawful draft about it. */
function beforeDraft(cell: Cell) {
  const { plan, project, lotUid, all } = filedRows(
    labelOf(cell),
    'sections_received',
    circumstances(cell.role, cell.relation),
  );
  const type = noticeTypeOf(project.method);
  if (type === undefined) throw new Error(`no notice for ${plan.content.method}`);
  const section = sectionRow(project, lotUid);
  const content = typedContent(
    {
      type,
      from: matrixToday,
      until: matrixToday,
      sections: [section],
      target: undefined,
      idTime: matrixClock,
    },
    randomOf(`access/announcement/${labelOf(cell)}`),
  );
  const id = idOf(`announcement/${labelOf(cell)}`);
  return { all, input: { id, type, projectId: project.id, sectionIds: [section.id], content } };
}

export function announcementIn(
  status: AnnouncementStatus,
  input: (announcement: Announcement) => unknown,
): Scene {
  return (cell) => {
    const { announcement, all } = announced(cell, status);
    return { stored: all, input: input(announcement) };
  };
}

/** A result that has been confirmed, and its 结果公告, which is approved. */
export function withResultApproved(cell: Cell): Announced & { readonly section: Section } {
  const { section, all } = awarded(cell, 'confirmed');
  const id = idOf(`announcement/${labelOf(cell)}`);
  const [from, until] = [matrixToday, matrixToday];
  const category = projectIn(all).category;
  const about = { type: 'RESULT', category, from, until, sections: [section] } as const;
  const content = {
    ...typedContent(
      { ...about, target: undefined, idTime: matrixClock },
      randomOf(`access/announcement/${labelOf(cell)}`),
    ),
    ...(section.smeReserved ? { smeDeclaration: [{ ...examplePaper, id }] } : {}),
  };
  const { projectId } = section;
  const draft = { all, input: { id, type: 'RESULT', projectId, sectionIds: [section.id], content } };
  return { ...drafted(cell, draft, approved), section };
}

export function resultApproved(input: (id: string) => unknown): Scene {
  return (cell) => {
    const { announcement, all } = withResultApproved(cell);
    return { stored: all, input: input(announcement.id) };
  };
}

function projectIn(all: readonly Stored[]): Project {
  return projectSchema.parse(all.find(({ entity }) => entity === projects.name)?.row);
}

export const newAnnouncement: Scene = (cell) => {
  const { all, input } = beforeDraft(cell);
  return { stored: all, input };
};

export function announcementRow(cell: Cell, status: AnnouncementStatus): Announcement {
  return announced(cell, status).announcement;
}
