// What must hold of a world at rest. Each problem is one line that names the place; no lines, no problems.

import { verifyAudit } from '#server/audit/verify.ts';
import { actorOfAccount } from '#server/command/actor-of-account.ts';
import { queries } from '#shared/contract/ipc.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { Account } from '#shared/domain/admin/model.ts';
import type { Announcement } from '#shared/domain/announcements/model.ts';
import type { Contract } from '#shared/domain/contracts/model.ts';
import type { Project } from '#shared/domain/projects/model.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { errorOf } from './errors.ts';
import {
  centreHoldsAnnouncements,
  inForceOnBothSides,
  publishedStandsStill,
  sectionsStandInOneNotice,
} from './invariants/announcements.ts';
import { resultsAgree } from './invariants/awards.ts';
import { exactlyOnce, forgettable, nothingSavedIsMissing } from './invariants/commands.ts';
import { contractsAgree } from './invariants/contracts.ts';
import { exchangeAgrees, statesFollowEvents } from './invariants/exchange.ts';
import { feedIsWhole, historyIsWhole } from './invariants/feed.ts';
import { listsAgree } from './invariants/lists.ts';
import { paymentsAgree } from './invariants/payments.ts';
import { performanceAgrees } from './invariants/performance.ts';
import { numbersAreConsecutive, projectsAddUp, stepsHappenedOnce } from './invariants/plans.ts';
import { replicaEqualsServer, serverDigestsHold } from './invariants/replica.ts';
import { successionHolds } from './invariants/succession.ts';
import { deskAccounts } from './people.ts';
import { readServer, rowsOf, type ServerTables } from './read-server.ts';
import { domainBefore } from './versions.ts';
import type { World } from './world.ts';

export async function examine(world: World): Promise<readonly string[]> {
  const server = await readServer(world.house.database);
  const accounts = rowsOf(server, 'accounts') as readonly Account[];
  const forgotten = forgettable(server, world.clock.now());
  const problems: string[] = [];
  const books = [];
  for (const desk of world.cast) {
    const { id } = deskAccounts[desk.name];
    const actor = actorOfAccount(accounts.find((account) => account.id === id) ?? null);
    const book = desk.books(actor !== undefined);
    books.push(book);
    problems.push(...desk.problems, ...nothingSavedIsMissing(book, forgotten), ...draftsAreKept(desk));
    if (actor !== undefined) {
      problems.push(...(await knowsWhoItIs(desk, actor)));
      if (!desk.damaged) problems.push(...(await listsAgree(desk)));
      const { replica } = desk.files();
      if (replica === null) problems.push(`${desk.name}: has never signed in`);
      else
        problems.push(...replicaEqualsServer(desk.name, actor, replica, server, typesBetween(world, desk)));
    }
    for (const row of book.outbox) {
      if (row.state === 'rejected' && errorOf(row.error).code === 'conflict') world.tally.count('conflict');
    }
  }
  problems.push(
    ...exactlyOnce(books, server, forgotten),
    ...serverDigestsHold(server),
    ...historyIsWhole(server),
    ...feedIsWhole(server),
    ...stepsHappenedOnce(
      books.map(({ outbox }) => outbox),
      server,
      { from: world.house.startsAtSeq, now: world.clock.now() },
    ),
    ...numbersAreConsecutive(server),
    ...projectsAddUp(server),
    ...exchangeAgrees(world.centre.state(), server),
    ...statesFollowEvents(server),
    ...resultsAgree(server),
    ...successionHolds(server),
    ...contractsAgree(server),
    ...paymentsAgree(server),
    ...performanceAgrees(server),
    ...publishedStandsStill(server),
    ...sectionsStandInOneNotice(server),
    ...centreHoldsAnnouncements(world.centre.state(), server),
    ...inForceOnBothSides(world.centre.state(), server, {
      restored: world.tally.get('server restore') > 0,
    }),
  );
  const audit = await verifyAudit(world.house.database);
  problems.push(...audit.findings.map((finding) => `audit: ${JSON.stringify(finding)}`));
  count(world, server);
  return problems;
}

/** The record types that both the desk and the server know. */
function typesBetween({ server }: World, desk: World['cast'][number]): readonly string[] {
  return server.older ? desk.types.filter((type) => domainBefore.entities.has(type)) : desk.types;
}

/** What the desk decides with is what the server decides with. */
async function knowsWhoItIs(desk: World['cast'][number], actor: Actor): Promise<readonly string[]> {
  const called = await desk.call('session.current', {});
  if (called.kind === 'crashed' || !called.result.ok) return [`${desk.name}: says nothing of its session`];
  const state = queries['session.current'].output.parse(called.result.value);
  if (canonicalJson(state.actor) === canonicalJson(actor)) return [];
  return [`${desk.name}: takes itself for ${JSON.stringify(state.actor)}, is ${JSON.stringify(actor)}`];
}

function draftsAreKept(desk: World['cast'][number]): readonly string[] {
  return [...desk.drafts].flatMap(([key, body]) => {
    const kept = desk.read('outbox.db', (db) =>
      db.prepare<[string], string>('SELECT body FROM drafts WHERE key = ?').pluck().get(key),
    );
    return kept === JSON.stringify(body) ? [] : [`${desk.name}: the draft ${key} was kept and is lost`];
  });
}

function count(world: World, server: ServerTables): void {
  const { tally, house } = world;
  for (const row of server.audit) {
    if (row.command_id === null || (row.seq ?? house.startsAtSeq + 1) <= house.startsAtSeq) continue;
    tally.count(row.outcome);
    tally.count(`${row.outcome} ${row.action}`);
    if (row.outcome === 'applied' && row.action === 'plans.file') {
      tally.count(row.desk_id === null ? 'filed by the server' : 'filed');
    }
    if (row.outcome === 'applied' && row.action === 'announcements.publish') tally.count('announced');
    if (row.outcome === 'applied' && row.action === 'announcements.withdraw') tally.count('withdrawn');
    if (row.outcome === 'applied' && row.action === 'sections.receive') tally.count('sections arrived');
    if (row.outcome === 'applied' && row.action.startsWith('sectionEvents.receive'))
      tally.count('events told');
    if (row.outcome === 'applied' && row.action === 'sectionEvents.record') tally.count('events recorded');
    if (row.outcome === 'applied' && row.action === 'awards.confirm') tally.count('determined');
    if (row.outcome === 'applied' && row.action === 'contracts.publish') tally.count('signed');
    if (row.outcome === 'applied' && row.action === 'acceptances.conclude') tally.count('accepted');
    if (row.outcome === 'applied' && row.action === 'payments.pay') tally.count('paid');
    if (row.outcome === 'applied' && row.action === 'plans.giveUp') tally.count('given up');
    if (row.outcome === 'applied' && row.action === 'accounts.save') tally.count('scopes changed');
    if (row.outcome === 'applied' && row.action === 'accounts.disable') tally.count('account disabled');
  }
  for (const { status } of rowsOf(server, 'contracts') as readonly Contract[]) {
    if (status === 'terminated') tally.count('contract ended');
  }
  for (const { status } of rowsOf(server, 'projects') as readonly Project[]) {
    if (status === 'completed') tally.count('completed');
  }
  const after = rowsOf(server, 'announcements') as readonly Announcement[];
  for (const { type, publishedAt } of after) {
    // What the founding story has published is no event of the history.
    if (publishedAt === null || publishedAt <= house.startsAt) continue;
    if (type === 'CORRECTION') tally.count('corrected');
    if (type === 'TERMINATION') tally.count('ended');
  }
  for (const { answer } of server.messages) if (answer === 'rejected') tally.count('centre refused');
}
