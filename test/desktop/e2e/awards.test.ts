// 中标（成交）结果 end to end: of an announced project, evaluated by the centre, determined and confirmed by the unit.
import { it } from 'vitest';
import { agreedAndPublished, draftAnnouncement } from './announcing.ts';
import { confirmed, determined, toBeAnnounced } from './awarding.ts';
import { clerkAnd } from './stage.ts';

const stage = clerkAnd('purchaser_reviewer');

it('a notice is published', async () => {
  await draftAnnouncement(stage());
  await agreedAndPublished(stage());
});
it('确定结果: the ranking of the centre, what choosing fills in, why not the first', () =>
  determined(stage()));
it('确认结果: by another person, from 待办', () => confirmed(stage()));
it('起草结果公告: begun from the guide, with what was determined', () => toBeAnnounced(stage()));
