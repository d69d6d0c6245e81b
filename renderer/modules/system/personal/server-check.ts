import type { AskOutput } from '#renderer/api/calls.ts';
import { systemText } from '#shared/text/index.ts';

const words = systemText.server;

/** What the check means for the user, the gravest first. */
export function verdictOf(
  checked: Pick<AskOutput<'session.checkServer'>, 'reachable' | 'status' | 'protocol'>,
): { readonly good: boolean; readonly text: string } {
  const { reachable, status, protocol } = checked;
  if (!reachable) return { good: false, text: words.unreachable };
  if (status === 'unknown') return { good: false, text: words.notOurs };
  if (protocol.problem === 'client_too_old') return { good: false, text: words.clientOld };
  if (protocol.problem === 'server_too_old') return { good: false, text: words.serverOld };
  if (status === 'database_unreachable') return { good: false, text: words.database };
  return { good: true, text: words.ok };
}

export function clockWords(milliseconds: number): string {
  const seconds = Math.round(Math.abs(milliseconds) / 1000);
  return seconds === 0 ? words.clockFine : words.seconds(seconds);
}
