// What results, result changes and contracts have in common: who won, what was bought, who the parties are.
import type { Condition, Listed, TableColumn, TemplateField, TemplateSection } from '../template.ts';
import { line, lines } from './blocks.ts';

const text = (key: string, label: string, max: number, required = true): TableColumn => ({
  key,
  label,
  kind: 'text',
  max,
  required,
});
const unitPrice: TableColumn = { key: 'unitPrice', label: '单价', kind: 'money', required: true };

const awards: TemplateField = {
  key: 'awards',
  label: '中标（成交）供应商',
  kind: 'table',
  min: 1,
  required: 'always',
  printed: { label: '' },
  ofSections: true,
  columns: [
    { key: 'section', label: '标段', kind: 'text', max: 40, required: true, hidden: true },
    text('lotNo', '标段/包号', 64, false),
    // Of a 联合体 all are named.
    { ...text('supplierName', '供应商名称', 5000), ofRecord: true },
    { ...text('supplierAddress', '供应商地址', 300), ofRecord: true },
    {
      key: 'awardAmount',
      label: '中标（成交）金额',
      kind: 'money',
      uppercase: true,
      required: true,
      unless: 'awardRate',
      printed: 'ifFilled',
      ofRecord: true,
    },
    { ...text('awardRate', '优惠率/费率', 200, false), ofRecord: true },
    { ...text('score', '评审总得分', 20), required: 'ifScored' },
    { key: 'reviewPrice', label: '评审报价', kind: 'money', required: 'ifLowestPrice' },
  ],
};

/** Whoever won under the policies for small enterprises has declared to be one (财库〔2020〕46号 art 11). */
const smePolicyUsed: TemplateField = {
  key: 'smePolicyUsed',
  label: '中标（成交）供应商享受中小企业扶持政策',
  kind: 'yesNo',
  required: 'always',
  printed: 'elsewhere',
  help: '享受的，须附其中小企业声明函',
};

const failedLots: TemplateField = {
  key: 'failedLots',
  label: '废标标段及理由',
  kind: 'table',
  min: 0,
  required: 'never',
  columns: [text('lotNo', '标段/包号', 64), text('reason', '废标理由', 2000)],
};

export function awardInformation(title: string): TemplateSection {
  return lines('awards', title, awards, failedLots, smePolicyUsed);
}

/** 主要标的信息, by what is bought. */
export function mainItems(): TemplateSection {
  return lines(
    'items',
    '主要标的信息',
    {
      key: 'goodsItems',
      label: '货物类',
      kind: 'table',
      min: 1,
      required: 'ifGoods',
      present: 'ifGoods',
      columns: [
        text('name', '名称', 200),
        text('brand', '品牌', 200, false),
        text('model', '规格型号', 500),
        text('quantity', '数量', 50),
        unitPrice,
      ],
    },
    {
      key: 'worksItems',
      label: '工程类',
      kind: 'table',
      min: 1,
      required: 'ifWorks',
      present: 'ifWorks',
      columns: [
        text('name', '名称', 200),
        text('scope', '施工范围', 2000),
        text('duration', '施工工期', 200),
        text('manager', '项目经理', 50),
        text('certificate', '执业证书信息', 200),
      ],
    },
    {
      key: 'serviceItems',
      label: '服务类',
      kind: 'table',
      min: 1,
      required: 'ifServices',
      present: 'ifServices',
      columns: [
        text('name', '名称', 200),
        text('scope', '服务范围', 2000),
        text('requirement', '服务要求', 2000),
        text('time', '服务时间', 500),
        text('standard', '服务标准', 2000),
      ],
    },
  );
}

export function reviewers(label: string, listed?: Listed): TemplateField {
  return {
    key: 'reviewers',
    label,
    kind: 'table',
    min: 1,
    required: 'always',
    ...(listed === undefined ? {} : { listed }),
    columns: [
      text('name', '姓名', 50),
      {
        key: 'role',
        label: '产生方式',
        kind: 'choice',
        required: true,
        options: [
          { code: 'RANDOM', name: '随机抽取' },
          { code: 'PURCHASER_REP', name: '采购人代表' },
          { code: 'SELECTED', name: '自行选定' },
          { code: 'SINGLE_SOURCE', name: '单一来源采购人员' },
        ],
      },
    ],
  };
}

export function agencyFee(): TemplateSection {
  return lines(
    'agencyFee',
    '代理服务收费标准及金额',
    {
      ...line('agencyFeeStandard', '收费标准', 1000),
      required: 'ifAgency',
      present: 'ifAgency',
      empty: 'none',
    },
    {
      key: 'agencyFeeAmount',
      label: '收费金额',
      kind: 'money',
      uppercase: true,
      required: 'ifAgency',
      present: 'ifAgency',
    },
  );
}

export function file(key: string, label: string, required: Condition, help?: string): TemplateField {
  return { key, label, kind: 'files', required, ...(help === undefined ? {} : { help }) };
}

/** 合同主体: 采购人（甲方） and 供应商（乙方）. */
export function contractParties(): TemplateSection {
  const party = (prefix: string, group: string): readonly TemplateField[] => {
    const field = (key: string, label: string, max: number): TemplateField => ({
      key: `${prefix}${key}`,
      label: `${group}${label}`,
      kind: 'text',
      max,
      required: 'always',
      printed: { label },
      group,
    });
    // Of a 联合体 all are named.
    return [field('Name', '名称', 5000), field('Address', '地址', 300), field('Contact', '联系方式', 100)];
  };
  return lines(
    'parties',
    '合同主体',
    ...party('purchaser', '采购人（甲方）'),
    ...party('supplier', '供应商（乙方）'),
  );
}
