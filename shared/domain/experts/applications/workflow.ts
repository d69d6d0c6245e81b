// The way of a 专家抽取申请: 保存, 提交 by unit or agency; 同意 or 退回 by another person of the unit; then with 采购办, who draws or returns it. Until then it may
// be withdrawn. What the draw makes of it, the draw says (draws/application-follows.ts).
import { toPlainDate } from '#shared/kernel/dates.ts';
import { ok } from '#shared/kernel/result.ts';
import { checkApplication } from '#shared/rules/experts/rules.ts';
import type { Ctx } from '../../command.ts';
import { nothing } from '../../load.ts';
import { type Given, step, submittedByActor, submittedNow } from '../../step.ts';
import { type Subject, workflow } from '../../workflow.ts';
import { mayAct } from './access.ts';
import { edited, editInput } from './commands/edit.ts';
import { type Around, applicationFacts, loadAround } from './facts.ts';
import { type ExpertApplication, expertApplications } from './model.ts';

const application: Subject<ExpertApplication, undefined> = {
  kind: expertApplications,
  commandsOf: 'expertApplications',
  mayAct,
  around: nothing,
};
const sides = ['purchaser_clerk', 'agency'] as const;
const beingWritten = ['draft', 'returned'] as const;
const load = ({ projectId }: ExpertApplication, { now }: Ctx) => loadAround(projectId, now);
const findings = ({ row, known, ctx }: Given<ExpertApplication, Around>) =>
  checkApplication(applicationFacts(known, row, ctx.now));

export const applicationWorkflow = workflow(application, [
  step(application, {
    name: 'edit',
    from: beingWritten,
    to: 'same',
    roles: sides,
    input: editInput,
    decide: edited,
  }),
  step(application, {
    name: 'submit',
    from: beingWritten,
    to: 'review',
    roles: sides,
    load,
    findings,
    set: submittedNow,
  }),
  step(application, {
    name: 'delete',
    from: ['draft'],
    to: 'removed',
    roles: sides,
  }),
  step(application, {
    name: 'takeBack',
    from: ['review'],
    to: 'draft',
    roles: sides,
    set: () => ok({ submittedBy: null }),
  }),
  step(application, {
    name: 'approve',
    from: ['review'],
    to: 'submitted',
    roles: ['purchaser_reviewer'],
    authority: 'server',
    submission: 'demanded',
    note: 'asked',
    unless: submittedByActor,
    load,
    findings,
    set: ({ row, ctx }) =>
      ok({
        applyNo: row.applyNo ?? applyNoOf(row, ctx),
        approvedAt: row.approvedAt ?? ctx.now,
      }),
  }),
  step(application, {
    name: 'return',
    ways: [
      { from: ['review'], to: 'returned' },
      { from: ['submitted'], to: 'returned' },
    ],
    roles: ['purchaser_reviewer', 'procurement_office'],
    // Each returns what lies with them.
    by: ({ role }, { status }) => status !== 'review' || role === 'purchaser_reviewer',
    unless: ({ status }, { role }) =>
      status === 'submitted' && role === 'purchaser_reviewer' ? { code: 'wrong_state' } : undefined,
    submission: 'demanded',
    note: 'demanded',
  }),
  step(application, {
    name: 'withdraw',
    from: ['submitted'],
    to: 'withdrawn',
    roles: sides,
    authority: 'server',
    note: 'demanded',
  }),
]);

/** Its day, and of its id what is chance: unique without a series, and all ASCII, as transcripts want it. */
function applyNoOf({ id }: Pick<ExpertApplication, 'id'>, { now }: Pick<Ctx, 'now'>): string {
  return `ZJSQ-${toPlainDate(now).replaceAll('-', '')}-${id.slice(-8).toUpperCase()}`;
}
