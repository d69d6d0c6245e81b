// The contracts of a section, each once: the records that the reader may open, and what everybody knows of those that are announced or filed.
import type { AskOutput } from '#renderer/api/calls.ts';
import type { ContractItem } from '#shared/contract/contracts/contracts.ts';
import type { SectionContract } from '#shared/domain/projects/section-contracts.ts';
import { contractPages } from '#shared/text/index.ts';

const { guide: words } = contractPages;

export type Line = AskOutput<'contracts.byProject'>['sections'][number];
export type KnownContract = {
  readonly id: string;
  readonly name: string;
  /** Null for a reader who may not open it. */
  readonly record: ContractItem | null;
  /** Null before it is announced or filed. */
  readonly filed: SectionContract | null;
};

export function knownContracts({
  contracts,
  filed,
}: Pick<Line, 'contracts' | 'filed'>): readonly KnownContract[] {
  const own = contracts.map((record) => ({
    id: record.id,
    name: record.contractNo || words.noNumber,
    record,
    filed: filed.find(({ contractId }) => contractId === record.id) ?? null,
  }));
  const others = filed
    .filter(({ contractId }) => contracts.every(({ id }) => id !== contractId))
    .map((each) => ({ id: each.contractId, name: each.contractNo, record: null, filed: each }));
  return [...others, ...own];
}

/** Somebody has signed: no day is left to be kept. */
export function isSigned({ filed }: Pick<Line, 'filed'>): boolean {
  return filed.some(({ endedAt }) => endedAt === null);
}
