import type { Template } from '../template.ts';
import { contacts, other } from './blocks.ts';
import { affectsBids, correctedInvitation, correctedOf, correctionInformation } from './correction-blocks.ts';

/** 更正通知书: what was said to the invited alone is put right in writing to all of them (87号令 art 27; 74号令 art 29). */
export const invitationCorrection: Template = {
  type: 'INVITATION_CORRECTION',
  version: 1,
  name: '更正通知书',
  title: { pattern: '{projectName}更正通知书' },
  column: null,
  module: 'announcements',
  methods: [],
  displayWorkdays: null,
  takesNewSections: false,
  sections: [
    correctedInvitation(),
    correctionInformation(correctedOf.invitation, affectsBids),
    other(),
    contacts('凡对本次更正提出询问，请按以下方式联系'),
  ],
};
