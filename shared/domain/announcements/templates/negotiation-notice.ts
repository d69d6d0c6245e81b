import type { Template } from '../template.ts';
import {
  basics,
  contacts,
  displayPeriod,
  documentSupply,
  line,
  lines,
  opening,
  other,
  qualifications,
  summary,
} from './blocks.ts';

/** 竞争性谈判（竞争性磋商、询价）公告: one format, named after the method. */
export const negotiationNotice: Template = {
  type: 'NEGOTIATION_NOTICE',
  version: 2,
  name: '竞争性谈判（竞争性磋商、询价）公告',
  title: {
    pattern: '{projectName}竞争性谈判公告',
    byMethod: {
      COMPETITIVE_CONSULTATION: '{projectName}竞争性磋商公告',
      INQUIRY: '{projectName}询价公告',
    },
  },
  column: 'notice',
  module: 'announcements',
  methods: ['COMPETITIVE_NEGOTIATION', 'COMPETITIVE_CONSULTATION', 'INQUIRY'],
  displayWorkdays: 3,
  takesNewSections: true,
  sections: [
    summary(
      '{projectName}采购项目的潜在供应商应在{docPlace}获取采购文件，并于{submitDeadline}前提交响应文件。',
    ),
    basics({ method: true }),
    qualifications('申请人的资格要求'),
    lines('documents', '获取采购文件', ...documentSupply({ price: true })),
    lines(
      'submission',
      '响应文件提交',
      { key: 'submitDeadline', label: '截止时间', kind: 'time', required: 'always' },
      line('submitPlace', '地点'),
    ),
    opening(),
    displayPeriod(3),
    other(),
    contacts('凡对本次采购提出询问，请按以下方式联系'),
  ],
};
