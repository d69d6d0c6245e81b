// Results in every state for the cells of the matrix, of a section that has been evaluated. The agency's cells are about what the agency has drafted, all
// others about what the unit has.
import { type Award, type AwardStatus, awardIdOf, awardSchema, awards } from '#shared/domain/awards/model.ts';
import { sectionEvents } from '#shared/domain/projects/events/model.ts';
import { type Section, sections } from '#shared/domain/projects/model.ts';
import { withResult } from '#shared/domain/projects/result.ts';
import { exampleAward, exampleRanking } from '#shared/rules/awards/example.ts';
import { circumstances, idOf, matrixClock } from './cast.ts';
import { announced, eventRow } from './event-scenes.ts';
import type { Stored } from './records.ts';
import { type Cell, labelOf, type Scene } from './scenes.ts';

const hour = 3_600_000;

/** Never there as a file: nothing reads it here. */
export const examplePaper = {
  id: idOf('paper'),
  fileName: '示例.pdf',
  mediaType: 'application/pdf',
  size: 1,
  sha256: 'b'.repeat(64),
};

export type Awarded = {
  readonly award: Award;
  readonly section: Section;
  /** Without the result. */
  readonly all: readonly Stored[];
};

const determined: readonly AwardStatus[] = ['confirmed', 'published', 'void'];

function around(cell: Cell, status: AwardStatus): Awarded {
  const { author } = circumstances(cell.role, cell.relation);
  const { section: before, all } = announced(cell);
  const section: Section = { ...before, status: status === 'published' ? 'awarded' : 'evaluated' };
  const { id: sectionId, projectId, purchaserId, purchaserName, agencyId, regionCode, platformId } = section;
  const noticeId = section.schedule?.announcementId ?? idOf('no notice');
  const at = matrixClock - hour;
  const written = status === 'draft' || status === 'returned';
  const isDetermined = determined.includes(status);
  const amount = Math.min(exampleAward.amount ?? 0, section.ceiling ?? section.budget);
  const award = awardSchema.parse({
    ...{
      sectionId,
      projectId,
      purchaserId,
      purchaserName,
      agencyId,
      regionCode,
      platformId,
      noticeId,
      status,
    },
    id: awardIdOf(sectionId, noticeId, 0),
    projectName: '示例项目',
    sectionNo: section.sectionNo,
    sectionName: section.name,
    round: 1,
    draftedBy: cell.role === 'agency' ? 'agency' : 'purchaser',
    content: { ...exampleAward, candidates: exampleRanking, amount },
    evaluationId: null,
    ranking: written ? [] : exampleRanking,
    determinedAt: isDetermined ? at : null,
    determinedBy: isDetermined ? '示例' : null,
    announcementId: status === 'published' ? idOf(`result/${labelOf(cell)}`) : null,
    letter:
      status === 'published'
        ? {
            ...{ no: `示例-${labelOf(cell)}`.slice(0, 64), at, contractSignDays: 30, agency: null },
            purchaser: { name: purchaserName, address: '', phone: '' },
          }
        : null,
    acknowledgedWarnings: [],
    fieldEdits: {},
    createdBy: author,
    submittedBy: written ? null : author,
    createdAt: at,
    updatedAt: at,
    submittedAt: written ? null : at,
    history: [],
  } satisfies Award);
  const evaluated = {
    ...eventRow(cell),
    id: idOf(`evaluated/${labelOf(cell)}`),
    kind: 'evaluation_ended',
  };
  const others = all.filter(({ row }) => row.id !== section.id);
  const after = status === 'confirmed' || status === 'published' ? withAward(section, award) : section;
  return {
    award,
    section: after,
    all: [...others, { entity: sections.name, row: after }, { entity: sectionEvents.name, row: evaluated }],
  };
}

function withAward(section: Section, { id, noticeId, content, announcementId, letter }: Award): Section {
  const { address, sizeClass, members, amount, rate, winner } = content;
  return withResult(section, {
    ...{ awardId: id, noticeId, sizeClass, members, amount, rate, announcementId },
    letter: letter === null ? null : { no: letter.no, at: letter.at },
    supplierName: winner,
    supplierUscc: '',
    supplierAddress: address,
    score: 94,
    reviewPrice: null,
    determinedAt: matrixClock - hour,
    void: null,
  });
}

/** With the result. */
export function awarded(cell: Cell, status: AwardStatus): Awarded {
  const { award, section, all } = around(cell, status);
  return { award, section, all: [...all, { entity: awards.name, row: award }] };
}

export function awardIn(status: AwardStatus, input: (award: Award) => unknown): Scene {
  return (cell) => {
    const { award, all } = awarded(cell, status);
    return { stored: all, input: input(award) };
  };
}

export const newAward: Scene = (cell) => {
  const { award, all } = around(cell, 'draft');
  const { sectionId, noticeId, content } = award;
  return { stored: all, input: { sectionId, noticeId, content } };
};

export function awardRow(cell: Cell, status: AwardStatus): Award {
  return around(cell, status).award;
}
