// 合同公告及备案 end to end: on the announced result of a project, signed, reviewed, announced and filed, received by 采购办.
import { it } from 'vitest';
import { agreedAndPublished, draftAnnouncement } from './announcing.ts';
import { confirmed, determined } from './awarding.ts';
import { changePublished, changeRegistered, contractFollows } from './contract-changing.ts';
import {
  contractFilledIn,
  contractPublished,
  contractReceived,
  resultAnnounced,
  seenInTheGuide,
} from './contracting.ts';
import { clerkAnd } from './stage.ts';

const stage = clerkAnd('purchaser_reviewer');

it('a notice is published', async () => {
  await draftAnnouncement(stage());
  await agreedAndPublished(stage());
});
it('a result is determined and confirmed', async () => {
  await determined(stage());
  await confirmed(stage());
});
it('the result is announced, and the letter of award issued with it', () => resultAnnounced(stage()));
it('新增: 选择项目, what is known stands there, what is missing is said at its place', () =>
  contractFilledIn(stage()));
it('审核 by another person, then 提交公告及备案: what is public, and what is not', () =>
  contractPublished(stage()));
it('收讫 by 采购办, after papers that were missing', () => contractReceived(stage()));
it('项目向导 and the list show it as filed', () => seenInTheGuide(stage()));
it('登记变更: more than the tenth is refused at the field, and put right', () => changeRegistered(stage()));
it('审核 by another person, then 提交变更公告: what is public, and what is not', () =>
  changePublished(stage()));
it('the contract amounts to more, on its page and in the guide', () => contractFollows(stage()));
