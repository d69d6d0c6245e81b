// Why a message was refused, by the code of whichever side refused it, and whether it helps to send it again.
import type { AskOutput } from '#renderer/api/calls.ts';
import { errorCodes } from '#shared/kernel/errors.ts';
import { describeError, describeField } from '#shared/text/index.ts';

/** The code itself stays readable beside the words: it is what both sides' administrators speak of. */
export function codeWords(code: string | null, field: string | null): string {
  if (code === null) return '';
  const known = errorCodes.find((each) => each === code);
  const words = known === undefined ? describeField({ path: '', code }) : describeError({ code: known });
  return `${words} [${field === null ? code : `${code} · ${field}`}]`;
}

type Message = Pick<AskOutput<'exchange.messages'>['items'][number], 'state' | 'answer'>;

/** As the server decides: what the centre has read and refused would be refused again. */
export function mayResend({ state, answer }: Message): boolean {
  return state === 'dead' || (state === 'rejected' && answer === null);
}
