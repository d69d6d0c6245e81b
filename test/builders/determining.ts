// Two sections of one notice on their way to a result, step by step: for tests of what stands between the ranking and the letter of award.
import { type AwardContent, awardIdOf, awards, emptyAward } from '#shared/domain/awards/model.ts';
import { projects, sections } from '#shared/domain/projects/model.ts';
import { resultOf } from '#shared/domain/projects/result.ts';
import type { Result } from '#shared/kernel/result.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { anActor } from './actors.ts';
import { aStoreWithSections, typedTender } from './announcements.ts';
import { anId } from './ids.ts';
import type { Store } from './store.ts';

export const clerk = anActor('purchaser_clerk');
export const reviewer = anActor('purchaser_reviewer');
export const agency = anActor('agency');
export const office = anActor('procurement_office');
export const centre = anActor('trading_platform');
export const [first, second] = [anId('lot-1'), anId('lot-2')];
export const notice = anId('notice');
export const award = awardIdOf(first, notice, 0);
export const day = 24 * 3_600_000;
export const uscc = '11411000005712349F';

export function projectIn(store: Store) {
  const [project] = store.all(projects);
  if (project === undefined) throw new Error('no project');
  return project;
}

export function must(answer: Result<unknown>): void {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
}

export function publish(
  store: Store,
  id: string,
  type: string,
  sectionIds: readonly string[],
  content: unknown,
) {
  const input = { id, type, projectId: projectIn(store).id, sectionIds, content };
  must(store.run(clerk, 'announcements.create', input));
  must(store.run(clerk, 'announcements.submit', { id, acknowledged: everyWarning }));
  must(store.run(reviewer, 'announcements.approve', { id }));
  const command = type === 'RESULT' ? 'awards.publish' : 'announcements.publish';
  return store.run(clerk, command, { id });
}

const ranked = (order: readonly string[]) =>
  order.map((supplier, index) => ({
    ...{ supplier, uscc: supplier === '甲公司' ? uscc : null, price: 100 - index, score: 90 - index },
    ...{ reviewPrice: null, rank: index + 1 },
  }));

export function evaluate(
  store: Store,
  version = 1,
  order: readonly string[] = ['甲公司', '乙公司', '丙公司'],
  no = '1',
) {
  return store.run(centre, 'sectionEvents.receiveEvaluation', {
    ...{ id: anId(`evaluated ${no} ${version}`), startedId: anId(`started ${no} ${version}`), version },
    ...{
      lotUid: `lot-${no}`,
      pushedAt: store.now,
      startedAt: store.now - 7_200_000,
      endedAt: store.now - 3_600_000,
    },
    reportSha256: 'ab'.repeat(32),
    outcome: { result: 'ranked' },
    ranking: ranked(order),
    rejected: [],
  });
}

/** Both sections announced, past their deadline, and evaluated. */
export function evaluated(consortiumAllowed = true): Store {
  const store = aStoreWithSections();
  must(publish(store, notice, 'TENDER', [first, second], { ...typedTender, consortiumAllowed }));
  store.now += 60 * day;
  must(evaluate(store));
  must(evaluate(store, 1, ['甲公司', '乙公司', '丙公司'], '2'));
  return store;
}

export const content: AwardContent = {
  ...emptyAward,
  winner: '甲公司',
  address: '许昌市示例路1号',
  sizeClass: 'small',
  amount: 100,
};

export function begin(store: Store, parts: Partial<AwardContent> = {}, actor = clerk, sectionId = first) {
  const input = { sectionId, noticeId: notice, content: { ...content, ...parts } };
  return store.run(actor, 'awards.create', input);
}

export function submit(store: Store, parts: Partial<AwardContent> = {}, actor = clerk) {
  must(begin(store, parts, actor));
  return store.run(actor, 'awards.submit', { id: award, acknowledged: everyWarning });
}

export function confirm(store: Store, id = award, actor = reviewer) {
  const { submittedAt } = store.get(awards, id);
  return store.run(actor, 'awards.confirm', { id, submittedAt, note: '', acknowledged: everyWarning });
}

export function confirmed(parts: Partial<AwardContent> = {}): Store {
  const store = evaluated();
  must(submit(store, parts));
  must(confirm(store));
  return store;
}

export const brokenBy = (answer: ReturnType<typeof confirm>) =>
  answer.ok ? [] : (answer.error.fields ?? []).map(({ code }) => code);
export const resultIn = (store: Store, id = first) => resultOf(store.get(sections, id));
