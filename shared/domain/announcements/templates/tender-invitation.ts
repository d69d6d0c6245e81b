import type { Template } from '../template.ts';
import { basics, contacts, documentSupply, line, lines, other, qualifications } from './blocks.ts';
import { drawRecord, invitedSuppliers, invitingSentence } from './invitation-blocks.ts';

/** 投标邀请书 (法 art 34; 87号令 art 14): of an invited tender, and of any tender to those who passed its 资格预审. */
export const tenderInvitation: Template = {
  type: 'TENDER_INVITATION',
  version: 1,
  name: '投标邀请书',
  title: { pattern: '{projectName}投标邀请书' },
  column: null,
  module: 'announcements',
  methods: ['INVITED_TENDER'],
  continues: 'PREQUALIFICATION',
  displayWorkdays: null,
  takesNewSections: true,
  sections: [
    invitedSuppliers(),
    drawRecord(),
    invitingSentence(
      '现邀请你单位参加{projectName}的投标。请在{docPlace}获取招标文件，并于{bidDeadline}前递交投标文件。',
    ),
    basics({ method: true }),
    qualifications('投标人的资格要求'),
    lines('documents', '获取招标文件', ...documentSupply({ price: true })),
    lines(
      'submission',
      '提交投标文件截止时间、开标时间和地点',
      { key: 'bidDeadline', label: '投标截止/开标时间', kind: 'time', required: 'always' },
      line('bidPlace', '地点'),
    ),
    other(),
    contacts('对本次招标提出询问，请按以下方式联系'),
  ],
};
