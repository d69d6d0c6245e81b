// 质疑 for the window: those of a project, one of them, and the form while one types. What is checked comes from the very functions that the commands use.
import type { ChallengeItem } from '#shared/contract/challenges.ts';
import { challengeFacts, loadAround, replyPeriod } from '#shared/domain/challenges/facts.ts';
import { type Challenge, challenges } from '#shared/domain/challenges/model.ts';
import { availableActions } from '#shared/domain/challenges/workflow.ts';
import { visible } from '#shared/domain/entity.ts';
import { isAnnounced, projects } from '#shared/domain/projects/model.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { checkChallenge, checkReply } from '#shared/rules/challenge-rules.ts';
import type { Finding } from '#shared/rules/engine.ts';
import type { Account } from '../account.ts';
import type { Handlers } from './handler.ts';
import { loaded } from './load-facts.ts';
import { marksOf } from './marks.ts';
import { parse, record } from './records.ts';

export const challengeHandlers: Handlers<
  'challenges.byProject' | 'challenges.get' | 'challenges.check' | 'challenges.checkReply'
> = {
  'challenges.byProject': {
    answer(account, { projectId }) {
      const project = record(account, projects, projectId);
      if (!project.ok) return project;
      const rows = (account.replica.table('challenges')?.bodies({ projectId }) ?? []).flatMap((body) => {
        const row = parse(challenges, body);
        return row.ok && visible(account.actor, challenges, row.value) ? [row.value] : [];
      });
      return ok({
        challenges: itemsOf(
          account,
          rows.toSorted((a, b) => b.createdAt - a.createdAt),
        ),
      });
    },
  },
  'challenges.get': {
    answer(account, { id }) {
      const found = record(account, challenges, id);
      if (!found.ok) return found;
      const { row, version } = found.value;
      return ok({
        challenge: row,
        version,
        mark: marksOf(account)('challenges', id),
        actions: [...availableActions(account.actor, row)],
      });
    },
  },
  'challenges.check': {
    answer(account, { projectId, content }) {
      const project = record(account, projects, projectId);
      if (!project.ok) return project;
      const now = account.now();
      const around = loaded(account.replica, loadAround(projectId, now));
      if (!around.ok) return around;
      if (around.value === undefined) return err({ code: 'not_found' });
      const { sections, calendar } = around.value;
      return ok({
        findings: plain(checkChallenge(challengeFacts(around.value, content, now))),
        sections: sections
          .filter(isAnnounced)
          .map(({ id, sectionNo, name }) => ({ id, sectionNo, name }))
          .toSorted((a, b) => (a.sectionNo < b.sectionNo ? -1 : 1)),
        replyDue: replyPeriod(content.receivedOn, calendar)?.result.date ?? null,
      });
    },
  },
  'challenges.checkReply': {
    answer(account, { id, reply }) {
      const found = record(account, challenges, id);
      if (!found.ok) return found;
      const { content, replyDue } = found.value.row;
      const { stage, mayAffectResult, receivedOn } = content;
      const today = toPlainDate(account.now());
      return ok({
        findings: plain(checkReply({ reply, stage, mayAffectResult, receivedOn, due: replyDue, today })),
      });
    },
  },
};

function itemsOf(account: Account, rows: readonly Challenge[]): ChallengeItem[] {
  const mark = marksOf(account);
  return rows.map(({ id, status, content, replyDue, reply }) => ({
    id,
    status,
    supplierName: content.supplierName,
    letterNo: content.letterNo,
    sectionIds: [...content.sectionIds],
    mayAffectResult: content.mayAffectResult,
    receivedOn: content.receivedOn,
    replyDue,
    repliedOn: reply?.repliedOn ?? null,
    mark: mark('challenges', id),
  }));
}

function plain(findings: readonly Finding[]) {
  return findings.map((finding) => ({ ...finding, paths: [...finding.paths] }));
}
