// 中标（成交）结果的确定: why a candidate may be passed over.
import { defineTable } from './code-table.ts';

/** Before the 结果公告: what comes after it is a 中标结果变更. */
export const passedOverReasons = defineTable(
  {
    title: '未确定排序在前候选人的原因',
    edition: '2018',
    source: '政府采购法 art 77; 条例 art 43, 49; 87号令 art 64; 94号令 art 16',
    evidence: 'D',
    validFrom: '2015-03-01',
  },
  [
    { code: 'GAVE_UP', name: '候选人在结果公告前书面放弃' },
    { code: 'FORCE_MAJEURE', name: '因不可抗力不能履行合同' },
    { code: 'NOT_QUALIFIED', name: '经核实不符合资格条件' },
    { code: 'UNLAWFUL', name: '经查实存在影响结果的违法行为' },
    { code: 'CHALLENGE_UPHELD', name: '质疑成立，从合格候选人中另行确定' },
  ],
);
