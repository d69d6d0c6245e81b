// 中标结果变更备案 end to end: of a published result, filed by the unit, decided by 采购办, announced; axe finds nothing serious on its pages.
import { it } from 'vitest';
import { agreedAndPublished, draftAnnouncement } from './announcing.ts';
import { confirmed, determined } from './awarding.ts';
import { announced, approved, filed, resultPublished, returnedAndFiledAnew } from './changing-a-result.ts';
import { clerkAnd } from './stage.ts';

const stage = clerkAnd('purchaser_reviewer');

it('a result is published', async () => {
  await draftAnnouncement(stage());
  await agreedAndPublished(stage());
  await determined(stage());
  await confirmed(stage());
  await resultPublished(stage());
});
it('新增: the project is chosen, the reason asks for papers, 提交', () => filed(stage()));
it('退回: 采购办 says why, 经办岗 puts it right and submits it anew', () => returnedAndFiledAnew(stage()));
it('同意备案: what was looked at is what is approved', () => approved(stage()));
it('结果变更公告: another has won, the letter of before is void', () => announced(stage()));
