// JSON from outside is never nested so deep that code walking it by recursion could run out of stack: checked here, without recursion,
// wherever a schema lets arbitrary JSON through. Field code: too_deep.
import { z } from 'zod';

const maxDepth = 32;

/** Any value that is not nested too deep; for what is parsed by another schema later. */
export const shallowSchema = z.unknown().refine(isShallow, 'too_deep');

/** Arbitrary JSON. */
export const jsonSchema = shallowSchema.pipe(z.json());

function isShallow(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) return false;
    const below: unknown[] = [];
    for (const each of level) {
      // One by one: spreading a list of a hundred thousand into a call overflows the stack as well.
      if (each !== null && typeof each === 'object') for (const part of Object.values(each)) below.push(part);
    }
    level = below;
  }
  return true;
}
