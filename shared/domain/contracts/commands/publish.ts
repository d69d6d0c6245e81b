// 提交: announced and on its way to 采购办 at once, which ends both clocks (条例 art 50; 法 art 47). The 合同公告 is made from the contract; the section and everybody who sees
// it know of the contract from here on.
import { namedId } from '#shared/kernel/named-id.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Tell, ToldOf } from '../../announcements/commands/publish.ts';
import { loadToMake, publishMade } from '../../announcements/commands/publish-made.ts';
import { contractPush } from '../../announcements/messages.ts';
import { type Change, type Ctx, put } from '../../command.ts';
import type { Load } from '../../load.ts';
import { loadCourse, type ProjectCourse, sectionsMoved } from '../../projects/completion.ts';
import type { SectionResult } from '../../projects/result.ts';
import { liveContracts, withContract } from '../../projects/section-contracts.ts';
import { refuse, refuseField } from '../../refuse.ts';
import type { Given, Moving } from '../../step.ts';
import { type Around, dueOf, isSameResult, loadAround, signableResult, signing } from '../facts.ts';
import { type Contract, contracts } from '../model.ts';
import { noticeContent, onOneLine } from '../notice.ts';

export type Known = Around & { readonly told: ToldOf; readonly course: ProjectCourse };

/** Of the 合同公告; the same wherever it is made. */
export const noticeIdOf = ({ id }: Pick<Contract, 'id'>) => namedId(`contract/${id}/notice`);

const about = (contract: Contract) => ({
  ...{ id: noticeIdOf(contract), type: 'CONTRACT' as const, projectId: contract.projectId },
  sectionIds: [contract.sectionId],
});

export function* loadToPublish(contract: Contract, ctx: Ctx): Load<Known | undefined> {
  const around = yield* loadAround(contract, ctx);
  const told = yield* loadToMake(about(contract), ctx);
  const course = yield* loadCourse(contract.projectId);
  return around === undefined || told === undefined || course === undefined
    ? undefined
    : { ...around, told, course };
}

/** The result in force, where it is still the bargain of the contract and nobody has filed the only contract of the section meanwhile. */
export function stillSignable({ row, known, ctx }: Given<Contract, Around>): Result<SectionResult> {
  const { section } = known;
  const current = signableResult(section);
  if (current === undefined || !isSameResult(current, row.result)) {
    return refuseField('stale', 'contractName', 'contract_result_changed');
  }
  const { refused } = signing(known, ctx.now);
  const over = refused.find(({ kind }) => kind === 'project_not_open');
  if (over !== undefined) return refuseField('wrong_state', 'contractName', over.kind);
  const [other] = liveContracts(section).filter(({ contractId }) => contractId !== row.id);
  return other === undefined || row.content.several !== null
    ? ok(current)
    : refuseField('already_exists', 'several', 'contract_filed', { contractNo: other.contractNo });
}

export function filed({
  row,
  known,
  checked: result,
  ctx,
  moved,
}: Moving<Contract, Known, SectionResult>): Result<readonly Change[]> {
  const { section, told, course } = known;
  const { content, createdBy } = row;
  if (content.signedOn === null) return refuse('internal');
  const announcementId = content.secret ? null : noticeIdOf(row);
  const after = moved({ result, announcementId, publishedAt: ctx.now, dueOn: dueOf(known, content) });
  const sectionAfter = withContract(
    { ...section, status: 'contracted' as const },
    {
      ...{ contractId: row.id, awardId: result.awardId, supplierName: result.supplierName },
      // Of a state secret whoever sees the section learns neither number nor amount.
      ...(content.secret
        ? { contractNo: '', amount: null, rate: '' }
        : { contractNo: content.contractNo, amount: content.amount, rate: content.rate }),
      ...{ several: content.several, signedOn: content.signedOn, announcementId, at: ctx.now, endedAt: null },
      ...{ acceptedOn: null, settledAt: null, retained: 0 },
    },
  );
  const filing = [put(contracts, after), ...sectionsMoved(course, [sectionAfter], ctx.now)];
  if (announcementId === null) return ok(filing);
  const tell: Tell = (publication) => contractPush(publication, messageOf(after));
  const by = { command: 'contracts.publish', createdBy, tell, moved: [sectionAfter] };
  const made = publishMade(about(row), told, noticeContent(after), by, ctx);
  return made.ok ? ok([...filing, ...made.value]) : made;
}

/** What the trading centre is told: nothing that the announcement does not say. */
function messageOf({ id, content, result }: Contract) {
  const text = content.files.find(({ purpose }) => purpose === 'public');
  return {
    ...{ contractId: id, contractNo: onOneLine(content.contractNo), awardId: result.awardId },
    supplier: { name: result.supplierName, uscc: result.supplierUscc },
    ...{ amount: content.amount, rate: onOneLine(content.rate), signedOn: content.signedOn ?? '' },
    publicFileHash: text?.sha256 ?? null,
  };
}
