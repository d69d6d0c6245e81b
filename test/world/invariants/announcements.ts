// What is published stands still, sections are announced by exactly the announcement that they say, and the trading centre holds what it has
// accepted word for word.
import type { CentreState } from '#demo/trading-centre/centre.ts';
import { noticeTypes } from '#shared/domain/announcements/coverage.ts';
import { type Announcement, isPublished } from '#shared/domain/announcements/model.ts';
import type { Project, Section } from '#shared/domain/projects/model.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { rowsOf, type ServerTables } from '../read-server.ts';

/** All that may become of an announcement once everybody can read it: its withdrawal, and what became of its message. */
const mayChange: ReadonlySet<string> = new Set(['status', 'withdrawal', 'push', 'updatedAt', 'history']);

export function publishedStandsStill({ history }: ServerTables): readonly string[] {
  const problems: string[] = [];
  const published = new Map<string, Announcement>();
  for (const { entity, id, text } of history) {
    if (entity !== 'announcements') continue;
    const before = published.get(id);
    if (text === null) {
      if (before !== undefined) problems.push(`published announcement ${id} is gone`);
      continue;
    }
    const after = JSON.parse(text) as Announcement;
    if (before !== undefined) {
      const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
        (field) =>
          !mayChange.has(field) &&
          canonicalJson(Reflect.get(before, field) ?? null) !==
            canonicalJson(Reflect.get(after, field) ?? null),
      );
      if (changed.length > 0) problems.push(`published announcement ${id} changed: ${changed.join()}`);
      const kept = after.status === before.status || after.status === 'withdrawn';
      if (!kept) problems.push(`published announcement ${id} became ${after.status}`);
      const told = after.history.slice(0, before.history.length);
      if (canonicalJson(told) !== canonicalJson(before.history)) {
        problems.push(`published announcement ${id} has another history`);
      }
    }
    if (isPublished(after)) published.set(id, after);
    else if (after.publishedAt !== null)
      problems.push(`announcement ${id} was published without being frozen`);
  }
  return problems;
}

export function sectionsStandInOneNotice(server: ServerTables): readonly string[] {
  const problems: string[] = [];
  const all = rowsOf(server, 'announcements') as readonly Announcement[];
  const inForce = all.filter(({ status }) => status === 'published');
  const sections = rowsOf(server, 'sections') as readonly Section[];
  for (const { id, sectionNo, status, schedule } of sections) {
    const about = inForce.filter(({ sectionIds }) => sectionIds.includes(id));
    const notices = about.filter(({ type }) => noticeTypes.has(type));
    const own = notices.filter((notice) => notice.id === schedule?.announcementId);
    const ended = about.some(({ type, targetId }) => {
      return type === 'TERMINATION' && (schedule === null || targetId === schedule.announcementId);
    });
    const name = `section ${sectionNo} ${id} is ${status}`;
    switch (status) {
      case 'received':
      case 'cancelled':
        if (notices.length > 0 || schedule !== null) {
          problems.push(
            `${name} and stands in ${notices.map((each) => each.id).join() || 'no announcement'}`,
          );
        }
        break;
      case 'announced':
      case 'opened':
      case 'evaluated':
      case 'awarded':
      case 'contracted':
      case 'accepted':
        if (own.length !== 1) problems.push(`${name} by ${own.length} announcements in force`);
        if (ended) problems.push(`${name} and was ended`);
        break;
      case 'failed':
      case 'terminated':
        if (!ended) problems.push(`${name} and nothing says so`);
        break;
      default:
        problems.push(`${name}, which nothing here makes it`);
    }
  }
  for (const { id, sectionIds, projectId } of all) {
    const foreign = sectionIds.filter(
      (each) => sections.find((section) => section.id === each)?.projectId !== projectId,
    );
    if (foreign.length > 0) problems.push(`announcement ${id} is about ${foreign.join()} of another project`);
  }
  return problems;
}

export function centreHoldsAnnouncements(centre: CentreState, server: ServerTables): readonly string[] {
  const problems: string[] = [];
  for (const announcement of rowsOf(server, 'announcements') as readonly Announcement[]) {
    const { id, push, frozen, platformId } = announcement;
    if (push.status === 'waiting' || push.status === 'received') {
      problems.push(`exchange: announcement ${id} still waits for the centre's word (${push.status})`);
    }
    if (push.status !== 'accepted') continue;
    const held = centre.announcements.filter(
      ({ body, platformId: theirs }) => body.announcementId === id && theirs === platformId,
    );
    const own = held.find(({ body }) => canonicalJson(body.values) === canonicalJson(frozen?.values ?? null));
    if (own === undefined) {
      problems.push(`exchange: the centre accepted announcement ${id} and does not hold it`);
    }
  }
  return problems;
}

/**
 * Both sides hold the same announcements in force. Only a server that was restored may differ, and then its administrator is told of exactly that,
 * and of nothing else.
 */
export function inForceOnBothSides(
  centre: CentreState,
  server: ServerTables,
  { restored }: { readonly restored: boolean },
): readonly string[] {
  const all = rowsOf(server, 'announcements') as readonly Announcement[];
  const projects = rowsOf(server, 'projects') as readonly Project[];
  const differing = projects.flatMap(({ id: projectId, platformId }) => {
    const theirs = centre.announcements
      .filter(({ body, platformId: platform }) => body.projectId === projectId && platform === platformId)
      .map(({ body }) => body);
    const withdrawnThere = new Set(
      theirs.filter((body) => body['targetId'] === body.announcementId).map((body) => body.announcementId),
    );
    const knownThere = new Set(theirs.map((body) => body.announcementId));
    const ours = all.filter((each) => each.projectId === projectId && each.platformId === platformId);
    const ids = new Set([...knownThere, ...ours.map(({ id }) => id)]);
    return [...ids].flatMap((id) => {
      const own = ours.find((each) => each.id === id && isPublished(each));
      const here = own?.status ?? 'none';
      const there = withdrawnThere.has(id) ? 'withdrawn' : knownThere.has(id) ? 'published' : 'none';
      if ((here === 'published') === (there === 'published')) return [];
      // The announcement itself says that its last message was not taken.
      if (own !== undefined && own.push.status !== 'accepted' && there !== 'withdrawn') return [];
      return [`${platformId} ${id}: ${here} here, ${there} there`];
    });
  });
  const listed = server.announcementDifferences.map(
    ({ platform_id, announcement_id, ours, theirs }) =>
      `${platform_id} ${announcement_id}: ${ours} here, ${theirs} there`,
  );
  return [
    ...differing
      .filter((each) => !restored || !listed.includes(each))
      .map((each) => `exchange: ${restored ? 'nobody is told that ' : ''}announcement ${each}`),
    ...listed
      .filter((each) => !differing.includes(each))
      .map((each) => `exchange: it is not so that announcement ${each}`),
  ];
}
