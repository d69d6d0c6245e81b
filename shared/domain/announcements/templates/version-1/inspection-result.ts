import type { Template } from '../../template.ts';
import { authoritySignature, bare, other } from './blocks.ts';
import { factsAndDecision, parties } from './supervision-blocks.ts';

/** 监督检查处理结果公告; the matter is a project or a round of inspection. */
export const inspectionResult: Template = {
  type: 'INSPECTION_RESULT',
  version: 1,
  name: '监督检查处理结果公告',
  title: { pattern: '{matter}监督检查处理结果公告' },
  column: 'inspection',
  module: 'inspections',
  methods: [],
  displayWorkdays: null,
  takesNewSections: false,
  sections: [
    bare(
      'parties',
      '相关当事人',
      {
        key: 'matter',
        label: '检查的项目或事项',
        kind: 'text',
        max: 200,
        required: 'never',
        printed: 'elsewhere',
        help: '写入公告标题',
      },
      parties([
        { code: 'PURCHASER', name: '采购人' },
        { code: 'AGENCY', name: '采购代理机构' },
        { code: 'SUPPLIER', name: '供应商' },
        { code: 'EXPERT', name: '评审专家' },
      ]),
    ),
    ...factsAndDecision(),
    other(),
    authoritySignature('执法机关'),
  ],
};
