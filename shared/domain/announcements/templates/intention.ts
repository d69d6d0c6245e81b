import type { Template, TemplateSection } from '../template.ts';

const section = (key: string, formTitle: string, ...fields: TemplateSection['fields']): TemplateSection => ({
  key,
  title: '',
  formTitle,
  numbered: false,
  layout: 'bare',
  fields,
});

/** 政府采购意向公告 (财库〔2020〕10号): one table, a line for each project meant to be bought. */
export const intention: Template = {
  type: 'INTENTION',
  version: 2,
  name: '政府采购意向公告',
  title: { pattern: '{purchaserName}{months}政府采购意向' },
  column: 'intention',
  module: 'announcements',
  methods: [],
  displayWorkdays: null,
  takesNewSections: false,
  sections: [
    section(
      'intro',
      '单位和月份',
      {
        key: 'purchaserName',
        label: '单位名称',
        kind: 'text',
        max: 200,
        required: 'always',
        printed: 'elsewhere',
      },
      {
        key: 'fromMonth',
        label: '意向起始月份',
        kind: 'month',
        required: 'always',
        printed: 'elsewhere',
        help: '填写采购意向表后自动填入其中最早、最晚的月份。',
      },
      { key: 'toMonth', label: '意向截止月份', kind: 'month', required: 'always', printed: 'elsewhere' },
      {
        key: 'introduction',
        label: '引言',
        kind: 'generated',
        pattern:
          '为便于供应商及时了解政府采购信息，根据《财政部关于开展政府采购意向公开工作的通知》（财库〔2020〕10号）等有关规定，现将{purchaserName}{months}采购意向公开如下：',
        required: 'always',
      },
    ),
    section('intentions', '采购意向', {
      key: 'intentions',
      label: '采购意向表',
      kind: 'table',
      min: 1,
      rowNumbers: '序号',
      required: 'always',
      columns: [
        { key: 'projectName', label: '采购项目名称', kind: 'text', max: 200, required: true },
        { key: 'requirementSummary', label: '采购需求概况', kind: 'text', max: 2000, required: true },
        { key: 'budgetWanYuan', label: '预算金额（万元）', kind: 'moneyInTenThousands', required: true },
        { key: 'expectedMonth', label: '预计采购时间', kind: 'month', required: true },
        { key: 'remark', label: '备注', kind: 'text', max: 500, required: false },
      ],
    }),
    section('closing', '说明', {
      key: 'closing',
      label: '说明',
      kind: 'fixed',
      text: '本次公开的采购意向是本单位政府采购工作的初步安排，具体采购项目情况以相关采购公告和采购文件为准。',
      required: 'always',
    }),
  ],
};
