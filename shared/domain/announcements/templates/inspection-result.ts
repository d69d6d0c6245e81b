import type { Template } from '../template.ts';
import { authoritySignature, bare, inline, other, projectName, projectNo } from './blocks.ts';
import { factsAndDecision, parties } from './supervision-blocks.ts';

const ofProject = { required: 'ifProject', present: 'ifProject' } as const;

/** 监督检查处理结果公告; of a project, or of a round of inspection: then the numbers begin with 相关当事人. */
export const inspectionResult: Template = {
  type: 'INSPECTION_RESULT',
  version: 2,
  name: '监督检查处理结果公告',
  title: { pattern: '{matter}监督检查处理结果公告' },
  column: 'inspection',
  module: 'inspections',
  methods: [],
  displayWorkdays: null,
  takesNewSections: false,
  sections: [
    inline('projectNo', '项目编号', { ...projectNo(), ...ofProject }),
    inline('projectName', '项目名称', { ...projectName(), ...ofProject }),
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
      parties(
        [
          { code: 'PURCHASER', name: '采购人' },
          { code: 'AGENCY', name: '采购代理机构' },
          { code: 'SUPPLIER', name: '供应商' },
          { code: 'EXPERT', name: '评审专家' },
        ],
        '当事人',
      ),
    ),
    ...factsAndDecision(),
    other(),
    authoritySignature(),
  ],
};
