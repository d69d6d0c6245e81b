// What each role may see, of whose records, by record type and state: the other half of the matrix. A record type without a row fails the
// suite. Machines pull nothing; what the trading centre sees is what it is sent.
import { demoCalendar, demoNumberPatterns, demoPlatforms } from '#demo/data/set-up.ts';
import { type HumanRole, humanRoles } from '#shared/domain/actor.ts';
import type { Row } from '#shared/domain/entity.ts';
import { acceptanceRow } from './acceptance-scenes.ts';
import { announcementRow } from './announcement-scenes.ts';
import { applicationRow } from './application-scenes.ts';
import { changeRow } from './award-change-scenes.ts';
import { awardRow } from './award-scenes.ts';
import { breachRow } from './breach-scenes.ts';
import { circumstances, idOf, matrixClock, type Relation } from './cast.ts';
import { challengeRow } from './challenge-scenes.ts';
import { contractChangeRow, contractRow } from './contract-scenes.ts';
import { drawGround, drawRow } from './draw-scenes.ts';
import { eventRow } from './event-scenes.ts';
import { expertLibraryRow, expertRow } from './expert-scenes.ts';
import { paymentRow } from './payment-scenes.ts';
import { planRow, projectRow, sectionRow } from './records.ts';
import { accountToSave, type Cell, labelOf, organisationToSave } from './scenes.ts';
import { sealedNote } from './sealed-scenes.ts';
import { supplierRow } from './supplier-scenes.ts';
import { viewRow } from './view-scenes.ts';

type Seen = readonly Exclude<Relation, 'missing'>[];
export type SeenBy = { readonly [role in HumanRole]?: Seen };
export type VisibilityRow = {
  readonly entity: string;
  /** Part of the title: a record type may be seen by others in another state. */
  readonly state: string;
  /** `command` of the cell is the title, so that ids differ. */
  row(cell: Cell): Row;
  readonly seenBy: SeenBy;
};

const unit: Seen = ['own', 'same_unit'];
const region: Seen = ['own', 'same_unit', 'same_region'];
const all: Seen = ['own', 'same_unit', 'same_region', 'foreign'];
const everyone: SeenBy = {
  purchaser_clerk: all,
  purchaser_reviewer: all,
  agency: all,
  procurement_office: all,
  supervisor: all,
  administrator: all,
  auditor: all,
};
const ofUnit: SeenBy = { purchaser_clerk: unit, purchaser_reviewer: unit };
const ofOwner: SeenBy = {
  purchaser_clerk: ['own'],
  purchaser_reviewer: ['own'],
  agency: ['own'],
  procurement_office: ['own'],
  supervisor: ['own'],
  administrator: ['own'],
  auditor: ['own'],
};
const administration: SeenBy = { administrator: all, auditor: all };
/** Who sees what a person of the role shares with their colleagues, beside that person. */
const circles: Readonly<Record<HumanRole, SeenBy>> = {
  purchaser_clerk: ofUnit,
  purchaser_reviewer: ofUnit,
  agency: { agency: unit },
  procurement_office: { procurement_office: unit },
  supervisor: { supervisor: unit },
  administrator: administration,
  auditor: administration,
};
const parties: SeenBy = { ...ofUnit, agency: unit, procurement_office: region, supervisor: region };

const around = (cell: Cell) => circumstances(cell.role, cell.relation);
const filedPlan = (cell: Cell) => planRow(labelOf(cell), 'sections_received', around(cell));

function first<T>(list: readonly T[]): T {
  const [found] = list;
  if (found === undefined) throw new Error('the demo data have none of these');
  return found;
}

function stored(scene: typeof organisationToSave, cell: Cell): Row {
  return first(scene(cell).stored).row;
}

export const visibility: readonly VisibilityRow[] = [
  {
    entity: 'settings',
    state: 'any',
    row: (cell) => ({ id: `test/${idOf(labelOf(cell))}`, value: 1, updatedAt: matrixClock }),
    seenBy: everyone,
  },
  {
    entity: 'calendar_years',
    state: 'any',
    // The id is a year: there are not enough of them for every cell.
    row: () => first(demoCalendar),
    seenBy: everyone,
  },
  {
    entity: 'number_patterns',
    state: 'any',
    row: (cell) => ({ ...first(demoNumberPatterns), id: `test/${idOf(labelOf(cell))}` }),
    seenBy: everyone,
  },
  {
    entity: 'number_series',
    state: 'any',
    row: (cell) => ({ id: `test/${idOf(labelOf(cell))}`, last: 1 }),
    seenBy: {},
  },
  {
    entity: 'platforms',
    state: 'any',
    row: (cell) => ({
      ...first(demoPlatforms({ inboxUrl: 'http://127.0.0.1:1/', keyId: 'k', publicKey: 'p' })),
      id: `p-${idOf(labelOf(cell))}`,
    }),
    seenBy: everyone,
  },
  {
    entity: 'organisations',
    state: 'any',
    row: (cell) => stored(organisationToSave, cell),
    seenBy: everyone,
  },
  {
    entity: 'accounts',
    state: 'any',
    row: (cell) => stored(accountToSave, cell),
    seenBy: {
      purchaser_clerk: unit,
      purchaser_reviewer: unit,
      agency: ['own'],
      procurement_office: ['own'],
      supervisor: ['own'],
      administrator: all,
      auditor: all,
    },
  },
  {
    entity: 'plans',
    state: 'draft',
    row: (cell) => planRow(labelOf(cell), 'draft', around(cell)),
    seenBy: ofUnit,
  },
  {
    entity: 'plans',
    state: 'unit_review',
    row: (cell) => planRow(labelOf(cell), 'unit_review', around(cell)),
    seenBy: ofUnit,
  },
  {
    entity: 'plans',
    state: 'office_review',
    row: (cell) => planRow(labelOf(cell), 'office_review', around(cell)),
    seenBy: { ...ofUnit, procurement_office: region },
  },
  { entity: 'plans', state: 'filed', row: filedPlan, seenBy: parties },
  {
    entity: 'projects',
    state: 'any',
    row: (cell) => projectRow(filedPlan(cell), around(cell)),
    seenBy: parties,
  },
  {
    entity: 'sections',
    state: 'any',
    row: (cell) => sectionRow(projectRow(filedPlan(cell), around(cell)), labelOf(cell).slice(-64)),
    seenBy: parties,
  },
  { entity: 'section_events', state: 'any', row: eventRow, seenBy: parties },
  // Both sides of a project, from the first draft on; nobody above them before it is published.
  ...(['draft', 'review', 'returned', 'approved'] as const).map((state) => ({
    entity: 'announcements',
    state,
    row: (cell: Cell) => announcementRow(cell, state),
    seenBy: { ...ofUnit, agency: unit },
  })),
  ...(['published', 'withdrawn'] as const).map((state) => ({
    entity: 'announcements',
    state,
    row: (cell: Cell) => announcementRow(cell, state),
    seenBy: parties,
  })),
  {
    entity: 'challenges',
    state: 'draft',
    row: (cell) => challengeRow(cell, 'draft'),
    seenBy: { ...ofUnit, agency: unit },
  },
  ...(['open', 'replied', 'withdrawn', 'cancelled'] as const).map((state) => ({
    entity: 'challenges',
    state,
    row: (cell: Cell) => challengeRow(cell, state),
    seenBy: parties,
  })),
  // Nobody outside hears of a result before it is determined.
  ...(['draft', 'review', 'returned'] as const).map((state) => ({
    entity: 'awards',
    state,
    row: (cell: Cell) => awardRow(cell, state),
    seenBy: { ...ofUnit, agency: unit },
  })),
  ...(['confirmed', 'published', 'void'] as const).map((state) => ({
    entity: 'awards',
    state,
    row: (cell: Cell) => awardRow(cell, state),
    seenBy: parties,
  })),
  {
    entity: 'award_changes',
    state: 'draft',
    row: (cell) => changeRow(cell, 'draft'),
    seenBy: { ...ofUnit, agency: unit },
  },
  ...(['review', 'returned', 'approved', 'announced', 'closed', 'lapsed'] as const).map((state) => ({
    entity: 'award_changes',
    state,
    row: (cell: Cell) => changeRow(cell, state),
    seenBy: parties,
  })),
  // Accounts and full text: the unit's, and 采购办's once it is filed. All others read the 合同公告.
  ...(['draft', 'review', 'returned', 'approved'] as const).flatMap((state) => [
    { entity: 'contracts', state, row: (cell: Cell) => contractRow(cell, state), seenBy: ofUnit },
    {
      entity: 'contract_changes',
      state,
      row: (cell: Cell) => contractChangeRow(cell, state),
      seenBy: ofUnit,
    },
    { entity: 'acceptances', state, row: (cell: Cell) => acceptanceRow(cell, state), seenBy: ofUnit },
  ]),
  ...(['submitted', 'papers', 'received', 'terminated'] as const).map((state) => ({
    entity: 'contracts',
    state,
    row: (cell: Cell) => contractRow(cell, state),
    seenBy: { ...ofUnit, procurement_office: region },
  })),
  // What was found, and by whom: as of its contract; of a public service everybody reads the result.
  {
    entity: 'acceptances',
    state: 'concluded',
    row: (cell) => acceptanceRow(cell, 'concluded'),
    seenBy: { ...ofUnit, procurement_office: region },
  },
  {
    entity: 'contract_changes',
    state: 'published',
    row: (cell) => contractChangeRow(cell, 'published'),
    seenBy: { ...ofUnit, procurement_office: region },
  },
  // Invoices, vouchers and what is overdue: the unit's, and 采购办's once it is registered.
  { entity: 'payments', state: 'draft', row: (cell) => paymentRow(cell, 'draft'), seenBy: ofUnit },
  ...(['due', 'paid', 'void'] as const).map((state) => ({
    entity: 'payments',
    state,
    row: (cell: Cell) => paymentRow(cell, state),
    seenBy: { ...ofUnit, procurement_office: region },
  })),
  // The unit's own; who answers for the region reads what was decided and reported to the finance office.
  ...(['draft', 'notified', 'heard', 'review', 'returned', 'decided', 'withdrawn'] as const).map((state) => ({
    entity: 'breaches',
    state,
    row: (cell: Cell) => breachRow(cell, state),
    seenBy: ofUnit,
  })),
  {
    entity: 'breaches',
    state: 'decided and reported',
    row: (cell) => breachRow(cell, 'decided', { consequences: ['report'] }),
    seenBy: { ...ofUnit, procurement_office: region, supervisor: region },
  },
  ...(['draft', 'review', 'returned'] as const).map((state) => ({
    entity: 'expert_applications',
    state,
    row: (cell: Cell) => applicationRow(cell, state),
    seenBy: { ...ofUnit, agency: unit },
  })),
  ...(['submitted', 'drawing', 'drawn', 'withdrawn'] as const).map((state) => ({
    entity: 'expert_applications',
    state,
    row: (cell: Cell) => applicationRow(cell, state),
    seenBy: parties,
  })),
  { entity: 'suppliers', state: 'any', row: supplierRow, seenBy: everyone },
  { entity: 'saved_views', state: 'own', row: (cell) => viewRow(cell, null), seenBy: ofOwner },
  ...humanRoles.map((by) => ({
    entity: 'saved_views',
    state: `shared by ${by}`,
    row: (cell: Cell) => viewRow(cell, by),
    seenBy: { ...ofOwner, ...circles[by] },
  })),
  // Kept on the server: nobody pulls it, nobody gets it as a record, whatever scopes it has.
  {
    entity: 'sealed_notes',
    state: 'any',
    row: (cell) => sealedNote(cell),
    seenBy: {},
  },
  { entity: 'expert_libraries', state: 'any', row: expertLibraryRow, seenBy: {} },
  // Of the pool that all draws here are of.
  ...['expert_pools', 'expert_pool_lists'].flatMap((kind) =>
    drawGround
      .filter(({ entity }) => entity === kind)
      .map(({ entity, row }) => ({ entity, state: 'any', row: () => row, seenBy: {} })),
  ),
  { entity: 'expert_draws', state: 'calling', row: (cell) => drawRow(cell, 'calling'), seenBy: {} },
  { entity: 'experts', state: 'any', row: (cell) => expertRow(cell), seenBy: {} },
];

export const titleOf = ({ entity, state }: VisibilityRow): string => `${entity}:${state}`;
