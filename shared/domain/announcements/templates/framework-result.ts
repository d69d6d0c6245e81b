import type { Template } from '../template.ts';
import { bare, contacts, line, lines, other, projectName, projectNo } from './blocks.ts';
import { agencyFee, reviewers } from './result-blocks.ts';

/** 框架协议入围结果公告 (财政部令第110号 art 28). */
export const frameworkResult: Template = {
  type: 'FRAMEWORK_RESULT',
  version: 1,
  name: '框架协议入围结果公告',
  title: { pattern: '{projectName}框架协议入围结果公告' },
  column: 'result',
  module: 'awards',
  methods: ['FRAMEWORK_AGREEMENT'],
  displayWorkdays: null,
  takesNewSections: false,
  sections: [
    lines('basics', '采购项目名称、编号', projectName('采购项目名称'), projectNo('采购项目编号')),
    contacts('征集人的名称、地址、联系人和联系方式', '征集人'),
    bare('suppliers', '入围供应商名称、地址及排序', {
      key: 'suppliers',
      label: '入围供应商',
      kind: 'table',
      min: 2,
      rowNumbers: '排序',
      required: 'always',
      columns: [
        { key: 'supplierName', label: '供应商名称', kind: 'text', max: 200, required: true },
        { key: 'supplierAddress', label: '供应商地址', kind: 'text', max: 300, required: true },
      ],
    }),
    bare('limit', '最高入围价格或者最低入围分值', line('limit', '价格或者分值')),
    bare('products', '入围产品（服务）及入围单价', {
      key: 'products',
      label: '入围产品（服务）',
      kind: 'table',
      min: 1,
      required: 'always',
      columns: [
        { key: 'supplierName', label: '供应商名称', kind: 'text', max: 200, required: true },
        { key: 'name', label: '产品名称（主要服务内容）', kind: 'text', max: 500, required: true },
        { key: 'model', label: '规格型号（服务标准）', kind: 'text', max: 1000, required: true },
        { key: 'unitPrice', label: '入围单价', kind: 'money', required: true },
      ],
    }),
    bare('reviewers', '评审小组成员名单', reviewers('名单')),
    agencyFee(),
    bare('display', '公告期限', { key: 'period', label: '期限', kind: 'text', max: 200, required: 'always' }),
    other(),
  ],
};
