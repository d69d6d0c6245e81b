import type { Template, TemplateField } from '../template.ts';
import { attachments, inline, line, lines, other, projectName, projectNo } from './blocks.ts';
import { contractParties, file } from './result-blocks.ts';

const items: TemplateField = {
  key: 'items',
  label: '主要标的',
  kind: 'table',
  min: 1,
  required: 'always',
  columns: [
    { key: 'itemName', label: '主要标的名称', kind: 'text', max: 200, required: true },
    {
      key: 'itemSpec',
      label: '规格型号',
      kind: 'text',
      max: 1000,
      required: true,
      unless: 'itemRequirement',
      printed: 'ifFilled',
    },
    {
      key: 'itemRequirement',
      label: '服务要求',
      kind: 'text',
      max: 1000,
      required: true,
      unless: 'itemSpec',
      printed: 'ifFilled',
    },
    { key: 'itemQty', label: '主要标的数量', kind: 'text', max: 50, required: true },
    { key: 'itemUnitPrice', label: '主要标的单价', kind: 'money', required: true },
  ],
};

/** 政府采购合同公告 (条例 art 50: within two working days after signing). */
export const contract: Template = {
  type: 'CONTRACT',
  version: 2,
  name: '政府采购合同公告',
  title: { pattern: '{projectName}合同公告' },
  column: 'contract',
  module: 'contracts',
  signedBy: 'purchaser',
  methods: [],
  displayWorkdays: null,
  takesNewSections: false,
  sections: [
    inline('contractNo', '合同编号', {
      key: 'contractNo',
      label: '合同编号',
      kind: 'text',
      max: 64,
      required: 'always',
    }),
    inline('contractName', '合同名称', {
      key: 'contractName',
      label: '合同名称',
      kind: 'text',
      max: 200,
      required: 'always',
    }),
    inline('projectNo', '项目编号', projectNo()),
    inline('projectName', '项目名称', projectName()),
    contractParties(),
    lines(
      'main',
      '合同主要信息',
      items,
      { key: 'contractAmount', label: '合同金额', kind: 'money', uppercase: true, required: 'always' },
      line('performance', '履约期限、地点等简要信息', 2000),
      { key: 'method', label: '采购方式', kind: 'code', table: 'procurementMethods', required: 'always' },
    ),
    inline('signedOn', '合同签订日期', {
      key: 'signedOn',
      label: '合同签订日期',
      kind: 'date',
      required: 'always',
    }),
    inline('publishedOn', '合同公告日期', {
      key: 'publishedOn',
      label: '合同公告日期',
      kind: 'generated',
      pattern: '{publishedOn}',
      required: 'always',
    }),
    other(),
    attachments(
      { numbered: false },
      file('contractFile', '合同文本', 'always', '涉及国家秘密、商业秘密的内容须先隐去'),
    ),
  ],
};
