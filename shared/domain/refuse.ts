import type { AppError, ErrorCode } from '#shared/kernel/errors.ts';
import { type Err, err } from '#shared/kernel/result.ts';

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
