// Challenges in every state for the cells of the matrix: on a project with an announced section.
import {
  type Challenge,
  type ChallengeStatus,
  challengeSchema,
  challenges,
  emptyChallenge,
} from '#shared/domain/challenges/model.ts';
import { type Section, sections } from '#shared/domain/projects/model.ts';
import { circumstances, idOf, matrixClock } from './cast.ts';
import { filedRows, type Stored, sectionRow } from './records.ts';
import { type Cell, labelOf, type Scene } from './scenes.ts';

type Around = {
  readonly challenge: Challenge;
  readonly planId: string;
  readonly section: Section;
  /** Without the challenge. */
  readonly project: readonly Stored[];
};

function around(cell: Cell, status: ChallengeStatus): Around {
  const people = circumstances(cell.role, cell.relation);
  const { plan, project, lotUid, all } = filedRows(labelOf(cell), 'sections_received', people);
  const section: Section = { ...sectionRow(project, lotUid), status: 'announced' };
  const { purchaserId, purchaserName, agencyId, regionCode } = project;
  const registered = status !== 'draft';
  const challenge = challengeSchema.parse({
    id: idOf(`challenge/${labelOf(cell)}`),
    projectId: project.id,
    projectName: project.name,
    purchaserId,
    purchaserName,
    agencyId,
    regionCode,
    status,
    source: cell.role === 'agency' ? 'agency' : 'purchaser',
    centre: null,
    content: {
      ...emptyChallenge,
      sectionIds: [section.id],
      stage: 'result',
      supplierName: '示例供应商',
      receivedOn: '2026-02-27',
      matters: '示例质疑事项。',
      mayAffectResult: true,
    },
    reply:
      status === 'replied'
        ? {
            conclusion: 'upheld',
            consequence: 'restart',
            text: '示例答复。',
            repliedOn: '2026-02-28',
            servedOn: null,
            service: null,
            files: [],
          }
        : null,
    report: null,
    courses: [],
    replyDue: registered ? '2026-03-10' : null,
    acknowledgedWarnings: [],
    fieldEdits: {},
    createdBy: people.author,
    submittedBy: registered ? people.author : null,
    createdAt: matrixClock - 3_600_000,
    updatedAt: matrixClock - 3_600_000,
    submittedAt: registered ? matrixClock - 3_600_000 : null,
    history: [],
  } satisfies Challenge);
  const others = all.filter(({ row }) => row.id !== section.id);
  return {
    challenge,
    planId: plan.id,
    section,
    project: [...others, { entity: sections.name, row: section }],
  };
}

export function challengeIn(status: ChallengeStatus, input: (challenge: Challenge) => unknown): Scene {
  return (cell) => {
    const { challenge, project } = around(cell, status);
    return { stored: [...project, { entity: challenges.name, row: challenge }], input: input(challenge) };
  };
}

export const newChallenge: Scene = (cell) => {
  const { challenge, project } = around(cell, 'draft');
  const { id, projectId, content } = challenge;
  return { stored: project, input: { id, projectId, content } };
};

/** What a centre says of one that is new to us. */
export const pushedChallenge: Scene = (cell) => {
  const { challenge, project, planId, section } = around(cell, 'draft');
  const { sectionIds: _, mayAffectResult: __, files: ___, ...content } = challenge.content;
  return {
    stored: project,
    input: {
      id: challenge.id,
      planId,
      challengeUid: `ZY-${challenge.id.slice(-8)}`,
      version: 1,
      pushedAt: matrixClock,
      lotUids: [section.lotUid],
      content,
    },
  };
};

export function challengeRow(cell: Cell, status: ChallengeStatus): Challenge {
  return around(cell, status).challenge;
}
