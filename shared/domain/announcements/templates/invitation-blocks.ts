// What 投标邀请书 and 谈判（磋商、询价）邀请书 have in common: who is invited and how they were chosen, which the record holds and no paper prints, and
// the sentence that invites.
import { invitationSources } from '#shared/codes/announcement-kinds.ts';
import type { TemplateSection } from '../template.ts';
import { line } from './blocks.ts';

/** Not more than one procurement is likely to draw from. */
const mostReason = 500;

/** 87号令 art 14; 74号令 art 12; 财库〔2014〕214号 art 6. */
export function invitedSuppliers(): TemplateSection {
  return {
    key: 'suppliers',
    title: '',
    formTitle: '邀请的供应商',
    numbered: false,
    layout: 'bare',
    fields: [
      {
        key: 'inviteSource',
        label: '供应商来源',
        kind: 'choice',
        options: invitationSources,
        required: 'always',
        printed: 'elsewhere',
      },
      {
        key: 'inviteNumber',
        label: '抽取家数',
        kind: 'count',
        min: 3,
        max: 999,
        required: 'ifDrawn',
        present: 'ifDrawn',
        printed: 'elsewhere',
        help: '不少于3家',
      },
      {
        key: 'candidates',
        label: '备选供应商',
        kind: 'table',
        min: 1,
        rowNumbers: '序号',
        required: 'always',
        printed: 'elsewhere',
        help: '逐家登记，并写明是否邀请。名单只供本单位、代理机构、采购办和监督部门查看，开标前不得向他人透露。',
        columns: [
          { key: 'name', label: '供应商名称', kind: 'supplier', max: 200, required: true },
          { key: 'uscc', label: '统一社会信用代码', kind: 'text', max: 40, required: true },
          {
            key: 'recommendedBy',
            label: '推荐人',
            kind: 'choice',
            options: [
              { code: 'PURCHASER', name: '采购人' },
              { code: 'REVIEWER', name: '评审专家' },
            ],
            required: 'ifRecommendedByBoth',
            present: 'ifRecommendedByBoth',
          },
          {
            key: 'reason',
            label: '推荐理由',
            kind: 'text',
            max: mostReason,
            required: 'ifRecommended',
            present: 'ifRecommended',
          },
          {
            key: 'chosen',
            label: '是否邀请',
            kind: 'choice',
            options: [
              { code: 'INVITED', name: '邀请' },
              { code: 'PASSED_OVER', name: '未抽中' },
            ],
            required: true,
          },
        ],
      },
      {
        key: 'recommendations',
        label: '书面推荐意见',
        kind: 'files',
        required: 'ifRecommended',
        present: 'ifRecommended',
        printed: 'elsewhere',
      },
    ],
  };
}

/** 87号令 art 14: the staff of the purchaser look on, and what happened is written down. */
export function drawRecord(): TemplateSection {
  return {
    key: 'draw',
    title: '',
    formTitle: '抽取记录',
    numbered: false,
    layout: 'bare',
    fields: [
      {
        key: 'drawAt',
        label: '抽取时间',
        kind: 'time',
        required: 'ifDrawn',
        present: 'ifDrawn',
        printed: 'elsewhere',
      },
      {
        ...line('drawPlace', '抽取地点', 200),
        required: 'ifDrawn',
        present: 'ifDrawn',
        printed: 'elsewhere',
      },
      {
        key: 'drawWitnesses',
        label: '在场人员',
        kind: 'table',
        min: 2,
        required: 'ifDrawn',
        present: 'ifDrawn',
        printed: 'elsewhere',
        help: '采购人工作人员不少于两名',
        columns: [
          { key: 'name', label: '姓名', kind: 'text', max: 50, required: true },
          {
            key: 'role',
            label: '身份',
            kind: 'choice',
            options: [
              { code: 'PURCHASER_STAFF', name: '采购人工作人员' },
              { code: 'SUPERVISOR', name: '监督人员' },
              { code: 'AGENCY_STAFF', name: '代理机构工作人员' },
            ],
            required: true,
          },
          { key: 'post', label: '单位及职务', kind: 'text', max: 200, required: false },
        ],
      },
      {
        key: 'drawRecord',
        label: '抽取记录',
        kind: 'files',
        required: 'ifDrawn',
        present: 'ifDrawn',
        printed: 'elsewhere',
        help: '在场人员签字的书面记录，随采购文件一并存档',
      },
    ],
  };
}

/** Whom it addresses stands above it on each paper. */
export function invitingSentence(pattern: string): TemplateSection {
  return {
    key: 'overview',
    title: '',
    formTitle: '邀请',
    numbered: false,
    layout: 'bare',
    fields: [{ key: 'summary', label: '邀请', kind: 'generated', pattern, required: 'always' }],
  };
}
