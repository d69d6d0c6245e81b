import type { Template } from '../../template.ts';
import {
  bare,
  basics,
  contacts,
  displayPeriod,
  documentSupply,
  line,
  lines,
  other,
  qualifications,
  rich,
  summary,
} from './blocks.ts';

/** 资格预审公告 (87号令 art 15); of tenders alone. */
export const prequalification: Template = {
  type: 'PREQUALIFICATION',
  version: 1,
  name: '资格预审公告',
  title: { pattern: '{projectName}资格预审公告' },
  column: 'notice',
  module: 'announcements',
  methods: ['OPEN_TENDER', 'INVITED_TENDER'],
  displayWorkdays: 5,
  takesNewSections: true,
  sections: [
    summary(
      '{projectName}的潜在资格预审申请人应在{docPlace}领取资格预审文件，并于{submitDeadline}前提交申请文件。',
    ),
    basics({ method: true }),
    qualifications('申请人的资格要求'),
    lines('documents', '领取资格预审文件', ...documentSupply({ price: false })),
    bare('applicationFormat', '资格预审申请文件的组成及格式', rich('appFormat', '内容')),
    bare('criteria', '资格预审的审查标准及方法', rich('reviewCriteria', '内容')),
    lines(
      'invitation',
      '拟邀请参加投标的供应商数量',
      {
        key: 'inviteRule',
        label: '方式',
        kind: 'choice',
        options: [
          { code: 'ALL', name: '邀请全部资格预审合格的供应商参加投标（适用于公开招标）' },
          { code: 'RANDOM_N', name: '采用随机抽取的方式邀请供应商参加投标（适用于邀请招标）' },
        ],
        required: 'always',
      },
      {
        key: 'inviteCount',
        label: '随机抽取的，拟邀请数量及合格供应商不足时的处理',
        kind: 'text',
        max: 500,
        required: 'never',
      },
    ),
    lines(
      'submission',
      '申请文件提交',
      { key: 'submitDeadline', label: '截止时间', kind: 'time', required: 'always' },
      line('submitPlace', '地点'),
    ),
    bare('review', '资格预审日期', { key: 'reviewDate', label: '日期', kind: 'date', required: 'always' }),
    displayPeriod(5),
    other(),
    contacts('凡对本次资格预审提出询问，请按以下方式联系'),
  ],
};
