// What the form asks for, as it stands at this moment; the rules have the last word.
import type { AskOutput } from '#renderer/api/calls.ts';
import {
  amountFields,
  type Breach,
  type BreachConsequence,
  type BreachContent,
  type BreachField,
  type BreachKind,
  type BreachParty,
  type BreachPurpose,
  breachKinds,
  has,
} from '#shared/domain/contracts/breaches/model.ts';

export type Answer = AskOutput<'breaches.check'>;

/** The decision is written once the other side was heard; before, the notice. */
export function isDeciding(breach: Pick<Breach, 'status'> | null): boolean {
  return breach !== null && breach.status !== 'draft';
}

const ofNotice = ['party', 'kind', 'facts', 'happenedOn', 'demand', 'noticeOn', 'delivery'] as const;
const amounts = Object.keys(amountFields) as readonly (keyof typeof amountFields)[];

/** The amounts that the chosen consequences have. */
export function amountsAsked(content: BreachContent): readonly BreachField[] {
  return amounts.filter((each) => has(content, each)).map((each) => amountFields[each]);
}

/** Papers of a state secret do not enter this system. */
export function requiredNow(
  content: BreachContent,
  deciding: boolean,
  secret: boolean,
): ReadonlySet<BreachField> {
  if (!deciding) return new Set<BreachField>(ofNotice);
  const asked = amountsAsked(content);
  return new Set<BreachField>([
    ...(['upheld', 'reason'] as const),
    ...(content.upheld === true ? (['consequences', 'articles'] as const) : []),
    ...(has(content, 'remedy') ? (['remedyUntil'] as const) : []),
    ...asked,
    ...(asked.length === 0 ? [] : (['amountBasis'] as const)),
    ...(secret ? [] : (['files'] as const)),
  ]);
}

export function kindsOf(party: BreachParty | null): readonly BreachKind[] {
  if (party === 'purchaser') return ['late_payment', 'refusal', 'other'];
  return breachKinds.filter((kind) => party === null || kind !== 'late_payment');
}

/** Of what the 采购人 has not done nothing is deducted and no bond withheld. */
export function consequencesOf(
  party: BreachParty | null,
  all: readonly BreachConsequence[],
): readonly BreachConsequence[] {
  return party === 'purchaser' ? all.filter((each) => each !== 'reduction' && each !== 'bond') : all;
}

export function suggestedPurpose(
  files: readonly { readonly purpose: BreachPurpose }[],
  deciding: boolean,
): BreachPurpose {
  const isThere = (wanted: BreachPurpose) => files.some(({ purpose }) => purpose === wanted);
  if (!isThere('evidence')) return 'evidence';
  if (!isThere('delivery')) return 'delivery';
  return deciding && !isThere('statement') ? 'statement' : 'other';
}
