// 保存视图 and 删除视图. Only the owner changes a view or removes it; to others it is as if it were not there.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import { type Actor, humanRoles } from '../actor.ts';
import { command, put, remove } from '../command.ts';
import { one } from '../load.ts';
import { circleOf, type SavedView, savedViews, viewShape } from './model.ts';

function isOwner({ accountId }: Actor, view: SavedView): boolean {
  return view.ownerId === accountId;
}

/** A new view, or all of one that there is: also its name, and whether it is shared. */
export const saveView = command({
  name: 'views.save',
  authority: 'local',
  input: z.strictObject({ ...viewShape, shared: z.boolean() }),
  access: {
    roles: humanRoles,
    record: (actor, { view }) => view === undefined || isOwner(actor, view),
  },
  *load({ id }) {
    return { view: yield* one(savedViews, id) };
  },
  decide(_state, { shared, ...view }, { actor, now }) {
    return ok([
      put(savedViews, {
        ...view,
        name: view.name.trim(),
        ownerId: actor.accountId,
        ownerName: actor.name,
        sharedWith: shared ? [...circleOf(actor)] : [],
        updatedAt: now,
      }),
    ]);
  },
});

export const removeView = command({
  name: 'views.remove',
  authority: 'local',
  input: z.strictObject({ id: idSchema }),
  access: {
    roles: humanRoles,
    record: (actor, { view }) => view !== undefined && isOwner(actor, view),
  },
  *load({ id }) {
    return { view: yield* one(savedViews, id) };
  },
  decide(_state, { id }) {
    return ok([remove(savedViews, id)]);
  },
});
