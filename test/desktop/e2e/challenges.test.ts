// 质疑登记 end to end: of an announced project, registered, answered and reported by the unit.
import { it } from 'vitest';
import { agreedAndPublished, draftAnnouncement } from './announcing.ts';
import { answered, registered } from './challenging.ts';
import { clerkAnd } from './stage.ts';

const stage = clerkAnd('purchaser_reviewer');

it('a notice is published', async () => {
  await draftAnnouncement(stage());
  await agreedAndPublished(stage());
});
it('登记质疑: missing parts are named, the sections are held', () => registered(stage()));
it('登记答复: what was typed is kept, what follows is asked, the report is registered', () =>
  answered(stage()));
