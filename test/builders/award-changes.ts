// A 中标结果变更备案 of the section that `aStoreWithAward` makes.
import { type ChangeContent, emptyChange } from '#shared/domain/award-changes/model.ts';
import { anId } from './ids.ts';

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
