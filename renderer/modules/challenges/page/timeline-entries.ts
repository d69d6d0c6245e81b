// Where a challenge stands: what happened, and what it waits for.
import type { TimelineEntry } from '#renderer/ui/record/timeline.tsx';
import { historyEntries } from '#renderer/ui/record/timeline-entries.ts';
import { type Challenge, owesReport } from '#shared/domain/challenges/model.ts';
import { challengePages } from '#shared/text/index.ts';

const words = challengePages.timeline;
const back: ReadonlySet<string> = new Set(['challenges.withdraw', 'challenges.cancel']);

export function timelineEntries(challenge: Challenge): readonly TimelineEntry[] {
  const { status, history, replyDue } = challenge;
  const waits =
    status === 'draft' || status === 'open'
      ? words.now[status]
      : owesReport(challenge)
        ? words.now.report
        : undefined;
  return [
    ...historyEntries(history, words, back),
    ...(waits === undefined
      ? []
      : [
          {
            key: 'now',
            state: 'now' as const,
            title: waits,
            ...(status === 'open' && replyDue !== null
              ? { note: challengePages.form.replyDue(replyDue) }
              : {}),
          },
        ]),
  ];
}
