// A challenge is answered once.
import type { AppError } from '#shared/kernel/errors.ts';
import { shortened } from '#shared/kernel/text.ts';
import { refuseField } from '../refuse.ts';
import type { Challenge } from './model.ts';

/** Why no other answer is taken: who has answered when, and what. Undefined while nobody has. */
export function answeredBefore({
  reply,
  history,
}: Pick<Challenge, 'reply' | 'history'>): AppError | undefined {
  if (reply === null) return undefined;
  const answer = history.findLast(({ action }) => action === 'challenges.reply');
  const { conclusion, repliedOn, text } = reply;
  return refuseField('wrong_state', 'reply', 'challenge_replied', {
    ...{ name: answer?.name ?? '', at: answer?.at ?? null, conclusion, repliedOn },
    text: shortened(text, 200),
  }).error;
}
