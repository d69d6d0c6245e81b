import type { Template } from '../../template.ts';
import { authoritySignature, bare, inline, rich } from './blocks.ts';

/** 集中采购机构考核结果公告 (政府采购法 art 66). */
export const agencyAssessment: Template = {
  type: 'AGENCY_ASSESSMENT',
  version: 1,
  name: '集中采购机构考核结果公告',
  title: { pattern: '{agencyName}考核结果公告' },
  column: 'inspection',
  module: 'inspections',
  methods: [],
  displayWorkdays: null,
  takesNewSections: false,
  sections: [
    inline('agencyName', '集中采购机构名称', {
      key: 'agencyName',
      label: '集中采购机构名称',
      kind: 'text',
      max: 200,
      required: 'always',
    }),
    bare('content', '考核内容', rich('content', '考核内容')),
    bare('assessmentMethod', '考核方法', rich('assessmentMethod', '考核方法')),
    bare('assessmentResult', '考核结果', rich('assessmentResult', '考核结果')),
    bare('problems', '存在问题', { ...rich('problems', '存在问题'), required: 'never', empty: 'none' }),
    authoritySignature('考核单位'),
  ],
};
