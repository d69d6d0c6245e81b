// Announcements for the window: those of a project, one of them, and the draft as it stands while one types. Whatever is checked
// and filled in comes from the very functions that the commands use.
import type { AnnouncementListItem } from '#shared/contract/announcements.ts';
import type { Paper } from '#shared/contract/documents.ts';
import type { QueryParsed } from '#shared/contract/ipc.ts';
import { compose, correctedNow, displayOf, earliestOf } from '#shared/domain/announcements/compose.ts';
import { choosableSections, plannedSections } from '#shared/domain/announcements/coverage.ts';
import { announcementDocument, draftDocument } from '#shared/domain/announcements/document-of-row.ts';
import { loadAnnouncementFacts, type Subject, subjectOf } from '#shared/domain/announcements/facts.ts';
import type { AnnouncementFacts } from '#shared/domain/announcements/facts-model.ts';
import { type Announcement, announcements } from '#shared/domain/announcements/model.ts';
import { invitationPapers } from '#shared/domain/announcements/papers.ts';
import { startable } from '#shared/domain/announcements/startable.ts';
import { visible } from '#shared/domain/entity.ts';
import { projects, sections } from '#shared/domain/projects/model.ts';
import { workflows } from '#shared/domain/registry.ts';
import { stepsFor } from '#shared/domain/workflow.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Account } from '../account.ts';
import { explanationOf } from './explanations.ts';
import type { Handlers } from './handler.ts';
import { loaded } from './load-facts.ts';
import { marksOf } from './marks.ts';
import { parse, record } from './records.ts';

export const announcementHandlers: Handlers<
  | 'announcements.byProject'
  | 'announcements.get'
  | 'announcements.compose'
  | 'announcements.document'
  | 'announcements.papers'
> = {
  'announcements.byProject': {
    answer(account, { projectId }) {
      const project = record(account, projects, projectId);
      if (!project.ok) return project;
      const own = rowsOf(account, { projectId });
      const items = itemsOf(account, own.toSorted(byPublication));
      const known = (account.replica.table('sections')?.bodies({ projectId }) ?? []).flatMap((body) => {
        const row = parse(sections, body);
        return row.ok && visible(account.actor, sections, row.value) ? [row.value] : [];
      });
      const begun = startable(account.actor, project.value.row, known, own);
      return ok({ announcements: items, startable: begun.map((each) => ({ ...each })) });
    },
  },
  'announcements.get': {
    answer(account, { id }) {
      const found = record(account, announcements, id);
      if (!found.ok) return found;
      const { row, version } = found.value;
      return ok({
        announcement: row,
        version,
        mark: marksOf(account)('announcements', id),
        actions: actionsOn(account, row),
      });
    },
  },
  'announcements.compose': {
    answer(account, input) {
      const subject = subjectOfDraft(account, input);
      if (!subject.ok) return subject;
      const facts = factsOf(account, subject.value);
      if (!facts.ok) return facts;
      const { type, sectionIds, content, targetId } = input;
      const composed = compose(facts.value, { type, sectionIds, content });
      const display = displayOf(facts.value);
      return ok({
        title: composed.title,
        generated: composed.generated.values,
        sources: { ...composed.generated.sources },
        document: draftDocument(facts.value, composed, sideOf(account)),
        corrected: correctedNow(facts.value) ?? null,
        findings: composed.findings.map((finding) => ({ ...finding, paths: [...finding.paths] })),
        earliest: earliestOf(facts.value, composed.values).map(({ field, date, provisional, rules }) => ({
          field,
          date,
          provisional,
          explanations: rules.map(explanationOf),
        })),
        display: display === undefined ? null : explanationOf(display),
        choosable: choosableSections(
          type,
          facts.value.allSections,
          targetId === null ? undefined : facts.value.target,
          facts.value.project,
        ).map(({ id }) => id),
        reserved: plannedSections({ ...facts.value, sections: facts.value.allSections }).map(
          ({ section: { id }, smeReserved }) => ({ id, smeReserved }),
        ),
      });
    },
  },
  'announcements.document': {
    answer(account, { id }) {
      const document = announcementDocumentById(account, id);
      return document.ok ? ok({ document: document.value }) : document;
    },
  },
  'announcements.papers': {
    answer(account, { id }) {
      const papers = invitationPapersById(account, id);
      return papers.ok ? ok({ papers: [...papers.value] }) : papers;
    },
  },
};

function rowsOf(account: Account, where: { readonly [column: string]: string }): readonly Announcement[] {
  return (account.replica.table('announcements')?.bodies(where) ?? []).flatMap((body) => {
    const row = parse(announcements, body);
    return row.ok && visible(account.actor, announcements, row.value) ? [row.value] : [];
  });
}

/** Drafts on top, then what was published last. */
function byPublication(a: Announcement, b: Announcement): number {
  const time = ({ publishedAt }: Announcement) => publishedAt ?? Number.POSITIVE_INFINITY;
  return time(a) === time(b) ? b.updatedAt - a.updatedAt : time(b) - time(a);
}

function itemsOf(account: Account, rows: readonly Announcement[]): AnnouncementListItem[] {
  const mark = marksOf(account);
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    status: row.status,
    projectId: row.projectId,
    targetId: row.targetId,
    title: row.title,
    projectName: row.projectName,
    purchaserName: row.purchaserName,
    draftedBy: row.draftedBy,
    round: row.round,
    sectionIds: [...row.sectionIds],
    publishedAt: row.publishedAt,
    displayUntil: row.displayUntil,
    pushStatus: row.push.status,
    updatedAt: row.updatedAt,
    mark: mark('announcements', row.id),
  }));
}

/** Of all modules: what another module has made is published by that module's own command. */
const ways = workflows.filter(({ kind }) => kind.name === announcements.name);

function actionsOn(account: Account, row: Announcement): string[] {
  return ways.flatMap((each) => {
    const around = loaded(account.replica, each.around(row));
    return around.ok ? stepsFor(each, account.actor, row, around.value) : [];
  });
}

/** A saved draft is that of its unit, a new one without a project that of the clerk's own. */
function subjectOfDraft(account: Account, input: QueryParsed<'announcements.compose'>): Result<Subject> {
  const { id, type, projectId, targetId, sectionIds, content } = input;
  if (id !== null) {
    const found = record(account, announcements, id);
    return found.ok ? ok({ ...subjectOf(found.value.row), sectionIds, content }) : found;
  }
  if (projectId !== null) {
    const project = record(account, projects, projectId);
    if (!project.ok) return project;
  }
  const purchaserId = projectId === null ? account.actor.organisationId : null;
  return ok({ id, type, projectId, targetId, sectionIds, purchaserId, content });
}

function factsOf(account: Account, subject: Subject): Result<AnnouncementFacts> {
  const facts = loaded(account.replica, loadAnnouncementFacts(subject, account.now()));
  if (!facts.ok) return facts;
  return facts.value === undefined ? err({ code: 'client_too_old' }) : ok(facts.value);
}

/** As it was frozen, or of a draft as it would be now. Error codes: not_found, unreadable_record, client_too_old. */
export function announcementDocumentById(
  account: Account,
  id: string,
): ReturnType<typeof announcementDocument> {
  const found = record(account, announcements, id);
  if (!found.ok) return found;
  const { row } = found.value;
  if (row.frozen !== null) return announcementDocument(row);
  const facts = factsOf(account, subjectOf(row));
  return facts.ok ? ok(draftDocument(facts.value, compose(facts.value, row), row.draftedBy)) : facts;
}

/** Empty of what invites nobody, and before the submission. Error codes: not_found, unreadable_record, client_too_old. */
export function invitationPapersById(account: Account, id: string): Result<readonly Paper[]> {
  const found = record(account, announcements, id);
  if (!found.ok) return found;
  const { row } = found.value;
  const target = row.targetId === null ? undefined : record(account, announcements, row.targetId);
  const papers = invitationPapers(row, target?.ok === true ? target.value.row : undefined);
  return papers.ok ? ok(papers.value.map((paper) => ({ ...paper, lacks: null }))) : papers;
}

/** Whose draft a new one would be. */
function sideOf({ actor }: Account): Announcement['draftedBy'] {
  return actor.role === 'agency' ? 'agency' : 'purchaser';
}
