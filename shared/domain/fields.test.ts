import { expect, it } from 'vitest';
import { announcementSchema } from './announcements/model.ts';
import { limitOf } from './fields.ts';
import { planContentSchema } from './plans/model.ts';

it('a plan may name its 采购意向 by the longest title that an announcement has', () => {
  const longest = limitOf(announcementSchema.shape.title);
  expect(longest).toBeGreaterThan(0);
  expect(limitOf(planContentSchema.shape.intentionId)).toBe(longest);
});
