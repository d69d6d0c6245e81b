// The access matrix as it shall be: for each command, which roles may, on whose records. A role that is not named is refused as such
// (`not_allowed`). A command without a row fails the suite. Regular steps of workflows have their rows by themselves: whose records a role acts on is said
// once a record type, and `golden/commands.txt` beside the registry shows every change of who may take which.
import { humanRoles, type Role } from '#shared/domain/actor.ts';
import { announcementSchema, announcements } from '#shared/domain/announcements/model.ts';
import { richTextOf } from '#shared/domain/announcements/rich-text.ts';
import { awardChangeSchema, awardChanges } from '#shared/domain/award-changes/model.ts';
import { awardSchema, awards } from '#shared/domain/awards/model.ts';
import { challengeSchema, challenges } from '#shared/domain/challenges/model.ts';
import { acceptanceSchema, acceptances } from '#shared/domain/contracts/acceptances/model.ts';
import { breaches, breachSchema } from '#shared/domain/contracts/breaches/model.ts';
import { contractChangeSchema, contractChanges } from '#shared/domain/contracts/changes/model.ts';
import { contractSchema, contracts } from '#shared/domain/contracts/model.ts';
import { paymentSchema, payments } from '#shared/domain/contracts/payments/model.ts';
import { applicationSchema, expertApplications } from '#shared/domain/experts/applications/model.ts';
import { planSchema, plans } from '#shared/domain/plans/model.ts';
import { projects } from '#shared/domain/projects/model.ts';
import type { ErrorCode } from '#shared/kernel/errors.ts';
import { everyWarning, type RegularStep, regularSteps } from '#test/support/step-inputs.ts';
import { acceptanceIn, newAcceptance } from './acceptance-scenes.ts';
import { announcementIn, newAnnouncement, resultApproved } from './announcement-scenes.ts';
import { applicationIn, newApplication } from './application-scenes.ts';
import { changeIn, changeNoticeApproved, newChange } from './award-change-scenes.ts';
import { awardIn, examplePaper, newAward } from './award-scenes.ts';
import { breachIn, newBreach, statedToday } from './breach-scenes.ts';
import { actorOf, matrixClock, matrixToday, type Relation } from './cast.ts';
import { challengeIn, newChallenge, pushedChallenge } from './challenge-scenes.ts';
import {
  contractChangeIn,
  contractIn,
  furtherPaper,
  newContract,
  newContractChange,
} from './contract-scenes.ts';
import {
  commitmentIn,
  drawIn,
  newDraw,
  poolToPublish,
  replyNow,
  seatLost,
  secretIn,
  unfinished,
} from './draw-scenes.ts';
import { evaluationTold, eventToRecord, eventToWithdraw, openingTold } from './event-scenes.ts';
import {
  banIn,
  banned,
  expertIn,
  expertsToImport,
  expertToEdit,
  leaveIn,
  newExpert,
  onLeave,
  ratedToday,
} from './expert-scenes.ts';
import {
  bondHeld,
  bondReturned,
  bondToday,
  contractWithBond,
  contractWithFunding,
  fundingOfNextYear,
  newPayment,
  paidToday,
  paymentIn,
} from './payment-scenes.ts';
import {
  accountToDisable,
  accountToSave,
  changeReturned,
  holidaysToPublish,
  keyToAdd,
  newPlan,
  organisationToSave,
  patternToSet,
  planIn,
  platformIn,
  projectWaiting,
  type Scene,
  sectionFailed,
  sectionMessage,
  settingToSet,
} from './scenes.ts';
import { sealedNoteIn } from './sealed-scenes.ts';
import { bannedSupplier, supplierIn, supplierToSave } from './supplier-scenes.ts';
import { viewIn } from './view-scenes.ts';

export type Expected = 'applied' | ErrorCode;
type Relations = Readonly<Record<Relation, Expected>>;
export type MatrixRow = { readonly scene: Scene; readonly may: { readonly [role in Role]?: Relations } };

export const ofUnit: Relations = {
  own: 'applied',
  same_unit: 'applied',
  same_region: 'not_found',
  foreign: 'not_found',
  missing: 'not_found',
};
const ofRegion: Relations = { ...ofUnit, same_region: 'applied' };
const everywhere: Relations = { ...ofRegion, foreign: 'applied' };
const asNew: Relations = { ...everywhere, missing: 'applied' };
const refused = (code: ErrorCode): Relations => ({
  own: code,
  same_unit: code,
  same_region: code,
  foreign: code,
  missing: 'not_found',
});

/** Everybody has some of their own; those of others are not there, shared or not. */
const owners = (but: Partial<Relations>): MatrixRow['may'] => {
  const relations: Relations = { ...ofUnit, same_unit: 'not_found', ...but };
  return Object.fromEntries(humanRoles.map((role) => [role, relations]));
};

const clerk = { purchaser_clerk: ofUnit };
const office = { procurement_office: ofRegion };
/** Suppliers are nobody's own. */
const suppliersOfAll = (relations: Relations): MatrixRow['may'] => ({
  purchaser_clerk: relations,
  agency: relations,
  procurement_office: relations,
});
/** Unless a setting says that agencies review their own. */
const notReviewing: Relations = { ...ofUnit, own: 'not_allowed', same_unit: 'not_allowed' };
const reason = '示例原因';

export type Goes = {
  /** What there is when the record is in this state. */
  scene(status: string, input: (id: string) => unknown): Scene;
  readonly reach: MatrixRow['may'];
};

const goes: ReadonlyMap<string, Goes> = new Map([
  [
    plans.name,
    {
      scene: (status, input) => planIn(planSchema.shape.status.parse(status), ({ id }) => input(id)),
      reach: { ...clerk, purchaser_reviewer: ofUnit, ...office },
    },
  ],
  [
    projects.name,
    {
      scene: (_, input) => projectWaiting(({ id }) => input(id)),
      reach: { ...clerk, purchaser_reviewer: ofUnit, agency: ofUnit, ...office },
    },
  ],
  [
    announcements.name,
    {
      scene: (status, input) => {
        return announcementIn(announcementSchema.shape.status.parse(status), ({ id }) => input(id));
      },
      reach: { ...clerk, purchaser_reviewer: ofUnit, agency: ofUnit, ...office },
    },
  ],
  [
    challenges.name,
    {
      scene: (status, input) =>
        challengeIn(challengeSchema.shape.status.parse(status), ({ id }) => input(id)),
      reach: { ...clerk, agency: ofUnit },
    },
  ],
  [
    expertApplications.name,
    {
      scene: (status, input) =>
        applicationIn(applicationSchema.shape.status.parse(status), ({ id }) => input(id)),
      reach: { ...clerk, agency: ofUnit },
    },
  ],
  [
    awards.name,
    {
      scene: (status, input) => awardIn(awardSchema.shape.status.parse(status), ({ id }) => input(id)),
      reach: { ...clerk, purchaser_reviewer: ofUnit, agency: ofUnit },
    },
  ],
  [
    awardChanges.name,
    {
      scene: (status, input) => changeIn(awardChangeSchema.shape.status.parse(status), ({ id }) => input(id)),
      reach: { ...clerk, ...office },
    },
  ],
  [
    contracts.name,
    {
      scene: (status, input) => contractIn(contractSchema.shape.status.parse(status), ({ id }) => input(id)),
      reach: { ...clerk, purchaser_reviewer: ofUnit, ...office },
    },
  ],
  [
    contractChanges.name,
    {
      scene: (status, input) => {
        return contractChangeIn(contractChangeSchema.shape.status.parse(status), ({ id }) => input(id));
      },
      reach: { ...clerk, purchaser_reviewer: ofUnit },
    },
  ],
  [
    acceptances.name,
    {
      scene: (status, input) => {
        return acceptanceIn(acceptanceSchema.shape.status.parse(status), ({ id }) => input(id));
      },
      reach: { ...clerk, purchaser_reviewer: ofUnit },
    },
  ],
  [
    payments.name,
    {
      scene: (status, input) => paymentIn(paymentSchema.shape.status.parse(status), ({ id }) => input(id)),
      reach: clerk,
    },
  ],
  [
    breaches.name,
    {
      scene: (status, input) => breachIn(breachSchema.shape.status.parse(status), ({ id }) => input(id)),
      reach: { ...clerk, purchaser_reviewer: ofUnit },
    },
  ],
]);

/** Steps that want more than a record in that state: those of another module on an announcement of its own making, and the end of a change of method. */
const ofOthers: ReadonlyMap<string, Goes['scene']> = new Map([
  ['plans.giveUp', (_, input) => changeReturned(input)],
  ['awards.publish', (_, input) => resultApproved(input)],
  ['awardChanges.publish', (_, input) => changeNoticeApproved(input)],
]);

function goesWith({ name, entity }: RegularStep): Goes | undefined {
  const known = goes.get(entity);
  const scene = ofOthers.get(name);
  return known === undefined || scene === undefined ? known : { ...known, scene };
}

/** Who submitted something may not approve it, also when the person has changed roles since. */
const byAnother = { purchaser_reviewer: { ...ofUnit, own: 'same_person' } } as const;
/** Where a step answers otherwise than reach and roles say. */
const exceptions: ReadonlyMap<string, MatrixRow['may']> = new Map<string, MatrixRow['may']>([
  ['plans.approve', byAnother],
  // The server files by itself only where the setting says so; here it does not.
  ['plans.file', { system: refused('not_allowed') }],
  ['announcements.approve', { ...byAnother, agency: notReviewing }],
  ['announcements.return', { agency: notReviewing }],
  // The agency writes down only what the committee or the law has determined.
  ['awards.reopen', { agency: notReviewing }],
  ['awards.return', { agency: notReviewing }],
  // Only the 采购人 files, and what is drafted of it is the unit's.
  ['awardChanges.publish', { agency: refused('not_found') }],
]);

/** The row of a step, from its declaration and from whose records each role acts on. */
export function rowOf(
  { name, entity, step, input }: RegularStep,
  known = goes.get(entity),
): readonly [command: string, row: MatrixRow] {
  const [way] = step.ways;
  const [status] = way?.from ?? [];
  if (status === undefined || known === undefined) throw new Error(`nothing is known of ${name}`);
  const reached = step.command.access.roles.flatMap((role) => {
    const relations = exceptions.get(name)?.[role] ?? known.reach[role];
    return relations === undefined ? [] : [[role, relations] as const];
  });
  return [name, { scene: known.scene(status, input), may: Object.fromEntries(reached) }];
}

const rows: readonly (readonly [command: string, row: MatrixRow])[] = [
  ...regularSteps.map((step) => rowOf(step, goesWith(step))),
  [
    'plans.create',
    // A new record has no owner yet; an id that is taken is refused whoever took it, for it cannot be given twice.
    { scene: newPlan, may: { purchaser_clerk: { ...refused('already_exists'), missing: 'applied' } } },
  ],
  ['plans.changeMethod', { scene: sectionFailed, may: clerk }],
  [
    'plans.edit',
    {
      scene: planIn('draft', (plan) => ({
        id: plan.id,
        changes: [{ field: 'contact', from: plan.content.contact, to: '示例联系人' }],
      })),
      may: clerk,
    },
  ],
  [
    'projects.recordDelivery',
    {
      scene: projectWaiting((project, clock) => ({
        projectId: project.id,
        messageId: project.planId,
        status: 'received',
        at: clock,
      })),
      may: { system: everywhere },
    },
  ],
  [
    'sections.receive',
    {
      scene: sectionMessage('pushed', ({ planId, id, arrival }) => ({
        planId,
        sections: [{ id, ...arrival }],
      })),
      may: { trading_platform: ofUnit },
    },
  ],
  [
    'sections.change',
    {
      scene: sectionMessage('sections_received', ({ planId, arrival }) => ({ planId, section: arrival })),
      may: { trading_platform: ofUnit },
    },
  ],
  [
    'sections.cancel',
    {
      scene: sectionMessage('sections_received', ({ planId, arrival }) => ({
        planId,
        lotUid: arrival.lotUid,
        version: arrival.version,
        reason,
      })),
      may: { trading_platform: ofUnit },
    },
  ],
  [
    'sectionEvents.record',
    { scene: eventToRecord, may: { ...clerk, purchaser_reviewer: ofUnit, agency: ofUnit } },
  ],
  [
    'sectionEvents.withdraw',
    { scene: eventToWithdraw, may: { ...clerk, purchaser_reviewer: ofUnit, agency: ofUnit } },
  ],
  ['sectionEvents.receiveOpening', { scene: openingTold, may: { trading_platform: ofUnit } }],
  ['sectionEvents.receiveEvaluation', { scene: evaluationTold, may: { trading_platform: ofUnit } }],
  ['announcements.create', { scene: newAnnouncement, may: { ...clerk, agency: ofUnit } }],
  [
    'announcements.edit',
    {
      scene: announcementIn('draft', ({ id, content }) => ({
        id,
        changes: [{ field: 'other', from: content['other'] ?? null, to: richTextOf('示例') }],
      })),
      may: { ...clerk, agency: ofUnit },
    },
  ],
  [
    'announcements.recordDelivery',
    {
      scene: announcementIn('published', ({ id }) => ({
        announcementId: id,
        messageId: id,
        status: 'received',
        at: matrixClock,
      })),
      may: { system: everywhere },
    },
  ],
  ['challenges.create', { scene: newChallenge, may: { ...clerk, agency: ofUnit } }],
  [
    'challenges.edit',
    {
      scene: challengeIn('draft', ({ id, content }) => ({
        id,
        changes: [{ field: 'matters', from: content.matters, to: '示例' }],
      })),
      may: { ...clerk, agency: ofUnit },
    },
  ],
  [
    'challenges.reply',
    {
      scene: challengeIn('open', ({ id }) => ({
        id,
        reply: {
          conclusion: 'dismissed',
          consequence: null,
          text: '示例答复',
          repliedOn: '2026-03-02',
          servedOn: null,
          service: null,
          files: [],
        },
        acknowledged: everyWarning,
      })),
      may: { ...clerk, agency: ofUnit },
    },
  ],
  [
    'challenges.report',
    {
      scene: challengeIn('replied', ({ id }) => ({ id, reportedOn: '2026-03-02', files: [] })),
      may: { ...clerk, agency: ofUnit },
    },
  ],
  ['challenges.receive', { scene: pushedChallenge, may: { trading_platform: ofUnit } }],
  [
    'awards.confirm',
    {
      scene: awardIn('review', ({ id, submittedAt }) => ({
        id,
        submittedAt,
        note: '',
        acknowledged: everyWarning,
      })),
      may: { ...byAnother, agency: notReviewing },
    },
  ],
  ['awards.create', { scene: newAward, may: { ...clerk, agency: ofUnit } }],
  [
    'awards.edit',
    {
      scene: awardIn('draft', ({ id, content }) => ({
        id,
        changes: [{ field: 'note', from: content.note, to: '示例' }],
      })),
      may: { ...clerk, agency: ofUnit },
    },
  ],
  ['awardChanges.create', { scene: newChange, may: clerk }],
  [
    'awardChanges.edit',
    {
      scene: changeIn('draft', ({ id, content }) => ({
        id,
        changes: [{ field: 'reason', from: content.reason, to: '示例' }],
      })),
      may: clerk,
    },
  ],
  ['contracts.create', { scene: newContract, may: clerk }],
  [
    'contracts.edit',
    {
      scene: contractIn('draft', ({ id, content }) => ({
        id,
        changes: [{ field: 'place', from: content.place, to: '示例' }],
      })),
      may: clerk,
    },
  ],
  [
    'contracts.approve',
    { scene: contractIn('review', ({ id, submittedAt }) => ({ id, submittedAt, note: '' })), may: byAnother },
  ],
  [
    'contracts.handIn',
    { scene: contractIn('papers', ({ id }) => ({ id, files: [furtherPaper] })), may: clerk },
  ],
  ['acceptances.create', { scene: newAcceptance, may: clerk }],
  [
    'acceptances.edit',
    {
      scene: acceptanceIn('draft', ({ id, content }) => ({
        id,
        changes: [{ field: 'place', from: content.place, to: '示例' }],
      })),
      may: clerk,
    },
  ],
  [
    'acceptances.approve',
    {
      scene: acceptanceIn('review', ({ id, submittedAt }) => ({ id, submittedAt, note: '' })),
      may: byAnother,
    },
  ],
  [
    'acceptances.recordDelivery',
    {
      scene: acceptanceIn('concluded', ({ id }) => ({
        acceptanceId: id,
        messageId: id,
        status: 'received',
        at: matrixClock,
      })),
      may: { system: everywhere },
    },
  ],
  [
    'contracts.recordBond',
    {
      scene: contractWithBond(null, ({ id }) => ({ id, ...bondToday })),
      may: clerk,
    },
  ],
  [
    'contracts.returnBond',
    {
      scene: contractWithBond(bondHeld, ({ id, content }) => ({
        ...{ id, returnedOn: matrixToday, returnedAmount: content.bondAmount, note: '', bondFiles: [] },
      })),
      may: clerk,
    },
  ],
  [
    'contracts.undoReturn',
    { scene: contractWithBond(bondReturned, ({ id }) => ({ id, reason: '示例' })), may: clerk },
  ],
  [
    'contracts.addFunding',
    { scene: contractWithFunding(false, ({ id }) => ({ id, ...fundingOfNextYear })), may: clerk },
  ],
  [
    'contracts.withdrawFunding',
    {
      scene: contractWithFunding(true, ({ id }) => ({
        ...{ id, lineId: fundingOfNextYear.lineId, reason: '示例' },
      })),
      may: clerk,
    },
  ],
  ['contractChanges.create', { scene: newContractChange, may: clerk }],
  [
    'contractChanges.edit',
    {
      scene: contractChangeIn('draft', ({ id, content }) => ({
        id,
        changes: [{ field: 'reason', from: content.reason, to: '示例' }],
      })),
      may: clerk,
    },
  ],
  [
    'contractChanges.approve',
    {
      scene: contractChangeIn('review', ({ id, submittedAt }) => ({ id, submittedAt, note: '' })),
      may: byAnother,
    },
  ],
  ['payments.create', { scene: newPayment, may: clerk }],
  [
    'payments.edit',
    {
      scene: paymentIn('due', ({ id, content }) => ({
        id,
        changes: [{ field: 'note', from: content.note, to: '示例' }],
      })),
      may: clerk,
    },
  ],
  ['payments.pay', { scene: paymentIn('due', ({ id }) => ({ id, ...paidToday })), may: clerk }],
  [
    'payments.amend',
    { scene: paymentIn('paid', ({ id }) => ({ id, ...paidToday, reason: '示例原因' })), may: clerk },
  ],
  ['breaches.create', { scene: newBreach, may: clerk }],
  [
    'breaches.edit',
    {
      scene: breachIn('draft', ({ id, content }) => ({
        id,
        changes: [{ field: 'demand', from: content.demand, to: '示例' }],
      })),
      may: clerk,
    },
  ],
  [
    'breaches.hear',
    {
      scene: breachIn('notified', ({ id }) => ({ id, ...statedToday, acknowledged: everyWarning })),
      may: clerk,
    },
  ],
  [
    'breaches.approve',
    {
      scene: breachIn('review', ({ id, submittedAt }) => ({ id, submittedAt, note: '' })),
      may: byAnother,
    },
  ],
  [
    'breaches.return',
    {
      scene: breachIn('review', ({ id, submittedAt }) => ({ id, submittedAt, reason })),
      may: { purchaser_reviewer: ofUnit },
    },
  ],
  ['suppliers.save', { scene: supplierToSave, may: suppliersOfAll(asNew) }],
  [
    'suppliers.rename',
    {
      scene: supplierIn(({ id, name }) => ({
        ...{ id, from: name, name: `${name}（更名）`, on: '2026-02-27', file: examplePaper },
      })),
      may: suppliersOfAll(everywhere),
    },
  ],
  [
    'suppliers.recordBan',
    {
      scene: supplierIn(({ id }, banId) => ({
        ...{ id, banId, document: '许财购罚〔2026〕1号', reason },
        ...{ from: '2026-03-01', until: '2027-02-28' },
      })),
      may: { procurement_office: everywhere },
    },
  ],
  [
    'suppliers.liftBan',
    {
      scene: bannedSupplier(({ id }, banId) => ({ id, banId, reason })),
      // Everybody sees it; whose decision it is sets it aside.
      may: { procurement_office: { ...everywhere, foreign: 'wrong_state' } },
    },
  ],
  ['organisations.save', { scene: organisationToSave, may: { administrator: asNew } }],
  ['accounts.save', { scene: accountToSave, may: { administrator: asNew } }],
  [
    'accounts.disable',
    {
      scene: accountToDisable,
      // Otherwise the last administrator could lock everybody out.
      may: { administrator: { ...everywhere, own: 'same_person' } },
    },
  ],
  [
    'views.save',
    {
      scene: viewIn(({ id, list, name, look }) => ({ id, list, name, look, shared: true })),
      may: owners({ own: 'already_exists', missing: 'applied' }),
    },
  ],
  [
    'views.edit',
    {
      scene: viewIn(({ id, name }) => ({ id, changes: [{ field: 'name', from: name, to: '另一名称' }] })),
      may: owners({}),
    },
  ],
  ['views.remove', { scene: viewIn(({ id }) => ({ id })), may: owners({}) }],
  ['settings.set', { scene: settingToSet, may: { administrator: asNew } }],
  ['holidays.publish', { scene: holidaysToPublish, may: { administrator: asNew } }],
  ['numberPatterns.set', { scene: patternToSet, may: { administrator: asNew } }],
  ['platforms.save', { scene: platformIn((platform) => ({ platform })), may: { administrator: asNew } }],
  ['platforms.addKey', { scene: keyToAdd, may: { administrator: everywhere } }],
  [
    'platforms.retireKey',
    {
      scene: platformIn(({ id }) => ({ platformId: id, keyId: 'first' })),
      may: { administrator: everywhere },
    },
  ],
  ['expertApplications.create', { scene: newApplication, may: { ...clerk, agency: ofUnit } }],
  [
    'expertApplications.edit',
    {
      scene: applicationIn('draft', ({ id, content }) => ({
        id,
        changes: [{ field: 'contact', from: content.contact, to: '示例联系人' }],
      })),
      may: { ...clerk, agency: ofUnit },
    },
  ],
  [
    'expertApplications.approve',
    {
      scene: applicationIn('review', ({ id, submittedAt }) => ({
        ...{ id, submittedAt, note: '', acknowledged: everyWarning },
      })),
      may: byAnother,
    },
  ],
  [
    'expertApplications.return',
    {
      scene: applicationIn('review', ({ id, submittedAt }) => ({ id, submittedAt, reason })),
      // 采购办 does not know yet of what the unit has not handed in.
      may: { purchaser_reviewer: ofUnit, procurement_office: refused('not_found') },
    },
  ],
  // The library is every 采购办's.
  ['experts.create', { scene: newExpert, may: { procurement_office: asNew } }],
  ['experts.import', { scene: expertsToImport, may: { procurement_office: asNew } }],
  ['experts.edit', { scene: expertToEdit, may: { procurement_office: everywhere } }],
  [
    'experts.takeLeave',
    {
      scene: expertIn(({ id }, cell) => ({ id, leave: leaveIn(cell) })),
      may: { procurement_office: everywhere },
    },
  ],
  ['experts.endLeave', { scene: onLeave, may: { procurement_office: everywhere } }],
  [
    'experts.ban',
    {
      scene: expertIn(({ id }, cell) => ({ id, ban: banIn(cell) })),
      may: { procurement_office: everywhere },
    },
  ],
  ['experts.liftBan', { scene: banned, may: { procurement_office: everywhere } }],
  [
    'experts.rate',
    {
      scene: expertIn(({ id }, cell) => ({ id, rating: ratedToday(cell) })),
      may: { procurement_office: everywhere },
    },
  ],
  ['experts.remove', { scene: expertIn(({ id }) => ({ id })), may: { procurement_office: everywhere } }],
  [
    'experts.readmit',
    {
      scene: expertIn(({ id }) => ({ id }), { removed: { day: '2026-03-01' } }),
      may: { procurement_office: everywhere },
    },
  ],
  [
    'experts.changeKey',
    {
      scene: () => ({ stored: [], input: { from: '0'.repeat(16), to: '1'.repeat(16) } }),
      // Not from another key than the library's.
      may: { system: { ...refused('library_locked'), missing: 'library_locked' } },
    },
  ],
  // Draws are of the 采购办 of their region.
  [
    'expertPools.record',
    { scene: () => ({ stored: [], input: { day: matrixToday } }), may: { system: asNew } },
  ],
  ['expertPools.publish', { scene: poolToPublish, may: { system: asNew } }],
  ['draws.begin', { scene: newDraw, may: office }],
  [
    'draws.commitSecret',
    { scene: drawIn('begun', (_, cell) => commitmentIn(cell, actorOf(cell.role).accountId)), may: office },
  ],
  ['draws.enterSeed', { scene: drawIn('seed_awaited', () => ({ text: '03 17 22' })), may: office }],
  [
    'draws.revealSecret',
    {
      scene: drawIn('committed', (_, cell) => ({ secret: secretIn(cell, actorOf(cell.role).accountId) })),
      may: office,
    },
  ],
  [
    'draws.recoverSecret',
    {
      scene: drawIn('committed', (_, cell) => {
        const operator = actorOf(cell.role).accountId;
        return { operator, secret: secretIn(cell, operator) };
      }),
      may: office,
    },
  ],
  ['draws.recordReply', { scene: replyNow, may: office }],
  ['draws.vacateSeat', { scene: seatLost, may: office }],
  ['draws.supplement', { scene: drawIn('closed', () => ({ reason: 'absence', raise: [] })), may: office }],
  ['draws.void', { scene: drawIn('calling', () => ({ reason: 'request_wrong' })), may: office }],
  ['draws.lapse', { scene: unfinished, may: { system: everywhere } }],
  // Made up: online commands on a record type that is kept on the server.
  [
    'sealedNotes.seal',
    {
      scene: sealedNoteIn(({ id, regionCode }) => ({ id, regionCode, text: 'sealed again' })),
      may: { purchaser_clerk: { ...ofUnit, missing: 'applied' } },
    },
  ],
  ['sealedNotes.destroy', { scene: sealedNoteIn(({ id }) => ({ id })), may: clerk }],
  ['sealedNotes.count', { scene: sealedNoteIn(({ id }) => ({ id })), may: office }],
];

export const matrix: ReadonlyMap<string, MatrixRow> = new Map(rows);
