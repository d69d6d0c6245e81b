import type { Template } from '../template.ts';
import { attachments, contacts, lines, other, projectName, projectNo, rich } from './blocks.ts';
import { file } from './result-blocks.ts';

/**
 * 政府采购合同变更公告 (财办库〔2023〕243号: within two working days after the change). No national format is known; it is built like a 更正公告, as provinces
 * publish it.
 */
export const contractChange: Template = {
  type: 'CONTRACT_CHANGE',
  version: 2,
  name: '政府采购合同变更公告',
  title: { pattern: '{projectName}合同变更公告' },
  column: 'contract',
  module: 'contracts',
  signedBy: 'purchaser',
  methods: [],
  displayWorkdays: null,
  takesNewSections: false,
  sections: [
    lines(
      'basics',
      '合同基本情况',
      {
        key: 'origContractNo',
        label: '原公告的采购合同编号',
        kind: 'text',
        max: 64,
        required: 'always',
      },
      {
        key: 'origContractName',
        label: '原公告的采购合同名称',
        kind: 'text',
        max: 200,
        required: 'always',
      },
      projectNo(),
      projectName(),
      { key: 'supplierName', label: '供应商（乙方）', kind: 'text', max: 200, required: 'always' },
      { key: 'firstPublishedOn', label: '首次公告日期', kind: 'date', required: 'always' },
    ),
    lines(
      'changes',
      '变更信息',
      {
        key: 'changedClauses',
        label: '变更事项',
        kind: 'text',
        max: 500,
        required: 'always',
        help: '写明变更的条款号',
      },
      rich('changeContent', '变更内容', '写明变更前后的内容'),
      { key: 'changedOn', label: '变更日期', kind: 'date', required: 'always' },
      {
        key: 'publishedOn',
        label: '变更公告日期',
        kind: 'generated',
        pattern: '{publishedOn}',
        required: 'always',
      },
    ),
    other(),
    contacts('凡对本次公告内容提出询问，请按以下方式联系'),
    attachments(
      { numbered: true },
      file('origFile', '原合同文本', 'always', '涉及国家秘密、商业秘密的内容须先隐去'),
      file('supplementFile', '补充合同文本', 'always', '涉及国家秘密、商业秘密的内容须先隐去'),
    ),
  ],
};
