// 中标（成交）结果 for the window: those of a project, one of them, and the form while one types. What is checked comes from the very functions that the
// commands use.
import type { AwardItem } from '#shared/contract/awards.ts';
import { loadCalendar } from '#shared/domain/admin/load-calendar.ts';
import { awardChanges } from '#shared/domain/award-changes/model.ts';
import { openedCandidates } from '#shared/domain/awards/bidders.ts';
import { createAward } from '#shared/domain/awards/commands/create.ts';
import { awardFacts, dueOf, loadAround, rankingOf } from '#shared/domain/awards/facts.ts';
import { type Award, awardIdOf, awards } from '#shared/domain/awards/model.ts';
import { inForce, loadEnds, standingOf } from '#shared/domain/awards/standing.ts';
import { availableActions } from '#shared/domain/awards/workflow.ts';
import { isPartyOf } from '#shared/domain/projects/access.ts';
import { evaluationInForce } from '#shared/domain/projects/events/course.ts';
import { type SectionEvent, sectionEvents } from '#shared/domain/projects/events/model.ts';
import { gate } from '#shared/domain/projects/gates.ts';
import { projects, type Section, sections } from '#shared/domain/projects/model.ts';
import { toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { checkAward } from '#shared/rules/awards/rules.ts';
import type { Account } from '../account.ts';
import type { Handlers } from './handler.ts';
import { loaded } from './load-facts.ts';
import { marksOf } from './marks.ts';
import { record, visibleRows } from './records.ts';
import { knownOf, knownSuppliers } from './suppliers.ts';

export const awardHandlers: Handlers<'awards.byProject' | 'awards.place' | 'awards.get' | 'awards.check'> = {
  'awards.byProject': {
    answer(account, { projectId }) {
      const project = record(account, projects, projectId);
      if (!project.ok) return project;
      const calendar = loaded(account.replica, loadCalendar(yearOf(toPlainDate(account.now()))));
      if (!calendar.ok) return calendar;
      const events = visibleRows(account, sectionEvents, { projectId });
      const own = visibleRows(account, awards, { projectId });
      const { actor } = account;
      const mayCreate = createAward.access.roles.includes(actor.role) && isPartyOf(actor, project.value.row);
      const itemOf = itemsOf(account);
      return ok({
        sections: visibleRows(account, sections, { projectId })
          .toSorted((a, b) => (a.sectionNo < b.sectionNo ? -1 : 1))
          .flatMap((section) => {
            const award = ofCourse(own, section).at(-1);
            if (award === undefined && section.status !== 'evaluated') return [];
            const failed = evaluationInForce(section, events)?.outcome.result === 'failed';
            const open = gate(section, 'determine', project.value.row).open;
            const free = open && (award === undefined || award.status === 'void');
            const around = { project: project.value.row, section, events, calendar: calendar.value };
            return [
              {
                sectionId: section.id,
                award: award === undefined ? null : itemOf(award),
                due: dueOf(around),
                failed,
                begin: mayCreate && free && !failed,
              },
            ];
          }),
      });
    },
  },
  'awards.place': {
    answer(account, { sectionId }) {
      const found = record(account, sections, sectionId);
      if (!found.ok) return found;
      const { row: section } = found.value;
      const { schedule, projectId } = section;
      if (schedule === null) return ok({ place: null });
      const noticeId = schedule.announcementId;
      const own = ofCourse(visibleRows(account, awards, { sectionId }), section);
      const last = own.at(-1);
      if (last !== undefined && last.status !== 'void') {
        return ok({ place: { projectId, noticeId, awardId: last.id, begun: true } });
      }
      const project = record(account, projects, projectId);
      if (!project.ok) return project;
      if (!gate(section, 'determine', project.value.row).open) return ok({ place: null });
      const awardId = awardIdOf(sectionId, noticeId, own.length);
      return ok({ place: { projectId, noticeId, awardId, begun: false } });
    },
  },
  'awards.get': {
    answer(account, { id }) {
      const found = record(account, awards, id);
      if (!found.ok) return found;
      const { row, version } = found.value;
      const around = loaded(account.replica, loadAround(row, { now: account.now() }));
      if (!around.ok) return around;
      const known = around.value;
      const isDraft = row.status === 'draft' || row.status === 'returned';
      return ok({
        award: row,
        version,
        mark: marksOf(account)('awards', id),
        actions: [...availableActions(account.actor, row)],
        ranking:
          isDraft && known !== undefined
            ? [...rankingOf(row.content, known.section, known.events)]
            : row.ranking,
        told: isDraft
          ? known !== undefined && isTold(known.section, known.events)
          : row.evaluationId !== null,
        due: known === undefined ? null : dueOf(known),
        standing: standingFor(account, row),
      });
    },
  },
  'awards.check': {
    answer(account, { sectionId, content }) {
      const section = record(account, sections, sectionId);
      if (!section.ok) return section;
      const now = account.now();
      const around = loaded(account.replica, loadAround({ sectionId, content }, { now }));
      if (!around.ok) return around;
      if (around.value === undefined) return err({ code: 'not_found' });
      const begun = ofCourse(visibleRows(account, awards, { sectionId }), section.value.row).at(-1);
      const facts = awardFacts(around.value, { content, history: begun?.history ?? [] }, now);
      const known = loaded(account.replica, knownSuppliers(facts.ranking));
      if (!known.ok) return known;
      const { row } = section.value;
      return ok({
        findings: checkAward(facts).map((finding) => ({ ...finding, paths: [...finding.paths] })),
        projectId: row.projectId,
        sectionNo: row.sectionNo,
        sectionName: row.name,
        method: facts.method,
        ranking: facts.ranking.map((candidate, index) => ({
          ...candidate,
          known: knownOf(known.value[index], facts.today),
        })),
        told: isTold(row, around.value.events),
        opened: isTold(row, around.value.events) ? [] : [...openedCandidates(around.value)],
        due: facts.due,
        smeReserved: facts.smeReserved,
        ceiling: facts.ceiling,
        evaluatedAgain: facts.evaluatedAgain,
      });
    },
  },
};

/** What has become of it, and by which filing. */
function standingFor(account: Account, { id: awardId, noticeId, projectId, sectionId }: Award) {
  const section = record(account, sections, sectionId);
  const ends = loaded(account.replica, loadEnds(projectId));
  if (!section.ok || !ends.ok) return inForce;
  const standing = standingOf(section.value.row, ends.value, { awardId, noticeId });
  if (standing.as !== 'corrected' && standing.as !== 'changed') return standing;
  const filings = visibleRows(account, awardChanges, { sectionId });
  const filing = filings.find(({ changeNo }) => changeNo === standing.document);
  return { ...standing, changeId: filing?.id ?? null };
}

/** Those of the notice in which the section stands now, the latest last. */
function ofCourse(own: readonly Award[], { id, schedule }: Section): readonly Award[] {
  return own
    .filter(({ sectionId, noticeId }) => sectionId === id && noticeId === schedule?.announcementId)
    .toSorted((a, b) => a.createdAt - b.createdAt);
}

/** The centre has told of a ranking: nobody types it. */
function isTold(section: Section, events: readonly SectionEvent[]): boolean {
  return (evaluationInForce(section, events)?.ranking.length ?? 0) > 0;
}

function itemsOf(account: Account): (award: Award) => AwardItem {
  const mark = marksOf(account);
  return ({ id, status, content, announcementId, letter }) => ({
    id,
    status,
    winner: content.winner,
    amount: content.amount,
    rate: content.rate,
    announcementId,
    letterNo: letter?.no ?? null,
    mark: mark('awards', id),
  });
}
