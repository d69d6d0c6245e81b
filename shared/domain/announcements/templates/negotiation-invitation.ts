import type { Template } from '../template.ts';
import { basics, contacts, documentSupply, line, lines, opening, other, qualifications } from './blocks.ts';
import { drawRecord, invitedSuppliers, invitingSentence } from './invitation-blocks.ts';

/** 竞争性谈判（竞争性磋商、询价）邀请书, instead of a public notice (74号令 art 12; 财库〔2014〕214号 art 6). */
export const negotiationInvitation: Template = {
  type: 'NEGOTIATION_INVITATION',
  version: 1,
  name: '竞争性谈判（竞争性磋商、询价）邀请书',
  title: {
    pattern: '{projectName}竞争性谈判邀请书',
    byMethod: {
      COMPETITIVE_CONSULTATION: '{projectName}竞争性磋商邀请书',
      INQUIRY: '{projectName}询价邀请书',
    },
  },
  column: null,
  module: 'announcements',
  methods: ['COMPETITIVE_NEGOTIATION', 'COMPETITIVE_CONSULTATION', 'INQUIRY'],
  displayWorkdays: null,
  takesNewSections: true,
  sections: [
    invitedSuppliers(),
    drawRecord(),
    invitingSentence(
      '现邀请你单位参加{projectName}的采购活动。请在{docPlace}获取采购文件，并于{submitDeadline}前提交响应文件。',
    ),
    basics({ method: true }),
    qualifications('供应商的资格要求'),
    lines('documents', '获取采购文件', ...documentSupply({ price: true })),
    lines(
      'submission',
      '响应文件提交',
      { key: 'submitDeadline', label: '截止时间', kind: 'time', required: 'always' },
      line('submitPlace', '地点'),
    ),
    opening(),
    other(),
    contacts('凡对本次采购提出询问，请按以下方式联系'),
  ],
};
