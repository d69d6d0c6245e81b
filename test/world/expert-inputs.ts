// Inputs for the library of experts. It is on no desk: whom a command is about is a person that histories make by turns, or nobody.
import { importColumns } from '#shared/domain/experts/library/import-rows.ts';
import { isAnnounced } from '#shared/domain/projects/model.ts';
import { addDays, toPlainDate } from '#shared/kernel/dates.ts';
import { committee, exampleApplication } from '#shared/rules/experts/facts.ts';
import { anExpert } from '#test/support/experts.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { type Draw, idOr, nth, startsAt, withReason } from './inputs-common.ts';

/** The same few ids again and again, so that commands meet. */
const idOfExpert = ({ pick }: Draw) => `0190aa00-0000-7000-8000-0000000e${String(pick % 5).padStart(4, '0')}`;
const idOfDraw = ({ pick }: Draw) => `0190aa00-0000-7000-8000-0000000d${String(pick % 3).padStart(4, '0')}`;
const hex = ({ random }: Draw) => String(random.int(0, 9)).repeat(64);
const entryId = ({ random, view }: Draw) => random.uuid(view.now);
const today = ({ view }: Draw) => toPlainDate(view.now);

function projectOf({ view, pick, fit }: Draw) {
  const announced = new Set(view.sections.filter(isAnnounced).map(({ projectId }) => projectId));
  return nth(fit ? view.projects.filter(({ id }) => announced.has(id)) : view.projects, pick);
}

function applied({ view, random, fit }: Draw, projectId: string | undefined) {
  const own = view.sections.filter((section) => section.projectId === projectId && isAnnounced(section));
  return {
    ...exampleApplication,
    ...committee(random.pick([5, 7, 7, 7]), random.int(1, 3)),
    sectionIds: fit ? own.slice(0, 1).map(({ id }) => id) : [],
    reviewAt: `${addDays(toPlainDate(view.now), random.int(20, 60))}T09:00`,
  };
}

const applicationFor = ({ view, pick, fit }: Draw, command: string) =>
  nth(fit ? view.expertApplications.filter(startsAt(command)) : view.expertApplications, pick);

export const expertInputs: readonly (readonly [string, (draw: Draw) => unknown])[] = [
  [
    'expertApplications.create',
    (draw) => {
      const project = projectOf(draw);
      return {
        id: entryId(draw),
        projectId: idOr(project, draw.random, draw.view.now),
        content: applied(draw, project?.id),
      };
    },
  ],
  [
    'expertApplications.edit',
    (draw) => {
      const application = applicationFor(draw, 'expertApplications.edit');
      const to = draw.random.pick(['示例地点一', '示例地点二']);
      return {
        id: idOr(application, draw.random, draw.view.now),
        changes: [{ field: 'reviewPlace', from: application?.content.reviewPlace ?? '', to }],
      };
    },
  ],
  ...(['expertApplications.approve', 'expertApplications.return'] as const).map(
    (name) =>
      [
        name,
        (draw: Draw) => {
          const application = applicationFor(draw, name);
          const { random, view } = draw;
          return {
            id: idOr(application, random, view.now),
            submittedAt: application?.submittedAt ?? view.now,
            ...(name === 'expertApplications.return'
              ? withReason(draw)
              : { note: '', acknowledged: everyWarning }),
          };
        },
      ] as const,
  ),
  ['experts.create', (draw) => ({ id: idOfExpert(draw), content: anExpert(draw.random.int(1, 6)) })],
  [
    'experts.import',
    (draw) => {
      const { name, idNumber, phone } = anExpert(draw.random.int(1, 6));
      const empty = Object.fromEntries(importColumns.map((column) => [column, '']));
      return {
        rows: [
          { row: 2, id: idOfExpert(draw), cells: { ...empty, name, idNumber, phone, specialities: 'A02' } },
        ],
      };
    },
  ],
  [
    'experts.edit',
    (draw) => ({
      id: idOfExpert(draw),
      updatedAt: draw.view.now,
      content: anExpert(draw.random.int(1, 6)),
    }),
  ],
  [
    'experts.takeLeave',
    (draw) => ({
      id: idOfExpert(draw),
      leave: {
        id: entryId(draw),
        from: today(draw),
        until: addDays(today(draw), draw.random.int(-1, 5)),
        reason: 'travel',
      },
    }),
  ],
  ['experts.endLeave', (draw) => ({ id: idOfExpert(draw), leaveId: entryId(draw), until: today(draw) })],
  [
    'experts.ban',
    (draw) => ({
      id: idOfExpert(draw),
      ban: { id: entryId(draw), document: '示例', reason: 'leak', from: today(draw), until: null },
    }),
  ],
  ['experts.liftBan', (draw) => ({ id: idOfExpert(draw), banId: entryId(draw), document: '示例' })],
  [
    'experts.rate',
    (draw) => ({
      id: idOfExpert(draw),
      rating: {
        ...{ id: entryId(draw), day: today(draw), discipline: 5, competence: draw.random.int(1, 5) },
        ...{ attendance: 'in_time', remark: '' },
      },
    }),
  ],
  ['experts.remove', (draw) => ({ id: idOfExpert(draw) })],
  ['experts.readmit', (draw) => ({ id: idOfExpert(draw) })],
  ['expertPools.record', (draw) => ({ day: addDays(today(draw), -1) })],
  [
    'expertPools.publish',
    (draw) => {
      const day = addDays(today(draw), -1);
      return { day, head: { day, no: draw.random.int(1, 9), hash: 'a'.repeat(64) } };
    },
  ],
  [
    'draws.begin',
    (draw) => ({
      id: idOfDraw(draw),
      applicationId: idOr(nth(draw.view.expertApplications, draw.pick), draw.random, draw.view.now),
      avoidPersons: [],
      physical: draw.random.chance(0.3),
      acknowledged: everyWarning,
    }),
  ],
  ['draws.commitSecret', (draw) => ({ id: idOfDraw(draw), commitment: hex(draw), sealed: 'A'.repeat(80) })],
  ['draws.enterSeed', (draw) => ({ id: idOfDraw(draw), text: '1' })],
  ['draws.revealSecret', (draw) => ({ id: idOfDraw(draw), secret: hex(draw) })],
  ['draws.recoverSecret', (draw) => ({ id: idOfDraw(draw), operator: entryId(draw), secret: hex(draw) })],
  [
    'draws.recordReply',
    (draw) => ({ id: idOfDraw(draw), candidate: hex(draw), as: 'member', reply: 'attends', note: '' }),
  ],
  ['draws.vacateSeat', (draw) => ({ id: idOfDraw(draw), member: hex(draw), reason: 'absent' })],
  ['draws.supplement', (draw) => ({ id: idOfDraw(draw), reason: 'absence', raise: [] })],
  ['draws.void', (draw) => ({ id: idOfDraw(draw), reason: 'cancelled' })],
  ['draws.lapse', (draw) => ({ id: idOfDraw(draw) })],
  // A rotation's own; whoever else says it is refused.
  ['experts.changeKey', () => ({ from: '0'.repeat(16), to: '1'.repeat(16) })],
];
