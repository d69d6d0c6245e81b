import type { Template } from '../template.ts';
import { attachments, contacts, other } from './blocks.ts';
import {
  affectsBids,
  changedSupplierFiles,
  correctedNotice,
  correctedOf,
  correctionInformation,
} from './correction-blocks.ts';

/** 更正公告: the original stays as it is; this says what holds instead. */
export const correction: Template = {
  type: 'CORRECTION',
  version: 1,
  name: '更正公告',
  title: { pattern: '{projectName}更正公告' },
  column: 'correction',
  module: 'announcements',
  methods: [],
  displayWorkdays: null,
  takesNewSections: false,
  sections: [
    correctedNotice(),
    correctionInformation(correctedOf.notice, affectsBids),
    other(),
    contacts('凡对本次公告内容提出询问，请按以下方式联系'),
    attachments({ numbered: true }, changedSupplierFiles),
  ],
};
