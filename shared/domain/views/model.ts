// Saved views: how a person wants to see a list, under a name. Their own, on every desk they sign in at, and shared with those they work with.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { accountScope, scopeSchema } from '../actor.ts';
import { entity } from '../entity.ts';
import { fieldEditSchema } from '../field-changes.ts';
import { text } from '../fields.ts';
import { mostInFilter } from '../list.ts';

/** A list, tab, filter, sort or column. Which of them there are, the list says that is shown: another version may have others. */
const word = z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,79}$/);
const mostFilters = 20;

export const savedLookSchema = z.strictObject({
  tab: word,
  filters: z
    .record(word, text(mostInFilter).min(1))
    .refine((filters) => Object.keys(filters).length <= mostFilters, 'too_big'),
  sort: z.strictObject({ by: word, direction: z.enum(['asc', 'desc']) }),
  search: text(100),
  /** Columns that are not shown. */
  hidden: z.array(word).max(100),
});

/** What the owner says of it, and may change. */
export const viewContentSchema = z.strictObject({
  name: text(30).refine((name) => name.trim() !== '', 'name_missing'),
  shared: z.boolean(),
  look: savedLookSchema,
});
const { name, look } = viewContentSchema.shape;

export const savedViewSchema = z.strictObject({
  id: idSchema,
  list: word,
  name,
  look,
  ownerId: idSchema,
  ownerName: text(50),
  /** Whoever else may see it; empty: nobody. */
  sharedWith: z.array(scopeSchema).max(60),
  fieldEdits: z.record(viewContentSchema.keyof(), fieldEditSchema),
  updatedAt: z.int(),
});
export type SavedView = z.infer<typeof savedViewSchema>;

export const savedViews = entity({
  name: 'saved_views',
  schema: savedViewSchema,
  revision: 2,
  // Views of before do not say who wrote what: their owner did, at the last change at the latest.
  upgrade(body) {
    const { ownerId, ownerName, updatedAt } = body as SavedView;
    const edit = { by: ownerId, name: ownerName, at: updatedAt };
    return { ...(body as SavedView), fieldEdits: { name: edit, shared: edit, look: edit } };
  },
  deskColumns: (of) => ({
    list: of.text((view) => view.list),
    name: of.title((view) => view.name),
    ownerId: of.text((view) => view.ownerId),
    ownerName: of.text((view) => view.ownerName),
    shared: of.integer((view) => (view.sharedWith.length > 0 ? 1 : 0)),
    /** As JSON. */
    look: of.text((view) => JSON.stringify(view.look)),
  }),
  scopes: (view) => [accountScope(view.ownerId), ...view.sharedWith],
});
