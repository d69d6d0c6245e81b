import { terminationReasons } from '#shared/codes/outcome-reasons.ts';
import type { Template } from '../template.ts';
import { contacts, lines, other, projectName, projectNo } from './blocks.ts';

/** 终止公告（废标公告）, of some sections or of all. */
export const termination: Template = {
  type: 'TERMINATION',
  version: 1,
  name: '终止公告',
  title: { pattern: '{projectName}终止公告' },
  column: 'termination',
  module: 'announcements',
  methods: [],
  displayWorkdays: null,
  takesNewSections: false,
  sections: [
    lines('basics', '项目基本情况', projectNo('采购项目编号'), projectName('采购项目名称')),
    lines(
      'reasons',
      '项目终止的原因',
      {
        key: 'reasonCode',
        label: '终止原因',
        kind: 'choice',
        options: terminationReasons.entries,
        required: 'always',
      },
      {
        key: 'reason',
        label: '各标段终止的具体原因',
        kind: 'table',
        min: 1,
        ofSections: true,
        required: 'always',
        columns: [
          { key: 'section', label: '标段', kind: 'text', max: 40, required: true, hidden: true },
          { key: 'lotNo', label: '标段编号', kind: 'text', max: 64, required: true },
          { key: 'lotName', label: '标段名称', kind: 'text', max: 200, required: true },
          { key: 'explanation', label: '具体原因', kind: 'text', max: 2000, required: true },
        ],
      },
    ),
    other(),
    contacts('凡对本次公告内容提出询问，请按以下方式联系'),
  ],
};
