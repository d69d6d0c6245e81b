import type { Template } from '../template.ts';
import { bare, inline, line, lines, other, projectName, projectNo, rich } from './blocks.ts';
import { contractParties } from './result-blocks.ts';

/** 公共服务项目验收结果公告 (条例 art 45): those whom the service is for take part in the acceptance. */
export const acceptance: Template = {
  type: 'ACCEPTANCE',
  version: 2,
  name: '公共服务项目验收结果公告',
  title: { pattern: '{projectName}验收结果公告' },
  column: 'contract',
  module: 'contracts',
  signedBy: 'purchaser',
  methods: [],
  displayWorkdays: null,
  takesNewSections: false,
  sections: [
    inline('contractNo', '合同编号', {
      key: 'contractNo',
      label: '合同编号',
      kind: 'text',
      max: 64,
      required: 'always',
    }),
    inline('contractName', '合同名称', {
      key: 'contractName',
      label: '合同名称',
      kind: 'text',
      max: 200,
      required: 'always',
    }),
    inline('projectNo', '项目编号', projectNo()),
    inline('projectName', '项目名称', projectName()),
    contractParties(),
    lines(
      'main',
      '合同主要信息',
      line('serviceContent', '服务内容', 2000),
      line('serviceRequirement', '服务要求', 2000),
      line('servicePeriod', '服务期限'),
      line('servicePlace', '服务地点'),
    ),
    inline('acceptedOn', '验收日期', {
      key: 'acceptedOn',
      label: '验收日期',
      kind: 'date',
      required: 'always',
    }),
    bare('members', '验收组成员', {
      key: 'members',
      label: '验收组成员',
      help: '应当邀请服务对象参与',
      kind: 'table',
      min: 1,
      rowNumbers: '序号',
      required: 'always',
      columns: [
        { key: 'name', label: '姓名', kind: 'text', max: 50, required: true },
        { key: 'unit', label: '工作单位', kind: 'text', max: 200, required: false },
        {
          key: 'role',
          label: '身份',
          kind: 'choice',
          required: true,
          options: [
            { code: 'PURCHASER', name: '采购人代表' },
            { code: 'SERVED', name: '服务对象' },
            { code: 'THIRD_PARTY', name: '第三方机构' },
            { code: 'EXPERT', name: '专家' },
            { code: 'USER', name: '使用人' },
            { code: 'OTHER', name: '其他' },
          ],
        },
      ],
    }),
    bare('opinion', '验收意见', rich('opinion', '验收意见')),
    other(),
  ],
};
