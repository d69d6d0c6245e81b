// An announced section and its events for the cells of the matrix. The agency's cells are about what the agency has written down, all others about what
// the unit has.
import type { SectionEvent } from '#shared/domain/projects/events/model.ts';
import { sectionEventSchema, sectionEvents } from '#shared/domain/projects/events/model.ts';
import type { Section } from '#shared/domain/projects/model.ts';
import { circumstances, idOf, matrixClock } from './cast.ts';
import { filedRows, type Stored, sectionRow, stored } from './records.ts';
import { type Cell, labelOf, type Scene } from './scenes.ts';

const hour = 3_600_000;

export function announced(cell: Cell): { readonly section: Section; readonly all: readonly Stored[] } {
  const { project, lotUid, all } = filedRows(
    labelOf(cell),
    'sections_received',
    circumstances(cell.role, cell.relation),
  );
  const schedule = {
    announcementId: idOf(`notice/${labelOf(cell)}`),
    round: 1,
    publishedOn: '2026-02-02',
    documentsFrom: null,
    documentsUntil: null,
    deadline: '2026-02-25T09:00',
    opening: '2026-02-25T09:00',
  };
  const section: Section = { ...sectionRow(project, lotUid), status: 'announced', schedule };
  const others = all.filter(({ row }) => row.id !== section.id);
  return { section, all: [...others, stored.section(section)] };
}

export function eventRow(cell: Cell): SectionEvent {
  return eventOf(cell, announced(cell).section);
}

function eventOf(cell: Cell, section: Section): SectionEvent {
  const { author } = circumstances(cell.role, cell.relation);
  const { id: sectionId, projectId, purchaserId, purchaserName, agencyId, regionCode, schedule } = section;
  const at = matrixClock - 2 * hour;
  return sectionEventSchema.parse({
    ...{ sectionId, projectId, purchaserId, purchaserName, agencyId, regionCode },
    id: idOf(`event/${labelOf(cell)}`),
    noticeId: schedule?.announcementId ?? null,
    round: 1,
    kind: 'opening',
    at,
    source: cell.role === 'agency' ? 'agency' : 'purchaser',
    note: '',
    file: null,
    details: null,
    acknowledgedWarnings: [],
    recordedAt: at,
    platformVersion: null,
    pushedAt: null,
    withdrawal: null,
    history: [
      { action: 'sectionEvents.record', by: author, name: '示例', role: 'purchaser_clerk', at, note: '' },
    ],
  } satisfies SectionEvent);
}

export const eventToRecord: Scene = (cell) => {
  const { section, all } = announced(cell);
  const input = {
    id: idOf(`new event/${labelOf(cell)}`),
    sectionId: section.id,
    noticeId: section.schedule?.announcementId,
    kind: 'bond_received',
    at: matrixClock - hour,
  };
  return { stored: all, input };
};

export const eventToWithdraw: Scene = (cell) => {
  const { section, all } = announced(cell);
  const event = eventOf(cell, section);
  return {
    stored: [...all, { entity: sectionEvents.name, row: event }],
    input: { id: event.id, reason: '示例原因' },
  };
};

/** What the centre tells of the section. */
function eventMessage(more: object): Scene {
  return (cell) => {
    const { section, all } = announced(cell);
    const id = idOf(`told/${labelOf(cell)}`);
    return {
      stored: all,
      input: { id, lotUid: section.lotUid, version: 1, pushedAt: matrixClock, ...more },
    };
  };
}

export const openingTold: Scene = eventMessage({ openedAt: matrixClock, bidders: [] });
export const evaluationTold: Scene = eventMessage({
  startedId: idOf('told/started'),
  startedAt: matrixClock,
  endedAt: matrixClock,
  reportSha256: 'ab'.repeat(32),
  outcome: { result: 'failed', reasonCode: 'SUPPLIERS_LT_3', reason: '示例原因' },
  ranking: [],
  rejected: [],
});
