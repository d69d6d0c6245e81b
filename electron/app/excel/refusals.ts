// What a file as a whole is refused with: one field error at `file`, whose code has its words in shared/text/zh-CN/excel.ts.
import type { AppError, ErrorParam } from '#shared/kernel/errors.ts';

export function fileRefused(code: string, params?: Readonly<Record<string, ErrorParam>>): AppError {
  return {
    code: 'invalid_input',
    fields: [{ path: 'file', code, ...(params === undefined ? {} : { params }) }],
  };
}
