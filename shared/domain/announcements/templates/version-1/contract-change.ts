import type { Template } from '../../template.ts';
import { bare, inline, lines, other, projectName, projectNo, rich } from './blocks.ts';
import { contractParties, file } from './result-blocks.ts';

/** 政府采购合同变更公告 (财办库〔2023〕243号: within two working days after the change). */
export const contractChange: Template = {
  type: 'CONTRACT_CHANGE',
  version: 1,
  name: '政府采购合同变更公告',
  title: { pattern: '{projectName}合同变更公告' },
  column: 'contract',
  module: 'contracts',
  methods: [],
  displayWorkdays: null,
  takesNewSections: false,
  sections: [
    inline('origContractNo', '原合同编号', {
      key: 'origContractNo',
      label: '原合同编号',
      kind: 'text',
      max: 64,
      required: 'always',
    }),
    inline('origContractName', '原合同名称', {
      key: 'origContractName',
      label: '原合同名称',
      kind: 'text',
      max: 200,
      required: 'always',
    }),
    inline('projectNo', '项目编号', projectNo()),
    inline('projectName', '项目名称', projectName()),
    contractParties(),
    bare('origFile', '原合同文本', file('origFile', '原合同文本', 'always')),
    lines(
      'changes',
      '合同变更内容',
      { key: 'changedClauses', label: '变更的条款号', kind: 'text', max: 500, required: 'always' },
      rich('changeContent', '变更前后的内容'),
    ),
    bare('supplementFile', '补充合同文本', file('supplementFile', '补充合同文本', 'always')),
    inline('changedOn', '合同变更时间', {
      key: 'changedOn',
      label: '合同变更时间',
      kind: 'date',
      required: 'always',
    }),
    inline('publishedOn', '变更公告日期', {
      key: 'publishedOn',
      label: '变更公告日期',
      kind: 'generated',
      pattern: '{publishedOn}',
      required: 'always',
    }),
    other(),
  ],
};
