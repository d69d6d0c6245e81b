import type { Template } from '../template.ts';
import { again, rich, signature } from './blocks.ts';

const ofOrganisation = { required: 'ifOrganisation', present: 'ifOrganisation' } as const;

/** 行政处罚公告, as 严重违法失信行为记录 are made known (财办库〔2014〕526号, 财库〔2015〕135号). */
export const penalty: Template = {
  type: 'PENALTY',
  version: 2,
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
        {
          key: 'partyKind',
          label: '当事人为',
          kind: 'choice',
          options: [
            { code: 'ORGANISATION', name: '单位' },
            { code: 'PERSON', name: '自然人' },
          ],
          required: 'always',
          printed: 'elsewhere',
        },
        { key: 'partyName', label: '当事人名称', kind: 'text', max: 200, required: 'always' },
        { key: 'uscc', label: '统一社会信用代码', kind: 'text', max: 18, ...ofOrganisation },
        { key: 'partyAddress', label: '当事人地址', kind: 'text', max: 300, ...ofOrganisation },
        rich('facts', '违法失信行为的具体情形'),
        rich('result', '处罚结果'),
        rich('basis', '处罚依据'),
        { key: 'docNo', label: '处罚决定书文号', kind: 'text', max: 100, required: 'always' },
        { key: 'decidedOn', label: '处罚决定日期', kind: 'date', required: 'always' },
        { key: 'authority', label: '执法机关名称', kind: 'text', max: 200, required: 'always' },
      ],
    },
    signature(again('signer', '执法机关', 'authority'), again('signedOn', '日期', 'decidedOn')),
  ],
};
