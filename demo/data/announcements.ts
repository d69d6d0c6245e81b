// Demo announcements: of which projects there are some, who drafts them, and how far they come. What is announced of a plan depends on the seed
// and on the plan alone.
import { invitationTypes } from '#shared/codes/announcement-kinds.ts';
import type { Account } from '#shared/domain/admin/model.ts';
import type { Announcement, AnnouncementTypeCode } from '#shared/domain/announcements/model.ts';
import type { Values } from '#shared/domain/announcements/values.ts';
import type { Project, Section } from '#shared/domain/projects/model.ts';
import { addDays, type PlainDate } from '#shared/kernel/dates.ts';
import { noticeTypesOf, typedContent } from './announcement-content.ts';
import type { DemoWorld } from './demo-world.ts';
import type { DemoPlan } from './plans.ts';
import { randomOf, type Weighted } from './random.ts';

/** How far the announcements of a project come; the last four begin with a published notice. */
const goals = [
  ['nothing', 22],
  ['draft', 12],
  ['review', 10],
  ['returned', 5],
  ['approved', 6],
  ['published', 26],
  ['corrected', 8],
  ['ended', 7],
  ['withdrawn', 4],
] as const satisfies readonly [Weighted<string>, ...Weighted<string>[]];
type Goal = (typeof goals)[number][0];

export type AnnouncementStep = 'submit' | 'approve' | 'return' | 'publish' | 'withdraw';
const review: readonly AnnouncementStep[] = ['submit', 'approve', 'publish'];
const stepsTo: Readonly<Record<Goal, readonly AnnouncementStep[]>> = {
  nothing: [],
  draft: [],
  review: ['submit'],
  returned: ['submit', 'return'],
  approved: ['submit', 'approve'],
  published: review,
  corrected: review,
  ended: review,
  withdrawn: [...review, 'withdraw'],
};

export type DemoAnnouncement = {
  readonly id: string;
  readonly type: AnnouncementTypeCode;
  readonly sections: readonly Section[];
  readonly targetId: string | null;
  readonly steps: readonly AnnouncementStep[];
  /** Why it is returned or withdrawn, where it is. */
  readonly reason: string;
  /** What its drafter types; of a correction, once its target is published. */
  content(target: Announcement | undefined): Values;
};
export type AnnouncementStory = {
  /** The clerk of the unit, or somebody of the agency. */
  readonly drafter: Account;
  /** In the order in which they are made. */
  readonly announcements: readonly DemoAnnouncement[];
};

export type StoryRequest = {
  readonly world: DemoWorld;
  readonly seed: string;
  readonly plan: DemoPlan;
  readonly project: Project;
  readonly sections: readonly Section[];
  readonly today: PlainDate;
  /** Instead of the one that chance gives. */
  readonly goal?: Goal;
};

/** What may still be published some days after the demo was made. */
const daysToSpare = 10;
const reasons = {
  returned: '请补充本项目的特定资格要求后重新提交。',
  withdrawn: '公告内容与备案的采购计划不一致，予以撤回（示例）。',
} as const;

export function announcementStory(request: StoryRequest): AnnouncementStory {
  const { world, seed, plan, project, today } = request;
  const random = randomOf(`${seed}/announcement/${plan.id}`);
  const idTime = Date.parse(`${today}T01:00:00Z`);
  const drawn = random.weighted(goals);
  const goal = request.goal ?? drawn;
  const agent = world.accounts.find(
    ({ role, organisationId }) => role === 'agency' && organisationId === project.agencyId,
  );
  const drafter = agent !== undefined && random.chance(0.4) ? agent : plan.clerk;
  const [usual, other] = noticeTypesOf(project.method);
  // Of followed projects what happens is told: they begin in the usual way.
  const isOther = request.goal === undefined && randomOf(`${seed}/way/${plan.id}`).chance(0.3);
  const type = isOther && other !== undefined ? other : usual;
  const all = request.sections.toSorted((a, b) => (a.sectionNo < b.sectionNo ? -1 : 1));
  const [noticeId, laterId] = [random.uuid(idTime), random.uuid(idTime + 1)];
  if (goal === 'nothing' || type === undefined || all.length === 0) return { drafter, announcements: [] };
  // Some sections wait for a second notice.
  const sections = all.length > 1 && random.chance(0.25) ? all.slice(0, -1) : all;
  const made = (
    id: string,
    of: Pick<DemoAnnouncement, 'type' | 'sections' | 'targetId' | 'steps'>,
  ): DemoAnnouncement => ({
    ...of,
    id,
    reason: goal === 'withdrawn' ? reasons.withdrawn : reasons.returned,
    content: (target) =>
      typedContent(
        {
          type: of.type,
          from: today,
          until: of.steps.includes('publish') ? today : addDays(today, daysToSpare),
          sections: of.sections,
          target,
          idTime,
        },
        randomOf(`${seed}/announcement/${id}`),
      ),
  });
  const notice = made(noticeId, { type, sections, targetId: null, steps: stepsTo[goal] });
  if (goal !== 'corrected' && goal !== 'ended') return { drafter, announcements: [notice] };
  const isInvitation = invitationTypes.has(type);
  const later = made(laterId, {
    type: goal === 'ended' ? 'TERMINATION' : isInvitation ? 'INVITATION_CORRECTION' : 'CORRECTION',
    // The end of one section, where there are several.
    sections: goal === 'ended' ? sections.slice(-1) : sections,
    targetId: noticeId,
    steps: review,
  });
  return { drafter, announcements: [notice, later] };
}
