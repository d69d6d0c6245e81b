// 中标结果变更备案 for the window: what may be chosen, those of a project, one of them, and the form while one types. What is checked comes from the very functions
// that the commands use.
import type { ChangeItem, ChoosableSection } from '#shared/contract/award-changes.ts';
import type { QueryOutput } from '#shared/contract/ipc.ts';
import { type Announcement, announcements } from '#shared/domain/announcements/model.ts';
import { noticeIdOf } from '#shared/domain/award-changes/commands/approve.ts';
import { beginStep, createAwardChange } from '#shared/domain/award-changes/commands/create.ts';
import { type Around, changeFacts, loadAround, nextCandidates } from '#shared/domain/award-changes/facts.ts';
import {
  type AwardChange,
  awardChanges,
  type ChangeContent,
  isOpen,
} from '#shared/domain/award-changes/model.ts';
import { availableActions } from '#shared/domain/award-changes/workflow.ts';
import { isPartyOf } from '#shared/domain/projects/access.ts';
import { announcedResult, gate, type Obstacle } from '#shared/domain/projects/gates.ts';
import { isLive, type Project, projects, type Section, sections } from '#shared/domain/projects/model.ts';
import { resultOf, type SectionResult } from '#shared/domain/projects/result.ts';
import { liveContracts } from '#shared/domain/projects/section-contracts.ts';
import { type Instant, toPlainDate } from '#shared/kernel/dates.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { actionsFor, asksQualified, changeWays, checkAwardChange } from '#shared/rules/award-change-rules.ts';
import type { Finding } from '#shared/rules/engine.ts';
import type { Account } from '../account.ts';
import type { Handlers } from './handler.ts';
import { loaded } from './load-facts.ts';
import { marksOf } from './marks.ts';
import { projectsWithResults } from './projects/with-results.ts';
import { record, visibleRows } from './records.ts';
import { knownOf, knownSuppliers } from './suppliers.ts';

export const awardChangeHandlers: Handlers<
  'awardChanges.choosable' | 'awardChanges.byProject' | 'awardChanges.get' | 'awardChanges.check'
> = {
  'awardChanges.choosable': {
    answer(account, { text, limit }, desk) {
      if (!mayBegin(account)) return ok({ projects: [] });
      desk.search.catchUp();
      return ok({ projects: choosableProjects(account, text, limit) });
    },
  },
  'awardChanges.byProject': {
    answer(account, { projectId }) {
      const project = record(account, projects, projectId);
      if (!project.ok) return project;
      const filings = visibleRows(account, awardChanges, { projectId }).toSorted(
        (a, b) => a.createdAt - b.createdAt,
      );
      const notices = visibleRows(account, announcements, { projectId }).filter(
        ({ type }) => type === 'RESULT_CHANGE',
      );
      const begins = mayBegin(account) && isPartyOf(account.actor, project.value.row);
      const itemOf = itemsOf(account, notices);
      return ok({
        sections: visibleRows(account, sections, { projectId })
          .toSorted((a, b) => (a.sectionNo < b.sectionNo ? -1 : 1))
          .flatMap((section) => {
            const own = filings.filter(({ sectionId }) => sectionId === section.id);
            const filing = own.find(isOpen) ?? own.at(-1);
            const published = announcedResult(section);
            if (filing === undefined && published === undefined) return [];
            return [
              {
                ...{ sectionId: section.id, sectionNo: section.sectionNo },
                resultNoticeId: published?.announcementId ?? null,
                supplierName: resultOf(section)?.supplierName ?? '',
                filing: filing === undefined ? null : itemOf(filing),
                begin: begins && !own.some(isOpen) && gate(section, beginStep(null), project.value.row).open,
              },
            ];
          }),
      });
    },
  },
  'awardChanges.get': {
    answer(account, { id }) {
      const found = record(account, awardChanges, id);
      if (!found.ok) return found;
      const { row, version } = found.value;
      const { projectId, sectionId } = row;
      const section = visibleRows(account, sections, { projectId }).find((each) => each.id === sectionId);
      const around = loaded(account.replica, loadAround(row, { now: account.now() }));
      if (!around.ok) return around;
      const next = around.value === undefined ? [] : nextCandidates(around.value);
      return ok({
        change: row,
        version,
        mark: marksOf(account)(awardChanges.name, id),
        actions: [...availableActions(account.actor, row)],
        result: section === undefined ? null : resultBy(row, section),
        winnerUscc: next.find(({ supplier }) => supplier === row.content.winner)?.uscc ?? '',
        notice: noticeOf(row, visibleRows(account, announcements, { projectId })),
        toBeEnded: row.status === 'closed' && section?.status === 'awarded',
      });
    },
  },
  'awardChanges.check': {
    answer(account, { id, sectionId, content }) {
      const section = record(account, sections, sectionId);
      if (!section.ok) return section;
      const saved = id === null ? null : record(account, awardChanges, id);
      if (saved?.ok === false) return saved;
      const now = account.now();
      const around = loaded(account.replica, loadAround({ sectionId, content }, { now }));
      if (!around.ok) return around;
      if (around.value === undefined) return err({ code: 'not_found' });
      const next = nextCandidates(around.value);
      const known = loaded(account.replica, knownSuppliers(next));
      if (!known.ok) return known;
      const { row } = section.value;
      const original = saved?.value.row.original ?? announcedResult(row) ?? null;
      const way = content.reasonCode === null ? undefined : changeWays[content.reasonCode];
      return ok({
        findings: findingsOf(around.value, { id: id ?? '', original, content }, now).map((finding) => ({
          ...finding,
          paths: [...finding.paths],
        })),
        projectId: row.projectId,
        projectName: around.value.project.name,
        sectionNo: row.sectionNo,
        sectionName: row.name,
        smeReserved: row.smeReserved,
        original,
        next: next.map((candidate, index) => ({
          ...candidate,
          known: knownOf(known.value[index], toPlainDate(now)),
        })),
        actions: [...actionsFor(content.reasonCode)],
        numbered: way?.numbered === true,
        asksQualified: asksQualified(content),
        papers: [...(way?.papers ?? [])],
      });
    },
  },
};

function mayBegin({ actor: { role } }: Account): boolean {
  return createAwardChange.access.roles.some((each) => each === role);
}

type Asked = {
  readonly id: string;
  readonly original: SectionResult | null;
  readonly content: ChangeContent;
};

/** A section without a published result has nothing to be changed: that is what is said of it. */
function findingsOf(around: Around, { id, original, content }: Asked, now: Instant): readonly Finding[] {
  if (original !== null) return checkAwardChange(changeFacts(around, { id, original, content }, now));
  const otherOpen = around.changes.some((other) => other.id !== id && isOpen(other));
  const contractNo = liveContracts(around.section)[0]?.contractNo ?? null;
  const bargain = { amount: null, rate: '' };
  return checkAwardChange({
    ...{ content, announced: false, contractNo, bargain, otherOpen, next: [], winner: null },
  });
}

/** While it is not announced it waits on the section. */
function resultBy({ id }: AwardChange, { change, results }: Section): SectionResult | null {
  if (change?.changeId === id) return change.result;
  return results.find(({ awardId }) => awardId === id) ?? null;
}

/** The one that its approval has drafted, or that was begun in place of it. */
function noticeOf(filing: AwardChange, all: readonly Announcement[]): ChangeItem['notice'] {
  const { sectionId, announcementId, original, status } = filing;
  if (status !== 'approved' && status !== 'announced') return null;
  const wanted = announcementId ?? noticeIdOf(filing);
  const found =
    all.find(({ id }) => id === wanted) ??
    all.find(
      (each) =>
        each.type === 'RESULT_CHANGE' &&
        each.publishedAt === null &&
        each.targetId === original.announcementId &&
        each.sectionIds.includes(sectionId),
    );
  return found === undefined ? null : { id: found.id, status: found.status };
}

function itemsOf(account: Account, notices: readonly Announcement[]): (filing: AwardChange) => ChangeItem {
  const mark = marksOf(account);
  return (filing) => ({
    id: filing.id,
    status: filing.status,
    changeNo: filing.changeNo,
    action: filing.content.action,
    notice: noticeOf(filing, notices),
    mark: mark(awardChanges.name, filing.id),
  });
}

type ChoosableProject = QueryOutput<'awardChanges.choosable'>['projects'][number];

/** With a section that has a published result, the latest first; of the other sections why nothing of them is changed. */
function choosableProjects(account: Account, text: string, most: number): ChoosableProject[] {
  const offered: ChoosableProject[] = [];
  for (const projectId of projectsWithResults(account, text)) {
    if (offered.length === most) break;
    const project = record(account, projects, projectId);
    if (!project.ok || !isPartyOf(account.actor, project.value.row)) continue;
    const { id, name, planNo } = project.value.row;
    const all = visibleRows(account, sections, { projectId }).filter(isLive);
    if (all.every((section) => announcedResult(section) === undefined)) continue;
    const own = all
      .toSorted((a, b) => (a.sectionNo < b.sectionNo ? -1 : 1))
      .map((section) => choosable(account, section, project.value.row));
    offered.push({ id, name, planNo, sections: own });
  }
  return offered;
}

function choosable(account: Account, section: Section, project: Project): ChoosableSection {
  const { id, sectionNo, name } = section;
  const { supplierName, amount, rate } = announcedResult(section) ?? {
    supplierName: '',
    amount: null,
    rate: '',
  };
  const isFiled = visibleRows(account, awardChanges, { sectionId: id }).some(isOpen);
  const [obstacle] = gate(section, beginStep(null), project).refused;
  const refused = (kind: string, { document, since, until }: Partial<Obstacle> = {}) => ({
    ...{ kind, document: document ?? '', since: since ?? null, until: until ?? null },
  });
  return {
    ...{ id, sectionNo, name, supplierName, amount, rate },
    refused: isFiled
      ? refused('change_open')
      : obstacle === undefined
        ? null
        : refused(obstacle.kind, obstacle),
  };
}
