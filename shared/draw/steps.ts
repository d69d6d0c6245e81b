// What the audit chain keeps of a draw: a link a step, the draw's id as its commandId, and the hash of what was decided as its inputHash.
// Links of close and void carry the hash of the whole transcript up to there, so nothing before them can be told otherwise later.
import { hashOf, type Sha256 } from './hashes.ts';
import type { Transcript } from './transcript.ts';

export type DrawStep = {
  readonly action:
    | 'draw.commit'
    | 'draw.operator-commit'
    | 'draw.physical-seed'
    | 'draw.reveal'
    | 'draw.event'
    | 'draw.close'
    | 'draw.void';
  readonly at: number;
  readonly inputHash: string;
  /** The account that must have taken the step; null where it may be any. */
  readonly by: string | null;
};

/** Every step of a transcript, in the order of the chain. */
export function stepsOf(sha256: Sha256, transcript: Transcript): readonly DrawStep[] {
  const { commit, operators, physical, reveals, events, voided } = transcript;
  const { drawId } = commit;
  const link = (
    action: DrawStep['action'],
    at: number,
    input: unknown,
    by: string | null = null,
  ): DrawStep => ({ action, at, inputHash: hashOf(sha256, input), by });
  return [
    link('draw.commit', commit.at, commit),
    ...operators.map((each) => link('draw.operator-commit', each.at, { drawId, ...each }, each.operator)),
    ...(physical === null ? [] : [link('draw.physical-seed', physical.at, { drawId, ...physical })]),
    ...reveals.map((each) =>
      link(
        'draw.reveal',
        each.at,
        { drawId, ...each },
        each.by === 'owner' && each.party !== 'server' ? each.party : null,
      ),
    ),
    ...events.map((event, n) =>
      event.kind === 'close'
        ? link('draw.close', event.at, upTo(transcript, n))
        : link('draw.event', event.at, { drawId, n, event }),
    ),
    ...(voided === null ? [] : [link('draw.void', voided.at, transcript)]),
  ];
}

/** The hash by which the register knows the draw: of its last close, or of all of it where it is void. Null while it is open. */
export function transcriptHash(sha256: Sha256, transcript: Transcript): string | null {
  if (transcript.voided !== null) return hashOf(sha256, transcript);
  const last = transcript.events.findLastIndex(({ kind }) => kind === 'close');
  return last < 0 ? null : hashOf(sha256, upTo(transcript, last));
}

function upTo(transcript: Transcript, lastEvent: number): Transcript {
  return { ...transcript, events: transcript.events.slice(0, lastEvent + 1), voided: null };
}
