import type { Template } from '../template.ts';
import {
  basics,
  contacts,
  displayPeriod,
  documentSupply,
  line,
  lines,
  other,
  qualifications,
  summary,
} from './blocks.ts';

/** 招标公告 (87号令 art 13). */
export const tender: Template = {
  type: 'TENDER',
  version: 2,
  name: '招标公告',
  title: { pattern: '{projectName}公开招标公告' },
  column: 'notice',
  module: 'announcements',
  methods: ['OPEN_TENDER'],
  displayWorkdays: 5,
  takesNewSections: true,
  sections: [
    summary('{projectName}招标项目的潜在投标人应在{docPlace}获取招标文件，并于{bidDeadline}前递交投标文件。'),
    basics({ method: false }),
    qualifications('申请人的资格要求'),
    lines('documents', '获取招标文件', ...documentSupply({ price: true })),
    lines(
      'submission',
      '提交投标文件截止时间、开标时间和地点',
      { key: 'bidDeadline', label: '投标截止/开标时间', kind: 'time', required: 'always' },
      line('bidPlace', '地点'),
    ),
    displayPeriod(5),
    other(),
    contacts('对本次招标提出询问，请按以下方式联系'),
  ],
};
