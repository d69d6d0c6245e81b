// A 质疑 of the first section on its way to an answer, and announcements about that section: for tests of what holds it.
import { type Challenge, type Consequence, emptyChallenge } from '#shared/domain/challenges/model.ts';
import type { EventKind } from '#shared/domain/projects/events/model.ts';
import type { Hold } from '#shared/domain/projects/holds.ts';
import { openHolds } from '#shared/domain/projects/holds.ts';
import { sections } from '#shared/domain/projects/model.ts';
import { type PlainDate, toPlainDate } from '#shared/kernel/dates.ts';
import type { Result } from '#shared/kernel/result.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { aStoreWithSections, typedTender } from './announcements.ts';
import {
  agency,
  clerk,
  day,
  first,
  must,
  notice,
  projectIn,
  publish,
  reviewer,
  second,
} from './determining.ts';
import { anId } from './ids.ts';
import type { Store } from './store.ts';

export const letter = anId('letter');
export const ending = anId('end');

export function register(store: Store, parts: Partial<Challenge['content']> = {}) {
  const content = {
    ...emptyChallenge,
    ...{ sectionIds: [first], stage: 'result', supplierName: '丙公司', letterNo: 'ZY-1' },
    ...{ matters: '评分有误（示例）。', receivedOn: toPlainDate(store.now), mayAffectResult: true },
    ...parts,
  };
  must(store.run(clerk, 'challenges.create', { id: letter, projectId: projectIn(store).id, content }));
  must(store.run(clerk, 'challenges.submit', { id: letter, acknowledged: everyWarning }));
}

export function answer(
  store: Store,
  consequence: Consequence | null,
  repliedOn: PlainDate = toPlainDate(store.now),
) {
  const reply = {
    ...{ conclusion: 'upheld', consequence, text: '经核查，质疑成立（示例）。', repliedOn },
    ...{ servedOn: null, service: null, files: [] },
  };
  return store.run(clerk, 'challenges.reply', { id: letter, reply, acknowledged: everyWarning });
}

/** The notice that stands on another one: submitted, approved and published; the answer of the first step that is refused, else of the last. */
export function announceOn(store: Store, draft: { readonly id: string } & Readonly<Record<string, unknown>>) {
  const { id } = draft;
  must(store.run(clerk, 'announcements.create', { projectId: projectIn(store).id, ...draft }));
  const submitted = store.run(clerk, 'announcements.submit', { id, acknowledged: everyWarning });
  if (!submitted.ok) return submitted;
  must(store.run(reviewer, 'announcements.approve', { id }));
  return store.run(clerk, 'announcements.publish', { id });
}

/** An event of the first section, as the agency writes it down. */
export function record(store: Store, kind: EventKind, at = store.now - 1000, noticeId = notice) {
  const id = anId(`${kind} ${at}`);
  must(
    store.run(agency, 'sectionEvents.record', {
      ...{ id, sectionId: first, noticeId, kind, at, acknowledged: everyWarning },
    }),
  );
  return id;
}

export const candidates = ['甲公司', '乙公司', '丙公司'].map((supplier, index) => ({
  ...{ supplier, uscc: '', price: 100 - index, score: 90 - index, reviewPrice: null, rank: index + 1 },
}));

/** Both sections announced, and the first evaluated as the agency wrote it down: nobody has told the ranking. */
export function evaluatedByHand(after = 58 * day): Store {
  const store = aStoreWithSections();
  must(publish(store, notice, 'TENDER', [first, second], typedTender));
  store.now += after;
  record(store, 'evaluation_ended', store.now - 1);
  store.now += 60_000;
  return store;
}

/** 终止公告 about the first section. */
export function end(store: Store, reasonCode = 'UNFAIR_ACT', targetId = notice): Result<unknown> {
  const reason = [{ id: first, cells: { section: first, explanation: '示例' } }];
  const about = { id: ending, type: 'TERMINATION', targetId, sectionIds: [first] };
  return announceOn(store, { ...about, content: { reasonCode, reason } });
}

export function holdsOn(store: Store): readonly Hold['kind'][] {
  return openHolds(store.get(sections, first)).map(({ kind }) => kind);
}
