// How large and of what kind a message from the window may be, before anything looks into it. Counted without recursion and without writing
// it out, and given up as soon as a limit is passed.
import type { AppError } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

export const limits = {
  /** Characters and bytes, keys included. The server takes batches of 1 MB. */
  size: 1_000_000,
  values: 100_000,
  depth: 40,
  nameLength: 200,
} as const;

/** Only what JSON can say. Refusals: too_large, invalid_input. */
export function checkMessage(value: unknown): Result<void, AppError> {
  let size = 0;
  let values = 0;
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limits.depth) return err({ code: 'invalid_input' });
    const below: unknown[] = [];
    for (const each of level) {
      values += 1;
      size += sizeOf(each);
      if (values > limits.values || size > limits.size) return err({ code: 'too_large' });
      if (each === null || typeof each !== 'object') {
        if (!isPlain(each)) return err({ code: 'invalid_input' });
        continue;
      }
      if (!isContainer(each)) return err({ code: 'invalid_input' });
      for (const [key, part] of Object.entries(each)) {
        if (key === '__proto__') return err({ code: 'invalid_input' });
        size += Array.isArray(each) ? 1 : key.length;
        below.push(part);
      }
    }
    level = below;
  }
  return ok(undefined);
}

function sizeOf(value: unknown): number {
  return typeof value === 'string' ? value.length : 4;
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return value === null || ['string', 'boolean', 'undefined'].includes(typeof value);
}

function isContainer(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
