// 删除: a draft that has not been published.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import { command, remove } from '../../command.ts';
import { one } from '../../load.ts';
import { refuse } from '../../refuse.ts';
import { mayLeave } from '../../workflow.ts';
import { mayActOn } from '../access.ts';
import { announcements } from '../model.ts';
import { announcementTransitions } from '../workflow.ts';

export const deleteAnnouncement = command({
  name: 'announcements.delete',
  authority: 'local',
  input: z.strictObject({ id: idSchema }),
  access: { roles: ['purchaser_clerk', 'agency'], record: mayActOn },
  *load({ id }) {
    return { announcement: yield* one(announcements, id) };
  },
  decide({ announcement }) {
    if (announcement === undefined) return refuse('not_found');
    const allowed = mayLeave(announcementTransitions, 'announcements.delete', announcement);
    return allowed.ok ? ok([remove(announcements, announcement.id)]) : allowed;
  },
});
