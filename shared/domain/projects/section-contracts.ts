// The contracts of a section, as everybody who may see the section knows them: written by the module of contracts, read by gates, results and notices. The
// contract itself, with its accounts and its full text, is its unit's and 采购办's alone.
import { z } from 'zod';
import { plainDateSchema } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { fenSchema } from '#shared/kernel/money.ts';
import { text } from '../fields.ts';

/** Why a section has more than one contract: 分年度签订 (财库〔2014〕37号), 分使用单位签订, 分批签订. */
export const severalReasons = ['by_year', 'by_user', 'by_batch'] as const;

/** 合同变更: 追加, 延期, 减量, 主体变更, 其他条款变更, and 终止, with which the contract ends. */
export const contractChangeKinds = [
  'addition',
  'extension',
  'reduction',
  'party',
  'other',
  'termination',
] as const;
export type ContractChangeKind = (typeof contractChangeKinds)[number];

export const sectionContractSchema = z.strictObject({
  contractId: idSchema,
  contractNo: text(64),
  /** The result that it was signed on. */
  awardId: idSchema,
  supplierName: text(200),
  amount: fenSchema.nullable(),
  rate: text(200),
  /** Null for the only one. */
  several: z.enum(severalReasons).nullable(),
  signedOn: plainDateSchema,
  /** 合同公告; null where it may not be published. */
  announcementId: idSchema.nullable(),
  /** 提交: announced and on its way to 采购办 since. */
  at: z.int(),
  /** 终止: since when it is ended. */
  endedAt: z.int().nullable(),
  /** 验收合格: the day of the acceptance after which nothing is left to be accepted. */
  acceptedOn: plainDateSchema.nullable(),
  /** Everything but 质保金 is paid. */
  settledAt: z.int().nullable(),
  /** 质保金 that is not paid out yet. */
  retained: fenSchema,
});
export type SectionContract = z.infer<typeof sectionContractSchema>;
export const sectionContractsSchema = z.array(sectionContractSchema).max(200);

type WithContracts = { readonly contracts: readonly SectionContract[] };

/** Those in force. */
export function liveContracts({ contracts }: WithContracts): readonly SectionContract[] {
  return contracts.filter(({ endedAt }) => endedAt === null);
}

export function withContract<S extends WithContracts>(section: S, contract: SectionContract): S {
  const others = section.contracts.filter(({ contractId }) => contractId !== contract.contractId);
  return { ...section, contracts: [...others, contract] };
}

/** It was ended; that it was there stays to be seen. */
function withoutContract<S extends WithContracts>(section: S, contractId: string, at: number): S {
  const contracts = section.contracts.map((each) =>
    each.contractId === contractId && each.endedAt === null ? { ...each, endedAt: at } : each,
  );
  return { ...section, contracts };
}

/** What it amounts to from now on, or that it is ended. */
export function withContractChange<S extends WithContracts>(
  section: S,
  contractId: string,
  {
    kind,
    amount,
    at,
  }: { readonly kind: ContractChangeKind; readonly amount: number | null; readonly at: number },
): S {
  if (kind === 'termination') return withoutContract(section, contractId, at);
  const sign = kind === 'addition' ? 1 : kind === 'reduction' ? -1 : 0;
  const contracts = section.contracts.map((each) =>
    each.contractId === contractId && each.amount !== null
      ? { ...each, amount: each.amount + sign * (amount ?? 0) }
      : each,
  );
  return { ...section, contracts };
}

/** What acceptances and payments have brought about. */
export function withPerformance<S extends WithContracts>(
  section: S,
  contractId: string,
  performed: Partial<Pick<SectionContract, 'acceptedOn' | 'settledAt' | 'retained'>>,
): S {
  const contracts = section.contracts.map((each) =>
    each.contractId === contractId ? { ...each, ...performed } : each,
  );
  return { ...section, contracts };
}
