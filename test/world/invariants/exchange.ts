// Both sides of the exchange agree: what the centre holds of a plan is what we hold, and nothing is left in our outbox but dead letters
// with their reason.
import type { CentreState } from '#demo/trading-centre/centre.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import { movedByEvents } from '#shared/domain/projects/events/course.ts';
import type { SectionEvent } from '#shared/domain/projects/events/model.ts';
import type { Project, Section } from '#shared/domain/projects/model.ts';
import { rowsOf, type ServerTables } from '../read-server.ts';

/** While a plan is being changed, sections for it are refused; they come once more with its next filing. */
const standing: ReadonlySet<Plan['status']> = new Set([
  'filed',
  'pushed',
  'sections_received',
  'in_execution',
  'cancelled',
]);

export function exchangeAgrees(centre: CentreState, server: ServerTables): readonly string[] {
  const problems: string[] = [];
  for (const { msg_id, type, state, code } of server.messages) {
    if (state === 'pending' || state === 'received')
      problems.push(`exchange: ${type} ${msg_id} is still ${state}`);
    if (state === 'dead' && code === null)
      problems.push(`exchange: ${type} ${msg_id} is dead without a reason`);
  }
  const plans = new Map((rowsOf(server, 'plans') as readonly Plan[]).map((plan) => [plan.id, plan]));
  const sections = rowsOf(server, 'sections') as readonly Section[];
  for (const project of rowsOf(server, 'projects') as readonly Project[]) {
    const plan = plans.get(project.planId);
    if (project.push.status === 'waiting' || project.push.status === 'received') {
      problems.push(`exchange: ${project.planNo} still waits for the centre's word (${project.push.status})`);
    }
    // A plan that is being changed, or whose push the centre has not accepted, is not the same on both sides and says so.
    if (plan === undefined || project.push.status !== 'accepted' || !standing.has(plan.status)) continue;
    const held = centre.plans.find(
      ({ body, platformId }) => body.planId === plan.id && platformId === project.platformId,
    );
    if (held === undefined || held.withdrawn !== (plan.status === 'cancelled')) {
      problems.push(
        `exchange: the centre ${held === undefined ? 'does not hold' : 'holds otherwise'} ${plan.planNo}`,
      );
      continue;
    }
    const theirs = centre.sections
      .filter(
        ({ planId, cancelled, platformId }) =>
          planId === plan.id && !cancelled && platformId === project.platformId,
      )
      .map(({ lotUid, version }) => `${lotUid}@${version}`);
    const ours = sections
      .filter(({ planId, status }) => planId === plan.id && status !== 'cancelled')
      .map(
        ({ lotUid, platformVersion, difference }) =>
          `${lotUid}@${difference?.platformVersion ?? platformVersion}`,
      );
    if (theirs.sort().join() !== ours.sort().join()) {
      problems.push(
        `exchange: of ${plan.planNo} we hold ${ours.join() || 'nothing'}, the centre ${theirs.join() || 'nothing'}`,
      );
    }
  }
  return problems;
}

/** The state of every section says what its events say; what announcements and later modules decide is not theirs. */
export function statesFollowEvents(server: ServerTables): readonly string[] {
  const events = rowsOf(server, 'section_events') as readonly SectionEvent[];
  return (rowsOf(server, 'sections') as readonly Section[]).flatMap((section) => {
    const moved = movedByEvents(section, events);
    if (moved === undefined) return [];
    return [`exchange: section ${section.lotUid} is ${section.status}, by its events ${moved.status}`];
  });
}
