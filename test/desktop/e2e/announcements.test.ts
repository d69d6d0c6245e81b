// 信息发布 end to end: one announcement of a project whose sections have arrived, and its correction.
import { it } from 'vitest';
import { agreedAndPublished, corrected, draftAnnouncement } from './announcing.ts';
import { clerkAnd } from './stage.ts';

const stage = clerkAnd('purchaser_reviewer');

it('起草公告: sections, generated content, the earliest lawful day and why, preview, submitted', () =>
  draftAnnouncement(stage()));
it('审核岗 agrees; 发布 waits while offline, then it is on the website and with the trading centre', () =>
  agreedAndPublished(stage()));
it('更正公告: before and after, and the deadline of the project follows', () => corrected(stage()));
