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
import { withContractChange } from '../../../projects/section-contracts.ts';
import { refuse, refuseField } from '../../../refuse.ts';
import type { Given, Moving } from '../../../step.ts';
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
    : { ...around, told, course, payments: yield* where(payments, { contractId: change.contractId }) };
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
  const entry = { changeId: row.id, kind, amount, changedOn, announcementId, at: ctx.now };
  const bargain = { ...contract, changes: [...contract.changes, entry], updatedAt: ctx.now };
  // More or less is owed from now on: what was settled may not be, and the other way round.
  const paying = payingOf(bargain, known.payments, ctx.now);
  const changed = { ...bargain, performance: { ...bargain.performance, ...paying } };
  const sectionChanged = withContractChange(section, contract.id, { kind, amount, at: ctx.now });
  const after = withAcceptance(withPaying(sectionChanged, contract.id, paying));
  const filing = [
    put(contractChanges, moved({ announcementId, publishedAt: ctx.now })),
    put(contracts, kind === 'termination' ? terminated(changed, content.reason, ctx) : changed),
    ...sectionsMoved(course, [after], ctx.now),
  ];
  if (announcementId === null) return ok(filing);
  const text = content.files.find(({ purpose }) => purpose === 'public');
  const message = {
    ...{ contractId: contract.id, contractNo: onOneLine(contract.content.contractNo), changeId: row.id },
    ...{ kind, amount, changedOn, publicFileHash: text?.sha256 ?? null },
    supplier:
      kind === 'party'
        ? { name: onOneLine(content.newSupplier), uscc: normaliseUscc(content.newSupplierUscc) }
        : null,
  };
  const tell: Tell = (publication) => contractChangePush(publication, message);
  const by = { command: 'contractChanges.publish', createdBy, tell, moved: [after] };
  const made = publishMade(about(row), told, changeNoticeContent(contract, row), by, ctx);
  return made.ok ? ok([...filing, ...made.value]) : made;
}

/** Why, its own page says too: who opens it has not come by way of the change. */
function terminated(contract: Contract, reason: string, ctx: Ctx): Contract {
  const history = withStep(contract.history, ctx, 'contractChanges.publish', reason);
  return { ...contract, status: 'terminated', history };
}
