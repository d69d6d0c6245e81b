import type { Template } from '../../template.ts';
import { rich } from './blocks.ts';

/** 行政处罚公告 (财库〔2015〕135号). */
export const penalty: Template = {
  type: 'PENALTY',
  version: 1,
  name: '行政处罚公告',
  title: { pattern: '关于{partyName}的行政处罚公告' },
  column: 'penalty',
  module: 'inspections',
  methods: [],
  displayWorkdays: null,
  takesNewSections: false,
  sections: [
    {
      key: 'penalty',
      title: '',
      numbered: false,
      layout: 'lines',
      fields: [
        { key: 'partyName', label: '当事人名称', kind: 'text', max: 200, required: 'always' },
        {
          key: 'uscc',
          label: '统一社会信用代码',
          kind: 'text',
          max: 18,
          required: 'never',
          help: '当事人为单位的须填写',
        },
        rich('facts', '违法失信行为的具体情形'),
        rich('basis', '处罚依据'),
        rich('result', '处罚结果'),
        { key: 'docNo', label: '处罚决定书文号', kind: 'text', max: 100, required: 'always' },
        { key: 'decidedOn', label: '处罚决定日期', kind: 'date', required: 'always' },
        { key: 'authority', label: '执法机关名称', kind: 'text', max: 200, required: 'always' },
      ],
    },
  ],
};
