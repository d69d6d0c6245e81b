import { type AppError, appErrorSchema } from '#shared/kernel/errors.ts';

/** A refusal as the outbox keeps it. */
export function errorOf(text: string | null): AppError {
  return text === null ? { code: 'internal' } : appErrorSchema.parse(JSON.parse(text));
}
