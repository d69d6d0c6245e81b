// The pieces of queries that answer page by page.
import { z } from 'zod';

/** Characters of a search, as a person counts them. */
export const mostSearched = 100;
export const searchText = (max: number) => z.string().max(max);
export const limit = z.int().min(1).max(200).default(50);
export const nothing = z.strictObject({});
export const done = z.object({});

/** How a record stands with the server. */
export const markSchema = z.enum(['synced', 'pending', 'waiting_for_server', 'refused']);
export type Mark = z.infer<typeof markSchema>;

/** `paths` are fields of the content, e.g. `items.0.amount`; words by shared/text `describeFinding`. */
export const findingSchema = z.object({
  ruleId: z.string(),
  article: z.string(),
  severity: z.enum(['error', 'warning']),
  paths: z.array(z.string()),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** The last item of a page: the next one begins behind it. A text where the order is that of a text, of any length: half of it is another place. */
export const listCursorSchema = z.strictObject({
  value: z.union([z.int(), z.string()]),
  row: z.int(),
});
export type ListCursor = z.infer<typeof listCursorSchema>;

export const pageOf = <T extends z.ZodType, C extends z.ZodType>(item: T, cursor: C) =>
  z.object({
    items: z.array(item),
    /** Null when counting would cost more than the page; several filters at once, a search with very many hits. */
    total: z.int().nullable(),
    next: cursor.nullable(),
  });

export const page = <T extends z.ZodType>(item: T) => pageOf(item, listCursorSchema);
