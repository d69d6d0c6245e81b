// A 中标结果变更备案 of the section that `aStoreWithAward` makes.
import { type ChangeContent, emptyChange } from '#shared/domain/award-changes/model.ts';
import type { Result } from '#shared/kernel/result.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { anActor } from './actors.ts';
import { anId } from './ids.ts';
import type { Store } from './store.ts';

export const changePaper = (purpose: ChangeContent['files'][number]['purpose']) => ({
  ...{ id: anId(purpose), fileName: `${purpose}.pdf`, mediaType: 'application/pdf', size: 1 },
  sha256: 'b'.repeat(64),
  purpose,
});

/** 甲公司 was passed over, 乙公司 has won and will not sign: 丙公司 is next. */
export const refusedToSign: ChangeContent = {
  ...emptyChange,
  reasonCode: 'SUPPLIER_REFUSED',
  reason: '乙公司书面拒绝签订合同（示例）。',
  action: 'next_candidate',
  contractState: 'unsigned',
  winner: '丙公司',
  address: '许昌市示例路3号',
  sizeClass: 'small',
  amount: 73_000_000,
  files: [changePaper('refusal'), changePaper('liability')],
};

/** A filing by which nobody wins, up to the approval: what a 终止公告 of a section with a published result stands on. */
export function fileToEnd(store: Store, sectionId: string, id = anId('filing to end')): void {
  const [clerk, office] = [anActor('purchaser_clerk'), anActor('procurement_office')];
  const content: ChangeContent = {
    ...emptyChange,
    ...{ reasonCode: 'OTHER', reason: '采购需求有误（示例）。', action: 'procure_again' },
    ...{ contractState: 'unsigned', files: [changePaper('proof')] },
  };
  must(store.run(clerk, 'awardChanges.create', { id, sectionId, content }));
  must(store.run(clerk, 'awardChanges.submit', { id, acknowledged: everyWarning }));
  must(store.run(office, 'awardChanges.approve', { id, note: '', acknowledged: everyWarning }));
}

function must(answer: Result<unknown>): void {
  if (!answer.ok) throw new Error(`no filing: ${JSON.stringify(answer.error)}`);
}
