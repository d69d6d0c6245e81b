// A section that was opened and evaluated, whose result has been determined and, where asked, announced.

import { type AwardContent, awardIdOf, awards, emptyAward } from '#shared/domain/awards/model.ts';
import { projects } from '#shared/domain/projects/model.ts';
import type { Result } from '#shared/kernel/result.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { anActor } from './actors.ts';
import { typedResult } from './announcements.ts';
import { anEvaluation, anOpening, aStoreWithNotice } from './events.ts';
import { anId } from './ids.ts';
import type { Store } from './store.ts';

const [sectionId, noticeId] = [anId('lot-1'), anId('notice')];
/** Of the result of `lot-1`. */
export const awardId = awardIdOf(sectionId, noticeId, 0);

const ranked = (supplier: string, price: number, score: number, rank: number) => {
  return { supplier, uscc: null, price, score, reviewPrice: null, rank };
};
const bidder = (name: string, price: number) => ({ name, uscc: null, price });
const declaration = {
  ...{ id: awardId, fileName: 'declaration.pdf', mediaType: 'application/pdf', size: 1 },
  sha256: 'b'.repeat(64),
};

const content: AwardContent = {
  ...emptyAward,
  winner: '乙公司',
  address: '许昌市示例路2号',
  sizeClass: 'small',
  amount: 72_000_050,
  passedOver: [
    {
      supplier: '甲公司',
      reasonCode: 'GAVE_UP',
      reason: '乙公司举报后书面放弃（示例）',
      files: [declaration],
    },
  ],
};

/** Five have bid: three are ranked, of whom the first has given up; 丁公司 was rejected; of 戊公司 nobody has told what came of its bid. */
export function aStoreWithAward(parts: Partial<AwardContent> = {}, announced = true): Store {
  const store = aStoreWithNotice();
  store.now = Date.UTC(2026, 2, 3, 2);
  const [clerk, reviewer] = [anActor('purchaser_clerk'), anActor('purchaser_reviewer')];
  const centre = anActor('trading_platform');
  const [project] = store.all(projects);
  const opening = anOpening({
    bidders: [
      bidder('甲公司', 70_000_000),
      bidder('乙公司', 72_000_050),
      bidder('丙公司', 73_000_000),
      bidder('丁公司', 60_000_000),
      bidder('戊公司', 61_000_000),
    ],
  });
  const evaluation = anEvaluation({
    ranking: [
      ranked('甲公司', 70_000_000, 93.25, 1),
      ranked('乙公司', 72_000_050, 91, 2),
      ranked('丙公司', 73_000_000, 88.5, 3),
    ],
    rejected: [{ supplier: '丁公司', uscc: null, reason: '未按招标文件要求提供资格证明材料' }],
  });
  const [id, result] = [awardId, anId('result')];
  const draft = { sectionId, noticeId, content: { ...content, ...parts } };
  must(store.run(centre, 'sectionEvents.receiveOpening', opening));
  must(store.run(centre, 'sectionEvents.receiveEvaluation', evaluation));
  must(store.run(clerk, 'awards.create', draft));
  must(store.run(clerk, 'awards.submit', { id, acknowledged: everyWarning }));
  const { submittedAt } = store.get(awards, id);
  must(store.run(reviewer, 'awards.confirm', { id, submittedAt, note: '', acknowledged: everyWarning }));
  if (!announced) return store;
  const about = { type: 'RESULT', projectId: project?.id, sectionIds: [sectionId], content: typedResult };
  must(store.run(clerk, 'announcements.create', { id: result, ...about }));
  must(store.run(clerk, 'announcements.submit', { id: result, acknowledged: everyWarning }));
  must(store.run(reviewer, 'announcements.approve', { id: result }));
  must(store.run(clerk, 'awards.publish', { id: result }));
  return store;
}

function must(answer: Result<unknown>): void {
  if (!answer.ok) throw new Error(`no result: ${JSON.stringify(answer.error)}`);
}
