// What 更正公告 and 中标（成交）结果变更公告 have in common.
import type { Option, TemplateField, TemplateSection } from '../template.ts';
import { lines, projectName, projectNo } from './blocks.ts';

/** Characters of 更正事项. */
export const mostInItem = 200;

export function correctedNotice(): TemplateSection {
  return lines(
    'basics',
    '项目基本情况',
    projectNo('原公告的采购项目编号'),
    projectName('原公告的采购项目名称'),
    { key: 'firstPublishedOn', label: '首次公告日期', kind: 'date', required: 'always' },
  );
}

export function correctedInvitation(): TemplateSection {
  return lines('basics', '项目基本情况', projectNo('采购项目编号'), projectName('采购项目名称'), {
    key: 'firstPublishedOn',
    label: '邀请书发出日期',
    kind: 'date',
    required: 'always',
  });
}

/** What may be corrected: of a public notice, or of an invitation. */
export const correctedOf = {
  notice: [
    { code: 'NOTICE', name: '采购公告' },
    { code: 'DOCUMENT', name: '采购文件' },
    { code: 'RESULT', name: '采购结果' },
  ],
  invitation: [
    { code: 'NOTICE', name: '邀请书' },
    { code: 'DOCUMENT', name: '采购文件' },
  ],
} as const satisfies { readonly [of: string]: readonly Option[] };

/**
 * Item, before, after; `field` is the key of the corrected field of the original or empty, `value` what that field holds from now on.
 */
const corrections: TemplateField = {
  key: 'corrections',
  label: '更正内容',
  kind: 'table',
  min: 1,
  rowNumbers: '序号',
  required: 'always',
  columns: [
    { key: 'field', label: '对应栏目', kind: 'text', max: 40, required: false, hidden: true },
    { key: 'item', label: '更正事项', kind: 'text', max: mostInItem, required: true },
    { key: 'before', label: '更正前', kind: 'text', max: 5000, required: true },
    { key: 'after', label: '更正后', kind: 'text', max: 5000, required: true },
    { key: 'value', label: '更正后的值', kind: 'machine', required: false, hidden: true },
  ],
};

export function correctionInformation(
  options: readonly Option[],
  ...more: readonly TemplateField[]
): TemplateSection {
  return lines(
    'corrections',
    '更正信息',
    {
      key: 'correctedItem',
      label: '更正事项',
      kind: 'choice',
      options,
      required: 'always',
    },
    ...more,
    corrections,
    {
      key: 'correctedOn',
      label: '更正日期',
      kind: 'generated',
      pattern: '{publishedOn}',
      required: 'always',
    },
  );
}

/** Whether suppliers have to change what they are writing: only then does the correction need its days before the deadline. */
export const affectsBids: TemplateField = {
  key: 'affectsBids',
  label: '更正内容可能影响投标（响应）文件编制',
  kind: 'yesNo',
  required: 'never',
  printed: 'elsewhere',
  help: '可能影响的，须按规定提前更正或者顺延截止时间',
};

export const changedSupplierFiles: TemplateField = {
  key: 'attachments',
  label: '变更后中标（成交）供应商的中小企业声明函等',
  kind: 'files',
  required: 'never',
  present: 'ifResultCorrected',
  help: '更正采购结果、变更了中标（成交）供应商的须附',
};
