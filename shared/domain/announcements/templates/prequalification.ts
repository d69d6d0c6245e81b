import type { Template } from '../template.ts';
import {
  bare,
  basics,
  contacts,
  displayPeriod,
  documentSupply,
  line,
  lines,
  numbered,
  other,
  qualifications,
  rich,
  summary,
} from './blocks.ts';

/** 资格预审公告 (87号令 art 15); of tenders alone. */
export const prequalification: Template = {
  type: 'PREQUALIFICATION',
  version: 2,
  name: '资格预审公告',
  title: { pattern: '{projectName}资格预审公告' },
  column: 'notice',
  module: 'announcements',
  methods: ['OPEN_TENDER', 'INVITED_TENDER'],
  displayWorkdays: 5,
  takesNewSections: true,
  sections: [
    summary(
      '{projectName}招标项目的潜在资格预审申请人应在{docPlace}领取资格预审文件，并于{submitDeadline}前提交申请文件。',
    ),
    basics({ method: true }),
    qualifications('申请人的资格要求'),
    lines('documents', '领取资格预审文件', ...documentSupply({ price: false })),
    bare('applicationFormat', '资格预审申请文件的组成及格式', rich('appFormat', '内容')),
    numbered(
      'criteria',
      '资格预审的审查标准及方法',
      rich('reviewCriteria', '资格预审的审查标准'),
      rich('reviewMethod', '资格预审的审查方法'),
    ),
    bare(
      'invitation',
      '拟邀请参加投标的供应商数量',
      {
        key: 'inviteRule',
        label: '方式',
        kind: 'choice',
        options: [
          { code: 'ALL', name: '邀请全部资格预审合格的供应商参加投标' },
          { code: 'RANDOM_N', name: '采用随机抽取的方式邀请供应商参加投标' },
        ],
        required: 'always',
        printed: {
          sentences: {
            ALL: '邀请全部资格预审合格的供应商参加投标。',
            RANDOM_N:
              '采用随机抽取的方式邀请{inviteNumber}家供应商参加投标。如通过资格预审的供应商数量少于拟邀请供应商数量，{inviteShort}。',
          },
        },
        help: '公开招标邀请全部合格供应商，邀请招标采用随机抽取的方式',
      },
      {
        key: 'inviteNumber',
        label: '拟邀请供应商家数',
        kind: 'count',
        min: 3,
        max: 999,
        required: 'ifRandomInvitation',
        present: 'ifRandomInvitation',
        printed: 'elsewhere',
      },
      {
        key: 'inviteShort',
        label: '合格供应商少于拟邀请家数时',
        kind: 'choice',
        options: [
          { code: 'ALL_PASSED', name: '但不少于三家的，邀请全部通过资格预审的供应商参加投标' },
          { code: 'ANEW', name: '重新组织招标活动' },
        ],
        required: 'ifRandomInvitation',
        present: 'ifRandomInvitation',
        printed: 'elsewhere',
      },
    ),
    bare(
      'submission',
      '申请文件提交',
      {
        key: 'submitDeadline',
        label: '截止时间',
        kind: 'time',
        required: 'always',
        printed: { pattern: '应在{submitDeadline}前，将申请文件提交至{submitPlace}。' },
      },
      { ...line('submitPlace', '地点'), printed: 'elsewhere' },
    ),
    bare('review', '资格预审日期', {
      key: 'reviewDate',
      label: '日期',
      kind: 'date',
      required: 'always',
      printed: { pattern: '资格预审日期为申请文件提交截止时间至{reviewDate}前。' },
    }),
    displayPeriod(5),
    other(),
    contacts('凡对本次资格预审提出询问，请按以下方式联系'),
  ],
};
