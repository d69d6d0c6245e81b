// Whose task a result is: the side that wrote it puts right what came back; the unit's 审核岗 confirms; who drafts notices announces it.
import type { Actor } from '../actor.ts';
import { projects, type SectionWait, sections } from '../projects/model.ts';
import { type Claim, taskKinds } from '../task.ts';
import { awards, type WaitKey } from './model.ts';

type OwnClaim = Claim<WaitKey, 'agencyId' | 'purchaserId' | 'submittedBy' | 'sectionId' | 'noticeId'>;

/** Once its section has ended or was announced anew, a result is neither submitted nor confirmed any more. */
const inItsCourse: NonNullable<OwnClaim['while']> = {
  entity: sections.name,
  status: 'evaluated',
  same: { sectionId: 'id', noticeId: 'noticeId' },
};

function sideOf({
  role,
  organisationId,
}: Actor): NonNullable<Claim<string, 'agencyId' | 'purchaserId'>['only']> {
  return role === 'agency' ? { agencyId: organisationId } : { purchaserId: organisationId };
}

function ofDrafters(actor: Actor, waitsFor: WaitKey): OwnClaim | null {
  const { role } = actor;
  return role === 'purchaser_clerk' || role === 'agency'
    ? { waitsFor: [waitsFor], only: sideOf(actor), while: inItsCourse }
    : null;
}

const ofAwards = taskKinds(awards, { detail: 'projectName' }, [
  {
    command: 'awards.submit',
    claim: (actor) => ofDrafters(actor, `returned:${actor.role === 'agency' ? 'agency' : 'purchaser'}`),
  },
  {
    command: 'awards.confirm',
    claim(actor): OwnClaim | null {
      if (actor.role !== 'purchaser_reviewer') return null;
      const except = { submittedBy: actor.accountId };
      return { waitsFor: ['review'], only: sideOf(actor), except, while: inItsCourse };
    },
  },
]);

const shownOn = { entity: projects.name, column: 'projectId' } as const;
const ofSections = taskKinds(sections, { detail: 'sectionNo', shownOn }, [
  {
    command: 'awards.publish',
    claim(actor): Claim<SectionWait, 'agencyId' | 'purchaserId'> | null {
      const drafts = actor.role === 'purchaser_clerk' || actor.role === 'agency';
      return drafts ? { waitsFor: ['result'], only: sideOf(actor) } : null;
    },
  },
]);

export const awardTasks = [...ofAwards, ...ofSections];
