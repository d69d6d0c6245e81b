// What a command is decided on, kept and sent as: exactly what JSON can say, and no more than one batch takes.
import type { PushedCommand } from '#shared/contract/sync.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { maxCommandBytes } from '../sync/limits.ts';

/** Error codes: invalid_input, too_large. */
export function plainInput(input: unknown): Result<PushedCommand['input']> {
  const text = jsonOf(input);
  if (text === undefined) return err({ code: 'invalid_input' });
  const size = Buffer.byteLength(text);
  if (size > maxCommandBytes) return err({ code: 'too_large', params: { size, most: maxCommandBytes } });
  return ok(JSON.parse(text));
}

function jsonOf(input: unknown): string | undefined {
  try {
    return JSON.stringify(input);
  } catch {
    return undefined;
  }
}
