// One lawful result: the first of three, in time. The examples of every rule change it in one place; test data are built on it.
import type { AwardContent, Candidate } from '#shared/domain/awards/model.ts';
import type { AwardFacts } from './facts.ts';

export const paper = {
  id: '00000000-0000-7000-8000-000000000901',
  fileName: 'paper.pdf',
  mediaType: 'application/pdf',
  size: 1,
  sha256: 'b'.repeat(64),
};
export const candidate = (supplier: string, rank: number, uscc = ''): Candidate => {
  return { supplier, uscc, price: 90_000_000 + rank, score: 95 - rank, reviewPrice: null, rank };
};
export const exampleUscc = '11411000005712349F';
export const exampleRanking = [
  candidate('First', 1, exampleUscc),
  candidate('Second', 2),
  candidate('Third', 3),
];

export const exampleAward: AwardContent = {
  basis: 'purchaser',
  authority: [],
  candidates: [],
  records: [],
  winner: 'First',
  address: 'Xuchang',
  sizeClass: 'small',
  members: [],
  amount: 90_000_001,
  rate: '',
  passedOver: [],
  tie: null,
  report: null,
  note: '',
};

export const example = (
  content: Partial<AwardContent> = {},
  facts: Partial<Omit<AwardFacts, 'content'>> = {},
): AwardFacts => ({
  content: { ...exampleAward, ...content },
  ranking: exampleRanking,
  suitable: 3,
  method: 'OPEN_TENDER',
  methodReasonCode: null,
  refusal: null,
  refuserBarredInTenders: false,
  evaluated: true,
  failed: false,
  smeReserved: false,
  ceiling: 100_000_000,
  due: '2026-04-01',
  reportDelivered: true,
  entrusted: true,
  evaluatedAgain: false,
  knownName: null,
  ban: null,
  memberBan: null,
  rejected: [],
  untold: [],
  acceptsConsortium: null,
  invited: null,
  silentAfter: '2026-04-01',
  hasSpoken: false,
  today: '2026-03-27',
  ...facts,
});
export const passedOver = (supplier: string): AwardContent['passedOver'][number] => {
  return { supplier, reasonCode: 'GAVE_UP', reason: 'It has given up in writing.', files: [paper] };
};
export const oneMember = { name: 'Member', uscc: '', share: 'Half' };
export const second: Partial<AwardContent> = { winner: 'Second', amount: 90_000_002 };
export const equal = { ranking: [candidate('First', 1), candidate('Second', 1), candidate('Third', 3)] };
