// A command that cannot be carried out for a reason outside its own `decide` is refused like any other: it uses its number up, is audited, and
// stays with its sender with all that was typed.
import { z } from 'zod';
import { roles } from '#shared/domain/actor.ts';
import { type Command, command } from '#shared/domain/command.ts';
import { nothing } from '#shared/domain/load.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { err } from '#shared/kernel/result.ts';

/** What to carry out in the place of the command of this name. */
export function refusing(
  { name, version }: { readonly name: string; readonly version: number },
  error: AppError,
): ReadonlyMap<string, Command> {
  const refusal = command({
    name,
    version,
    input: z.unknown(),
    authority: 'server',
    access: { roles, record: () => true },
    load: nothing,
    decide: () => err(error),
  });
  return new Map([[name, refusal]]);
}
