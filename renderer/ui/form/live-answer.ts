// Questions of which only the last one counts, whatever order the answers come in.
import type { Result } from '#shared/kernel/result.ts';

/** Whoever asks is given the answer; `show` is given it if nothing has been asked since. */
export function lastAnswer<Answer>(show: (answer: Result<Answer>) => void) {
  let asked = 0;
  return async (question: () => Promise<Result<Answer>>): Promise<Result<Answer>> => {
    asked += 1;
    const turn = asked;
    const answer = await question();
    if (turn === asked) show(answer);
    return answer;
  };
}
