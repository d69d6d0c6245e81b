// Commit and reveal: who commits to a secret cannot change it after having seen another's. The seed takes in all three secrets, so one honest
// party is enough for a result that nobody could choose.
import { hashOf, labelled, type Sha256 } from './hashes.ts';
import type { Commit, OperatorCommit, Reveal, Transcript } from './transcript.ts';

export function serverCommitment(sha256: Sha256, drawId: string, secret: string): string {
  return labelled(sha256, 'server-secret', [drawId, secret]);
}

/** The operator's account goes in: nobody can commit by repeating another's commitment. */
export function operatorCommitment(sha256: Sha256, drawId: string, operator: string, secret: string): string {
  return labelled(sha256, 'operator-secret', [drawId, operator, secret]);
}

/** Whether what was revealed is what the party committed to. */
export function revealFits(
  sha256: Sha256,
  { drawId, serverCommitment: committed }: Pick<Commit, 'drawId' | 'serverCommitment'>,
  operators: readonly OperatorCommit[],
  { party, secret }: Pick<Reveal, 'party' | 'secret'>,
): boolean {
  if (party === 'server') return serverCommitment(sha256, drawId, secret) === committed;
  const operator = operators.find((each) => each.operator === party);
  return operator?.commitment === operatorCommitment(sha256, drawId, party, secret);
}

/** Undefined while something is missing that the seed is made of, or does not fit what was committed to. */
export function seedOf(
  sha256: Sha256,
  { commit, operators, physical, reveals }: Pick<Transcript, 'commit' | 'operators' | 'physical' | 'reveals'>,
): string | undefined {
  if (operators.length !== 2 || operators[0]?.operator === operators[1]?.operator) return undefined;
  if (commit.physical !== (physical !== null)) return undefined;
  const secrets: string[] = [];
  for (const party of ['server', ...operators.map(({ operator }) => operator)]) {
    const revealed = reveals.filter((each) => each.party === party);
    const [reveal] = revealed;
    if (reveal === undefined || revealed.length > 1) return undefined;
    if (!revealFits(sha256, commit, operators, reveal)) return undefined;
    secrets.push(reveal.secret);
  }
  return labelled(sha256, 'seed', [hashOf(sha256, commit), ...secrets, physical?.text ?? null]);
}
