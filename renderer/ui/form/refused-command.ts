// A refused command that made or edited a record, as its form takes it up again: what was asked for, as if it had been typed and not saved. What others have
// changed since is then merged like any other change of theirs. The address has its id as `refused`; other modules link there and know no more of it.
import { z } from 'zod';
import type { AskOutput } from '#renderer/api/calls.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import type { Contents } from './form-content.ts';
import type { FormDraft } from './form-state.ts';

export type CommandNames = {
  readonly create: string;
  readonly edit: string;
  readonly submit: string;
  readonly delete: string;
};

type Change = { readonly field: string; readonly from?: unknown; readonly to?: unknown };
/** What a new record begins from: what it is about, and its content. */
export type Begun<Content, About> = { readonly about: About; readonly content: Content };

export type RefusedCommand<Content, About> = {
  readonly commandId: string;
  readonly name: string;
  readonly error: AskOutput<'outbox.get'>['item']['error'];
  readonly recordId: string;
} & ({ readonly begun: Begun<Content, About> } | { readonly changes: readonly Change[] });

const createSchema = z.looseObject({ id: idSchema.optional() });
const editSchema = z.object({
  id: idSchema,
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
});

/** Undefined for what no longer waits to be put right, and for what is not of such a record's content. */
export function readRefused<Content, About>(
  names: CommandNames,
  readCreate: (input: object) => Begun<Content, About> | undefined,
  { item, input }: AskOutput<'outbox.get'>,
): RefusedCommand<Content, About> | undefined {
  if (item.state !== 'rejected' || item.replacedBy !== null) return undefined;
  const common = { commandId: item.id, name: item.name, error: item.error };
  if (item.name === names.create) {
    const { data } = createSchema.safeParse(input);
    const begun = data && readCreate(data);
    // Where the id follows from the rest of the input, the command says what it made.
    const recordId = data?.id ?? item.subject?.id;
    return begun && recordId !== undefined ? { ...common, recordId, begun } : undefined;
  }
  if (item.name === names.edit) {
    const { data } = editSchema.safeParse(input);
    return data && { ...common, recordId: data.id, changes: data.changes };
  }
  return undefined;
}

/** The refused command that makes this record, among what needs attention: whoever comes back to its draft puts that one right. */
export function refusedCreateOf(
  names: CommandNames,
  items: AskOutput<'outbox.list'>['items'],
  recordId: string,
): string | undefined {
  return items.find(({ name, subject }) => name === names.create && subject?.id === recordId)?.id;
}

/** `beside` is what an edit leaves alone: the saved content, or an empty one. */
export function draftOfRefused<Content, About, Field extends string>(
  { put }: Pick<Contents<Content, Field>, 'put'>,
  refused: RefusedCommand<Content, About>,
  saved: Content | null,
  empty: Content,
): FormDraft<Content> {
  if ('begun' in refused) return { base: saved, content: refused.begun.content, unreadable: {} };
  const side = (of: 'from' | 'to') =>
    refused.changes.reduce((content, change) => put(content, change.field, change[of]), saved ?? empty);
  return { base: side('from'), content: side('to'), unreadable: {} };
}
