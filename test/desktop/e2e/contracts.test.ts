// 合同公告及备案 end to end: on the announced result of a project, signed, reviewed, announced and filed, received by 采购办.
import { it } from 'vitest';
import { acceptanceConcluded, acceptanceFilledIn } from './accepting.ts';
import { agreedAndPublished, draftAnnouncement } from './announcing.ts';
import { confirmed, determined } from './awarding.ts';
import { breachDecided, breachNotified, breachRemembered } from './breaching.ts';
import { changePublished, changeRegistered, contractFollows } from './contract-changing.ts';
import {
  contractFilledIn,
  contractPublished,
  contractReceived,
  resultAnnounced,
  seenInTheGuide,
} from './contracting.ts';
import { overdueListed, paymentPaid, paymentRegistered } from './paying.ts';
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
it('登记付款 to a small enterprise: until when, why, and what being late costs', () =>
  paymentRegistered(stage()));
it('the list shows it as overdue', () => overdueListed(stage()));
it('登记已付款: no more than the contract; 更正 with a reason', () => paymentPaid(stage()));
it('登记违约: the supplier is told, and what he says is registered', () => breachNotified(stage()));
it('the decision, agreed by another person', () => breachDecided(stage()));
it('what is to be deducted stands at the contract, and where the next payment is typed', () =>
  breachRemembered(stage()));
it('履约验收: what the contract demands stands there, and a conclusion is what was found', () =>
  acceptanceFilledIn(stage()));
it('审核 by another person, then 办结: the contract is accepted', () => acceptanceConcluded(stage()));
