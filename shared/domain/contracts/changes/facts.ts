// What has to be known of a change: its contract with the changes before it, the section, and the days that the law counts.
import type { Calendar } from '#shared/kernel/calendar.ts';
import { type Instant, type PlainDate, toPlainDate } from '#shared/kernel/dates.ts';
import { isValidUscc, normaliseUscc } from '#shared/kernel/uscc.ts';
import type { ContractChangeFacts } from '#shared/rules/contracts/contract-change-rules.ts';
import type { DeadlineSettings } from '#shared/rules/deadlines/settings.ts';
import { type Load, one, where } from '../../load.ts';
import type { Section } from '../../projects/model.ts';
import { banOn, type Supplier, supplierIdOf, suppliers } from '../../suppliers/model.ts';
import { clockOf, loadAround as loadAroundContract } from '../facts.ts';
import { type Contract, contracts, isInForce } from '../model.ts';
import { onOneLine } from '../notice.ts';
import { amountsOf } from './amounts.ts';
import { type ContractChange, contractChanges } from './model.ts';
import { unfitForChangeNotice } from './notice.ts';

export type Around = {
  readonly contract: Contract;
  readonly section: Section;
  /** Of the contract. */
  readonly changes: readonly ContractChange[];
  /** 主体变更: what is known of who takes it over, by code and by name. */
  readonly newcomers: readonly Supplier[];
  readonly calendar: Calendar;
  readonly settings: DeadlineSettings;
};

/** Undefined where contract or section are not there. */
export function* loadAround(
  { contractId, content }: Pick<ContractChange, 'contractId'> & Partial<Pick<ContractChange, 'content'>>,
  ctx: { readonly now: Instant },
): Load<Around | undefined> {
  const contract = yield* one(contracts, contractId);
  if (contract === undefined) return undefined;
  const around = yield* loadAroundContract(contract, ctx);
  if (around === undefined) return undefined;
  const { section, calendar, settings } = around;
  return {
    ...{ contract, section, calendar, settings },
    changes: yield* where(contractChanges, { contractId }),
    newcomers: content?.kind === 'party' ? yield* newcomersKnown(content) : [],
  };
}

function* newcomersKnown({
  newSupplier,
  newSupplierUscc,
}: Pick<ContractChange['content'], 'newSupplier' | 'newSupplierUscc'>): Load<readonly Supplier[]> {
  const uscc = normaliseUscc(newSupplierUscc);
  const byCode = isValidUscc(uscc) ? yield* one(suppliers, supplierIdOf(uscc)) : undefined;
  const name = onOneLine(newSupplier);
  const byName = name === '' ? [] : yield* where(suppliers, { name });
  return byCode === undefined ? byName : [byCode, ...byName];
}

function banOf(newcomers: readonly Supplier[], today: PlainDate): ContractChangeFacts['newcomerBan'] {
  const [ban] = newcomers.flatMap((each) => banOn(each, today) ?? []);
  return ban === undefined ? null : { document: ban.document, until: ban.until };
}

export function changeFacts(
  around: Around,
  { id, content }: Pick<ContractChange, 'id' | 'content'>,
  now: Instant,
): ContractChangeFacts {
  const { contract, changes, newcomers } = around;
  return {
    content,
    inForce: isInForce(contract),
    performed: contract.performance.acceptance === 'passed',
    unfit: unfitForChangeNotice(contract, { content }),
    otherOpen: changes.some((other) => other.id !== id && other.status !== 'published'),
    ...amountsOf(contract, id),
    secret: contract.content.secret,
    keptTexts: contract.content.files
      .filter(({ purpose }) => purpose !== 'public')
      .map(({ sha256 }) => sha256),
    paid: contract.performance.paid,
    newcomerBan: banOf(newcomers, toPlainDate(now)),
    account: contract.content.supplierAccount,
    signedOn: contract.content.signedOn,
    publishUntil: clockOf(around, 'CONTRACT_CHG', content.changedOn)?.result.date ?? null,
    today: toPlainDate(now),
  };
}
