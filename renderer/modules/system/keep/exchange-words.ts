// Why a message was refused, by the code of whichever side refused it.
import { errorCodes } from '#shared/kernel/errors.ts';
import { describeError, describeField } from '#shared/text/index.ts';

/** The code itself stays readable beside the words: it is what both sides' administrators speak of. */
export function codeWords(code: string | null, field: string | null): string {
  if (code === null) return '';
  const known = errorCodes.find((each) => each === code);
  const words = known === undefined ? describeField({ path: '', code }) : describeError({ code: known });
  return `${words} [${field === null ? code : `${code} · ${field}`}]`;
}
