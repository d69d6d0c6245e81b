// What was left of a form that is opened again: the draft that was kept of it, and the refused command that it puts right.
import { ask } from '#renderer/api/bridge.ts';
import type { AskOutput } from '#renderer/api/calls.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { type CommandNames, type RefusedCommand, refusedCreateOf } from './refused-command.ts';

export type LeftBehind<Content, About> = {
  readonly draft: AskOutput<'drafts.get'>['draft'];
  readonly refused: RefusedCommand<Content, About> | null;
};

type Form<Content, About> = {
  readonly names: CommandNames;
  readonly draftKey: (id: string) => string;
  readonly readRefused: (command: AskOutput<'outbox.get'>) => RefusedCommand<Content, About> | undefined;
};

/**
 * Refused where the draft cannot be read: a form that began without it would overwrite it. `refusedId` is the command that the address names; for a new record it is looked for
 * where none is named.
 */
export async function leftBehind<Content, About>(
  form: Form<Content, About>,
  id: string,
  refusedId: string | null,
  mayBeNew: boolean,
): Promise<Result<LeftBehind<Content, About>>> {
  const [kept, refused] = await Promise.all([
    ask('drafts.get', { key: form.draftKey(id) }),
    refusedOf(form, id, refusedId, mayBeNew),
  ]);
  return kept.ok ? ok({ draft: kept.value.draft, refused: refused ?? null }) : kept;
}

async function refusedOf<Content, About>(
  form: Form<Content, About>,
  id: string,
  refusedId: string | null,
  mayBeNew: boolean,
): Promise<RefusedCommand<Content, About> | undefined> {
  const commandId = refusedId ?? (mayBeNew ? await findRefused(form.names, id) : undefined);
  const answer = commandId === undefined ? undefined : await ask('outbox.get', { id: commandId });
  const read = answer?.ok === true ? form.readRefused(answer.value) : undefined;
  return read?.recordId === id ? read : undefined;
}

async function findRefused(names: CommandNames, id: string): Promise<string | undefined> {
  const attention = await ask('outbox.list', { show: 'attention', limit: 200 });
  return attention.ok ? refusedCreateOf(names, attention.value.items, id) : undefined;
}
