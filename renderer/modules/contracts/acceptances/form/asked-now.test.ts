import { expect, it } from 'vitest';
import { emptyAcceptance } from '#shared/domain/contracts/acceptances/model.ts';
import { anAcceptanceFile } from '#test/builders/acceptances.ts';
import { aContractContent } from '#test/builders/contracts.ts';
import { type Answer, demandedPapers, missingPapers, requiredNow } from './asked-now.ts';

const answer = (secret = false) => ({ contract: { content: aContractContent({ secret }) } }) as Answer;
const added = (parts: Partial<typeof emptyAcceptance>) => {
  const before = requiredNow(emptyAcceptance);
  return [...requiredNow({ ...emptyAcceptance, ...parts })].filter((field) => !before.has(field));
};

it('asks for what stage, conclusion and answer bring with them', () => {
  expect(added({ stage: 'period' })).toEqual(['periodFrom', 'periodUntil']);
  expect(added({ publicService: true })).toEqual(['servedOpinion']);
  expect(added({ conclusion: 'partial' })).toEqual(['passedItems', 'rectification', 'rectifyUntil']);
  expect(added({ conclusion: 'failed' })).toEqual(['rectification', 'rectifyUntil']);
  expect(added({ conclusion: 'passed' })).toEqual([]);
  expect(added({ supplierAnswer: 'refused' })).toEqual(['supplierReason']);
  expect(added({ thirdParty: 'Institute' })).toEqual(['thirdPartyOpinion']);
});

it('asks for the signed record, of finished works for that of their completion, and for none of a state secret', () => {
  const works = { stage: 'completion', conclusion: 'passed' } as const;
  expect(demandedPapers({ stage: 'final', conclusion: 'passed' }, answer())).toEqual(['signed']);
  expect(demandedPapers(works, answer())).toEqual(['signed', 'completion']);
  expect(demandedPapers(works, answer(true))).toEqual([]);
  expect(missingPapers({ ...works, files: [anAcceptanceFile('signed')] }, answer())).toEqual(['completion']);
});
