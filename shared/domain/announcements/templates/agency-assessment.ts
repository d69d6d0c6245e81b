import type { Template, TemplateSection } from '../template.ts';
import { again, bare, inline, other, rich, signature } from './blocks.ts';

function named(key: string, title: string): TemplateSection {
  return inline(key, title, { key, label: title, kind: 'text', max: 200, required: 'always' });
}

/** 集中采购机构考核结果公告 (政府采购法 art 66). */
export const agencyAssessment: Template = {
  type: 'AGENCY_ASSESSMENT',
  version: 2,
  name: '集中采购机构考核结果公告',
  title: { pattern: '{assessed}考核结果公告' },
  column: 'inspection',
  module: 'inspections',
  methods: [],
  displayWorkdays: null,
  takesNewSections: false,
  sections: [
    named('assessor', '考核单位'),
    named('assessed', '被考核单位'),
    bare('subject', '考核内容', rich('subject', '考核内容')),
    bare('method', '考核方法', rich('method', '考核方法')),
    bare('findings', '工作成效及存在问题', rich('findings', '工作成效及存在问题')),
    bare('result', '考核结果', rich('result', '考核结果')),
    other(),
    signature(again('signer', '考核单位', 'assessor'), {
      key: 'decidedOn',
      label: '日期',
      kind: 'date',
      required: 'always',
    }),
  ],
};
