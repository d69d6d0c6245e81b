import type { Template, TemplateField } from '../template.ts';
import { bare, lines, other, projectName, rich } from './blocks.ts';

function party(prefix: string, group: string, condition: 'always' | 'ifAgency'): readonly TemplateField[] {
  const asked =
    condition === 'ifAgency' ? { required: condition, present: condition } : { required: condition };
  const text = (key: string, label: string, max: number): TemplateField => ({
    key: `${prefix}${key}`,
    label: `${group}${label}`,
    kind: 'text',
    max,
    ...asked,
    printed: { label },
    group,
  });
  return [
    text('Person', '联系人', 50),
    text('Address', '联系地址', 300),
    {
      key: `${prefix}Phone`,
      label: `${group}联系电话`,
      kind: 'phone',
      ...asked,
      printed: { label: '联系电话' },
      group,
    },
  ];
}

/** 单一来源采购公示 (74号令 art 38, 条例 art 38): at least five working days, with the opinions of professionals. */
export const singleSource: Template = {
  type: 'SINGLE_SOURCE',
  version: 2,
  name: '单一来源采购公示',
  title: { pattern: '{projectName}单一来源采购公示' },
  column: 'notice',
  module: 'announcements',
  methods: ['SINGLE_SOURCE'],
  displayWorkdays: 5,
  takesNewSections: true,
  sections: [
    lines(
      'project',
      '项目信息',
      { key: 'purchaserName', label: '采购人', kind: 'text', max: 200, required: 'always' },
      projectName(),
      rich('description', '拟采购的货物或服务的说明'),
      {
        key: 'budgetAmount',
        label: '拟采购的货物或服务的预算金额',
        kind: 'money',
        uppercase: true,
        required: 'always',
      },
      rich('reason', '采用单一来源采购方式的原因及说明'),
    ),
    lines(
      'supplier',
      '拟定供应商信息',
      { key: 'supplierName', label: '名称', kind: 'text', max: 200, required: 'always' },
      { key: 'supplierAddress', label: '地址', kind: 'text', max: 300, required: 'always' },
    ),
    bare(
      'publicity',
      '公示期限',
      {
        key: 'publicityFrom',
        label: '公示开始日期',
        kind: 'date',
        required: 'always',
        printed: { pattern: '{publicityFrom}至{publicityTo}' },
        help: '公示期限不得少于5个工作日',
      },
      { key: 'publicityTo', label: '公示截止日期', kind: 'date', required: 'always', printed: 'elsewhere' },
    ),
    other(),
    lines(
      'contacts',
      '联系方式',
      ...party('purchaser', '采购人', 'always'),
      ...party('office', '财政部门', 'always'),
      ...party('agency', '采购代理机构', 'ifAgency'),
    ),
    bare('opinions', '附件：专业人员论证意见', {
      key: 'expertOpinions',
      label: '专业人员论证意见',
      kind: 'table',
      min: 1,
      rowNumbers: '序号',
      required: 'always',
      columns: [
        { key: 'name', label: '专业人员姓名', kind: 'text', max: 50, required: true },
        { key: 'title', label: '职称', kind: 'text', max: 100, required: true },
        { key: 'unit', label: '工作单位', kind: 'text', max: 200, required: true },
        { key: 'opinion', label: '论证意见', kind: 'text', max: 5000, required: true },
      ],
    }),
  ],
};
