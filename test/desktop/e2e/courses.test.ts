// 开标与评审 end to end: of an announced project, told by the trading centre and recorded by the unit.
import { it } from 'vitest';
import { agreedAndPublished, draftAnnouncement } from './announcing.ts';
import { recordedAndWithdrawn, toldByCentre } from './courses.ts';
import { clerkAnd } from './stage.ts';

const stage = clerkAnd('purchaser_reviewer');

it('a notice is published', async () => {
  await draftAnnouncement(stage());
  await agreedAndPublished(stage());
});
it('the centre opens and evaluates: bidders, ranking, contradictions, too few', () => toldByCentre(stage()));
it('the unit records an event, out of reach of the server, and withdraws it', () =>
  recordedAndWithdrawn(stage()));
