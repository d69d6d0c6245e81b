// What the form asks for, as it stands at this moment; the rules have the last word at submission.
import type { AskOutput } from '#renderer/api/calls.ts';
import type {
  AcceptanceContent,
  AcceptanceField,
  AcceptancePurpose,
} from '#shared/domain/contracts/acceptances/model.ts';
import { acceptsItems } from '#shared/domain/contracts/acceptances/outcome.ts';

export type Answer = AskOutput<'acceptances.check'>;

const always = [
  ...(['requestedBy', 'requestedOn', 'part', 'stage', 'method', 'heldOn', 'place', 'standards'] as const),
  ...(['members', 'rows', 'groupOpinion', 'conclusion', 'purchaserOpinion', 'supplierAnswer'] as const),
  'files',
] as const;

type Asking = Pick<
  AcceptanceContent,
  'stage' | 'publicService' | 'conclusion' | 'supplierAnswer' | 'thirdParty' | 'thirdPartyOpinion'
>;

export function requiredNow(content: Asking): ReadonlySet<AcceptanceField> {
  const { stage, publicService, conclusion, supplierAnswer, thirdParty, thirdPartyOpinion } = content;
  return new Set<AcceptanceField>([
    ...always,
    ...(stage === 'period' ? (['periodFrom', 'periodUntil'] as const) : []),
    ...(publicService ? (['servedOpinion'] as const) : []),
    ...(conclusion === 'partial' && acceptsItems({ stage }) ? (['passedItems'] as const) : []),
    ...(isOpen({ conclusion }) ? (['rectification', 'rectifyUntil'] as const) : []),
    ...(supplierAnswer === 'refused' ? (['supplierReason'] as const) : []),
    ...(thirdParty === '' ? [] : (['thirdPartyOpinion'] as const)),
    ...(thirdPartyOpinion === '' ? [] : (['thirdParty'] as const)),
  ]);
}

/** Something is to be put right. */
export function isOpen({ conclusion }: Pick<AcceptanceContent, 'conclusion'>): boolean {
  return conclusion === 'partial' || conclusion === 'failed';
}

type Papers = Pick<AcceptanceContent, 'stage' | 'conclusion'>;

/** Papers without which it is not concluded; what is a state secret does not enter this system. */
export function demandedPapers(
  { stage, conclusion }: Papers,
  answer: Pick<Answer, 'contract'> | undefined,
): readonly AcceptancePurpose[] {
  if (answer?.contract.content.secret === true) return [];
  return ['signed', ...(stage === 'completion' && conclusion === 'passed' ? (['completion'] as const) : [])];
}

export function missingPapers(
  content: Papers & Pick<AcceptanceContent, 'files'>,
  answer: Pick<Answer, 'contract'> | undefined,
): readonly AcceptancePurpose[] {
  return demandedPapers(content, answer).filter((purpose) =>
    content.files.every((file) => file.purpose !== purpose),
  );
}
