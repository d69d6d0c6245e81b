// A command that needs the library's key. Without it, or with another key than the one the library is sealed under, nothing is looked at and
// nothing written: `library_locked`.
import { err, type Result } from '#shared/kernel/result.ts';
import type { Actor, Role } from '../../actor.ts';
import { type Change, type Command, type Ctx, command } from '../../command.ts';
import { type Load, one } from '../../load.ts';
import type { Vault } from '../../vault.ts';
import { type ExpertLibrary, expertLibraries, libraryId } from './model.ts';

export type OpenCtx = Ctx & { readonly vault: Vault };
/** The library's row; undefined before the first expert. */
type Open<State> = { readonly library: ExpertLibrary | undefined; readonly state: State };

type Definition<Input, State> = Pick<
  Command<Input, Open<State> | null>,
  'name' | 'input' | 'confidential'
> & {
  readonly roles: readonly Role[];
  load(input: NoInfer<Input>, ctx: OpenCtx): Load<State>;
  /** Whether it is there, and the actor's. Left out: it is the library's as a whole. */
  mayAct?(actor: Actor, state: NoInfer<State>): boolean;
  decide(open: Open<NoInfer<State>>, input: NoInfer<Input>, ctx: OpenCtx): Result<readonly Change[]>;
};

export function libraryCommand<Input, State>({
  roles,
  load,
  mayAct,
  decide,
  ...definition
}: Definition<Input, State>): Command<Input, Open<State> | null> {
  return command({
    ...definition,
    authority: 'online',
    access: {
      roles,
      record: (actor: Actor, open: Open<State> | null) =>
        open === null || mayAct === undefined || mayAct(actor, open.state),
    },
    *load(input: Input, ctx: Ctx): Load<Open<State> | null> {
      if (!isOpen(ctx)) return null;
      const library = yield* one(expertLibraries, libraryId);
      if (library !== undefined && library.keyId !== ctx.vault.keyId) return null;
      return { library, state: yield* load(input, ctx) };
    },
    decide(open: Open<State> | null, input: Input, ctx: Ctx) {
      return open === null || !isOpen(ctx) ? err({ code: 'library_locked' }) : decide(open, input, ctx);
    },
  });
}

function isOpen(ctx: Ctx): ctx is OpenCtx {
  return ctx.vault !== undefined;
}
