import type { Template } from '../../template.ts';
import { authoritySignature, bare, inline, other, projectName, projectNo } from './blocks.ts';
import { factsAndDecision, parties } from './supervision-blocks.ts';

/** 投诉处理结果公告 (94号令 art 34). */
export const complaintResult: Template = {
  type: 'COMPLAINT_RESULT',
  version: 1,
  name: '投诉处理结果公告',
  title: { pattern: '{projectName}投诉处理结果公告' },
  column: 'complaint',
  module: 'complaints',
  methods: [],
  displayWorkdays: null,
  takesNewSections: false,
  sections: [
    inline('projectNo', '项目编号', projectNo()),
    inline('projectName', '项目名称', projectName()),
    bare(
      'parties',
      '相关当事人',
      parties([
        { code: 'COMPLAINANT', name: '投诉人' },
        { code: 'RESPONDENT', name: '被投诉人' },
        { code: 'SUPPLIER', name: '相关供应商' },
      ]),
    ),
    ...factsAndDecision(),
    other(),
    authoritySignature('执法机关'),
  ],
};
