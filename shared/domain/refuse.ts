import type { AppError, ErrorCode, FieldError } from '#shared/kernel/errors.ts';
import { type Err, err } from '#shared/kernel/result.ts';
import type { Finding } from '#shared/rules/engine.ts';

/** A refusal; nothing has been changed. */
export function refuse(code: ErrorCode, detail: Omit<AppError, 'code'> = {}): Err {
  return err({ code, ...detail });
}

/** A refusal that points at one field of the input. */
export function refuseField(
  code: ErrorCode,
  path: string,
  fieldCode: string,
  params: NonNullable<AppError['params']> = {},
): Err {
  return err({ code, params, fields: [{ path, code: fieldCode, params }] });
}

/** What a rule has found, at each place where the form shows it. */
export function fieldErrors({ ruleId, article, params, paths }: Finding): readonly FieldError[] {
  return paths.map((path) => ({ path, code: ruleId, params, article }));
}
