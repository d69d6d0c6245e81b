// 提交: the change is announced (two working days, 财办库〔2023〕243号) and with 采购办, and the contract and its section say it from here on. 终止 ends the contract: its section has
// no contract then, and its result may be changed or another contract signed on it.
import { namedId } from '#shared/kernel/named-id.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { normaliseUscc } from '#shared/kernel/uscc.ts';
import type { Tell, ToldOf } from '../../../announcements/commands/publish.ts';
import { loadToMake, publishMade } from '../../../announcements/commands/publish-made.ts';
import { contractChangePush } from '../../../announcements/messages.ts';
import { type Change, type Ctx, put } from '../../../command.ts';
import { withStep } from '../../../history.ts';
import { type Load, where } from '../../../load.ts';
import {
  loadCourse,
  type ProjectCourse,
  sectionsMoved,
  withAcceptance,
} from '../../../projects/completion.ts';
import type { Section } from '../../../projects/model.ts';
import { withContractChange, withPerformance } from '../../../projects/section-contracts.ts';
import { refuse, refuseField } from '../../../refuse.ts';
import type { Given, Moving } from '../../../step.ts';
import { type Acceptance, acceptances } from '../../acceptances/model.ts';
import { acceptedAfter } from '../../acceptances/outcome.ts';
import { takenBy } from '../../breaches/in-effect.ts';
import { type Breach, breaches } from '../../breaches/model.ts';
import { type Contract, contracts, isInForce } from '../../model.ts';
import { onOneLine } from '../../notice.ts';
import { type Payment, payments } from '../../payments/model.ts';
import { payingOf, withPaying } from '../../payments/settled.ts';
import { countedAmount } from '../amounts.ts';
import { type Around, loadAround } from '../facts.ts';
import { type ContractChange, contractChanges } from '../model.ts';
import { changeNoticeContent } from '../notice.ts';

export type Known = Around & {
  readonly told: ToldOf;
  readonly course: ProjectCourse;
  /** Of the contract. */
  readonly payments: readonly Payment[];
  readonly acceptances: readonly Acceptance[];
  readonly breaches: readonly Breach[];
};

/** Of the 合同变更公告; the same wherever it is made. */
export const changeNoticeIdOf = ({ id }: Pick<ContractChange, 'id'>) =>
  namedId(`contract-change/${id}/notice`);

const about = (change: ContractChange) => ({
  ...{ id: changeNoticeIdOf(change), type: 'CONTRACT_CHANGE' as const, projectId: change.projectId },
  sectionIds: [change.sectionId],
});

export function* loadToPublish(change: ContractChange, ctx: Ctx): Load<Known | undefined> {
  const around = yield* loadAround(change, ctx);
  const told = yield* loadToMake(about(change), ctx);
  const course = yield* loadCourse(change.projectId);
  return around === undefined || told === undefined || course === undefined
    ? undefined
    : {
        ...{ ...around, told, course },
        payments: yield* where(payments, { contractId: change.contractId }),
        acceptances: yield* where(acceptances, { contractId: change.contractId }),
        breaches: yield* where(breaches, { contractId: change.contractId }),
      };
}

export function stillInForce({ known: { contract } }: Given<ContractChange, Around>): Result<null> {
  return isInForce(contract) ? ok(null) : refuseField('wrong_state', 'contractId', 'contract_not_in_force');
}

export function published({
  row,
  known,
  ctx,
  moved,
}: Moving<ContractChange, Known>): Result<readonly Change[]> {
  const { contract, section, told, course } = known;
  const { content, createdBy } = row;
  if (content.kind === null || content.changedOn === null) return refuse('internal');
  const { kind, changedOn } = content;
  const amount = countedAmount(content);
  const announcementId = contract.content.secret ? null : changeNoticeIdOf(row);
  const supplier =
    kind === 'party'
      ? { name: onOneLine(content.newSupplier), uscc: normaliseUscc(content.newSupplierUscc) }
      : null;
  const entry = { changeId: row.id, kind, amount, changedOn, supplier, announcementId, at: ctx.now };
  const bargain = { ...contract, changes: [...contract.changes, entry], updatedAt: ctx.now };
  // More or less is owed from now on: what was settled may not be, and the other way round.
  const paying = payingOf(bargain, known.payments, ctx.now, takenBy(known.breaches).deducted);
  const changed = {
    ...bargain,
    performance: { ...acceptedAfter(bargain.performance, entry, bargain.changes), ...paying },
  };
  const sectionChanged = withContractChange(section, contract.id, { kind, amount, at: ctx.now });
  const { acceptedOn } = changed.performance;
  const sectionPaid = withPaying(
    // Everybody who sees the section sees the name: of a state secret it stays that of the winner, which was announced.
    supplier === null || contract.content.secret
      ? sectionChanged
      : takenOver(sectionChanged, contract.id, supplier.name),
    contract,
    paying,
  );
  const after = withAcceptance(withPerformance(sectionPaid, contract.id, { acceptedOn }));
  const filing = [
    put(contractChanges, moved({ announcementId, publishedAt: ctx.now })),
    put(contracts, kind === 'termination' ? terminated(changed, content.reason, ctx) : changed),
    ...sectionsMoved(course, [after], ctx.now),
    ...(supplier === null ? [] : named(known, supplier.name, ctx)),
  ];
  if (announcementId === null) return ok(filing);
  const text = content.files.find(({ purpose }) => purpose === 'public');
  const message = {
    ...{ contractId: contract.id, contractNo: onOneLine(contract.content.contractNo), changeId: row.id },
    ...{ kind, amount, changedOn, publicFileHash: text?.sha256 ?? null },
    supplier,
  };
  const tell: Tell = (publication) => contractChangePush(publication, message);
  const by = { command: 'contractChanges.publish', createdBy, tell, moved: [after] };
  const made = publishMade(about(row), told, changeNoticeContent(contract, row), by, ctx);
  return made.ok ? ok([...filing, ...made.value]) : made;
}

function takenOver(section: Section, contractId: string, supplierName: string): Section {
  const changed = section.contracts.map((each) =>
    each.contractId === contractId ? { ...each, supplierName } : each,
  );
  return { ...section, contracts: changed };
}

/** What is begun and not finished is with who has taken it over. A breach that was noticed stays with who got the notice. */
function named(known: Pick<Known, 'payments' | 'acceptances' | 'breaches'>, supplierName: string, ctx: Ctx) {
  const now = { supplierName, updatedAt: ctx.now };
  return [
    ...known.payments
      .filter(({ status }) => status === 'draft' || status === 'due')
      .map((row): Change => put(payments, { ...row, ...now })),
    ...known.acceptances
      .filter(({ status }) => status !== 'concluded')
      .map((row): Change => put(acceptances, { ...row, ...now })),
    ...known.breaches
      .filter(({ status }) => status === 'draft')
      .map((row): Change => put(breaches, { ...row, ...now })),
  ];
}

/** Why, its own page says too: who opens it has not come by way of the change. */
function terminated(contract: Contract, reason: string, ctx: Ctx): Contract {
  const history = withStep(contract.history, ctx, 'contractChanges.publish', reason);
  return { ...contract, status: 'terminated', history };
}
