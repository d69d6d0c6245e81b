// Inputs of the commands on challenges: letters about sections that the desk shows, and answers to them.
import {
  type Challenge,
  type ChallengeContent,
  challengeStages,
  conclusions,
  consequences,
  emptyChallenge,
} from '#shared/domain/challenges/model.ts';
import { isAnnounced, type Project } from '#shared/domain/projects/model.ts';
import { addDays, toPlainDate } from '#shared/kernel/dates.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { type Draw, idOr, nth, startsAt } from './inputs-common.ts';

function projectOf({ view, pick, fit }: Draw): Project | undefined {
  const announced = new Set(view.sections.filter(isAnnounced).map(({ projectId }) => projectId));
  return nth(fit ? view.projects.filter(({ id }) => announced.has(id)) : view.projects, pick);
}

function contentOf({ view, random, fit }: Draw, project: Project | undefined): ChallengeContent {
  const own = view.sections.filter((section) => section.projectId === project?.id);
  const chosen = fit ? own.filter(isAnnounced).slice(0, 1) : own.slice(0, random.int(0, 2));
  return {
    ...emptyChallenge,
    sectionIds: chosen.map(({ id }) => id),
    stage: random.pick(challengeStages),
    supplierName: random.pick(['示例供应商甲', '示例供应商乙']),
    receivedOn: addDays(toPlainDate(view.now), -random.int(0, 3)),
    matters: random.pick(['示例质疑事项一。', '示例质疑事项二。']),
    mayAffectResult: random.pick([true, true, false, null]),
  };
}

function existing({ view, pick, fit }: Draw, command: string): Challenge | undefined {
  const starts = startsAt(command);
  return nth(fit ? view.challenges.filter(starts) : view.challenges, pick);
}

export const challengeInputs: ReadonlyMap<string, (draw: Draw) => unknown> = new Map<
  string,
  (draw: Draw) => unknown
>([
  [
    'challenges.create',
    (draw: Draw) => {
      const project = projectOf(draw);
      return {
        id: idOr(draw.fit ? undefined : existing(draw, 'challenges.edit'), draw.random, draw.view.now),
        projectId: idOr(project, draw.random, draw.view.now),
        content: contentOf(draw, project),
      };
    },
  ],
  [
    'challenges.edit',
    (draw: Draw) => {
      const { random, view } = draw;
      const challenge = existing(draw, 'challenges.edit');
      const content = challenge?.content ?? emptyChallenge;
      return {
        id: idOr(challenge, random, view.now),
        changes: [
          {
            field: 'matters',
            from: content.matters,
            to: random.pick(['示例质疑事项三。', '示例质疑事项四。']),
          },
          { field: 'mayAffectResult', from: content.mayAffectResult, to: random.chance(0.5) },
        ],
      };
    },
  ],
  [
    'challenges.reply',
    (draw: Draw) => {
      const { random, view } = draw;
      const conclusion = random.pick(conclusions);
      return {
        id: idOr(existing(draw, 'challenges.reply'), random, view.now),
        reply: {
          conclusion,
          consequence: conclusion === 'dismissed' ? null : random.pick(consequences),
          text: random.pick(['示例答复一。', '示例答复二。']),
          repliedOn: toPlainDate(view.now),
          servedOn: null,
          service: null,
          files: [],
        },
        acknowledged: everyWarning,
      };
    },
  ],
  [
    'challenges.report',
    (draw: Draw) => ({
      id: idOr(existing(draw, 'challenges.report'), draw.random, draw.view.now),
      reportedOn: toPlainDate(draw.view.now),
      files: [],
    }),
  ],
  [
    // What only the trading centre may say; a desk that says it is refused.
    'challenges.receive',
    (draw: Draw) => {
      const project = projectOf(draw);
      const { sectionIds: _, mayAffectResult: __, files: ___, ...content } = contentOf(draw, project);
      return {
        id: draw.random.uuid(draw.view.now),
        planId: idOr(project === undefined ? undefined : { id: project.planId }, draw.random, draw.view.now),
        challengeUid: `ZY-${draw.random.int(1, 9)}`,
        version: draw.random.int(1, 3),
        pushedAt: draw.view.now,
        lotUids: [nth(draw.view.sections, draw.pick)?.lotUid ?? 'LOT-1'],
        content,
      };
    },
  ],
]);
