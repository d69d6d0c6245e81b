// 保存视图, 修改视图 and 删除视图. Only the owner changes a view or removes it; to others it is as if it were not there.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import { type Actor, circleOf, humanRoles } from '../actor.ts';
import { command, put, remove } from '../command.ts';
import { changesOf, changesToMake, editBy, fieldChangeOf, markedEdits, valuesOf } from '../field-changes.ts';
import { one } from '../load.ts';
import { refuse } from '../refuse.ts';
import { type SavedView, savedViewSchema, savedViews, viewContentSchema } from './model.ts';

const fieldNames = viewContentSchema.keyof();
const fieldSchemas = viewContentSchema.shape;

function isOwner({ accountId }: Actor, view: SavedView): boolean {
  return view.ownerId === accountId;
}

export const saveView = command({
  name: 'views.save',
  authority: 'local',
  input: viewContentSchema.extend(savedViewSchema.pick({ id: true, list: true }).shape),
  access: {
    roles: humanRoles,
    record: (actor, { existing }) => existing === undefined || isOwner(actor, existing),
  },
  *load({ id }) {
    return { existing: yield* one(savedViews, id) };
  },
  decide({ existing }, { id, list, ...content }, ctx) {
    if (existing !== undefined) return refuse('already_exists', { params: { id } });
    const { actor, now } = ctx;
    const edit = editBy(ctx);
    const fieldEdits = { name: edit, shared: edit, look: edit };
    const view = { id, list, ownerId: actor.accountId, ...said(actor, content), fieldEdits, updatedAt: now };
    return ok([put(savedViews, view)]);
  },
});

/** Field by field: what was changed at another desk meanwhile is never overwritten. */
export const editView = command({
  name: 'views.edit',
  authority: 'local',
  input: z.strictObject({
    id: idSchema,
    changes: changesOf(
      fieldChangeOf(fieldNames, (field) => fieldSchemas[field]),
      fieldNames.options.length,
    ),
  }),
  access: {
    roles: humanRoles,
    record: (actor, { view }) => view !== undefined && isOwner(actor, view),
  },
  *load({ id }) {
    return { view: yield* one(savedViews, id) };
  },
  decide({ view }, { changes }, ctx) {
    if (view === undefined) return refuse('not_found');
    const present = { name: view.name, shared: view.sharedWith.length > 0, look: view.look };
    const edited = { fieldEdits: view.fieldEdits, history: [], createdAt: view.updatedAt };
    const changed = changesToMake(edited, changes, (field) => present[field]);
    if (!changed.ok) return changed;
    if (changed.value.length === 0) return ok([]);
    const content = viewContentSchema.parse({ ...present, ...valuesOf(changed.value) });
    const fieldEdits = { ...view.fieldEdits, ...markedEdits(ctx, changed.value) };
    return ok([put(savedViews, { ...view, ...said(ctx.actor, content), fieldEdits, updatedAt: ctx.now })]);
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

function said(actor: Actor, { name, shared, look }: z.infer<typeof viewContentSchema>) {
  return {
    name: name.trim(),
    look,
    ownerName: actor.name,
    sharedWith: shared ? [...circleOf(actor)] : [],
  };
}
