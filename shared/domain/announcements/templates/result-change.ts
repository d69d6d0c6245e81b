import { resultChangeReasons } from '#shared/codes/outcome-reasons.ts';
import type { Template } from '../template.ts';
import { attachments, contacts, displayPeriod, line, other } from './blocks.ts';
import {
  changedSupplierFiles,
  correctedNotice,
  correctedOf,
  correctionInformation,
} from './correction-blocks.ts';
import { awardInformation, mainItems } from './result-blocks.ts';

/** 中标（成交）结果变更公告: a 更正公告 whose 更正事项 is 采购结果, with the whole new result. */
export const resultChange: Template = {
  type: 'RESULT_CHANGE',
  version: 2,
  name: '中标（成交）结果变更公告',
  title: { pattern: '{projectName}中标（成交）结果变更公告' },
  column: 'result_change',
  module: 'award-changes',
  methods: [],
  displayWorkdays: 1,
  takesNewSections: false,
  sections: [
    correctedNotice(),
    correctionInformation(
      correctedOf.notice,
      {
        key: 'changeReasonCode',
        label: '变更原因',
        kind: 'choice',
        options: resultChangeReasons.entries,
        required: 'always',
      },
      line('changeReason', '变更依据及说明', 2000),
    ),
    awardInformation('变更后的中标（成交）信息'),
    mainItems(),
    displayPeriod(1),
    other(),
    contacts('凡对本次公告内容提出询问，请按以下方式联系'),
    attachments({ numbered: true }, { ...changedSupplierFiles, required: 'ifSmePolicy' }),
  ],
};
