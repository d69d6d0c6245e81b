// Parts that several official formats have in common (财办库〔2020〕50号).
import type { TemplateField, TemplateSection } from '../template.ts';

export function projectNo(label = '项目编号'): TemplateField {
  return {
    key: 'projectNo',
    label,
    kind: 'text',
    max: 64,
    required: 'always',
    help: '或招标编号、政府采购计划编号、采购计划备案文号等',
  };
}

export function projectName(label = '项目名称'): TemplateField {
  return { key: 'projectName', label, kind: 'text', max: 200, required: 'always' };
}

export function rich(key: string, label: string, help?: string): TemplateField {
  return { key, label, kind: 'rich', required: 'always', ...(help === undefined ? {} : { help }) };
}

export function line(key: string, label: string, max = 500): TemplateField {
  return { key, label, kind: 'text', max, lines: 'several', required: 'always' };
}

/** A section whose one value stands in its heading. */
export function inline(key: string, title: string, field: TemplateField): TemplateSection {
  return { key, title, numbered: true, layout: 'inline', fields: [field] };
}

export function bare(key: string, title: string, ...fields: readonly TemplateField[]): TemplateSection {
  return { key, title, numbered: true, layout: 'bare', fields };
}

export function lines(key: string, title: string, ...fields: readonly TemplateField[]): TemplateSection {
  return { key, title, numbered: true, layout: 'lines', fields };
}

export function numbered(key: string, title: string, ...fields: readonly TemplateField[]): TemplateSection {
  return { key, title, numbered: true, layout: 'numbered', fields };
}

/** 项目概况: who can get the file, where, and until when. */
export function summary(pattern: string): TemplateSection {
  return {
    key: 'overview',
    title: '项目概况',
    numbered: false,
    layout: 'bare',
    fields: [{ key: 'summary', label: '概况', kind: 'generated', pattern, required: 'always' }],
  };
}

/** 项目基本情况; the method is said on every notice but the 招标公告. */
export function basics(options: { readonly method: boolean }): TemplateSection {
  const method: TemplateField = {
    key: 'method',
    label: '采购方式',
    kind: 'code',
    table: 'procurementMethods',
    required: 'always',
  };
  return lines(
    'basics',
    '项目基本情况',
    projectNo(),
    projectName(),
    ...(options.method ? [method] : []),
    { key: 'budgetAmount', label: '预算金额', kind: 'money', uppercase: true, required: 'always' },
    {
      key: 'ceilingPrice',
      label: '最高限价',
      kind: 'money',
      uppercase: true,
      required: 'never',
      help: '设有最高限价的填写',
    },
    rich('requirement', '采购需求', '标的名称、数量、简要技术需求或服务要求等，每个标段一段'),
    line('performancePeriod', '合同履行期限', 2000),
    {
      key: 'consortiumAllowed',
      label: '是否接受联合体投标',
      kind: 'yesNo',
      required: 'always',
      printed: { sentences: { yes: '本项目接受联合体投标。', no: '本项目不接受联合体投标。' } },
    },
  );
}

export function qualifications(title: string): TemplateSection {
  return numbered(
    'qualifications',
    title,
    {
      key: 'art22',
      label: '满足《中华人民共和国政府采购法》第二十二条规定',
      kind: 'fixed',
      text: '满足《中华人民共和国政府采购法》第二十二条规定；',
      required: 'always',
    },
    {
      ...rich(
        'policyQualification',
        '落实政府采购政策需满足的资格要求',
        '没有的写“无”；专门面向中小企业采购的标段须在此写明',
      ),
      empty: 'none',
    },
    { ...rich('specialQualification', '本项目的特定资格要求', '没有的写“无”'), empty: 'none' },
  );
}

/** When, where and how the file is to be had. */
export function documentSupply(options: { readonly price: boolean }): readonly TemplateField[] {
  const price: TemplateField = { key: 'docPrice', label: '售价', kind: 'money', required: 'always' };
  return [
    {
      key: 'docFrom',
      label: '开始日期',
      kind: 'date',
      required: 'always',
      printed: { label: '时间', pattern: '{docFrom}至{docTo}，每天{docHours}（北京时间，法定节假日除外）' },
    },
    { key: 'docTo', label: '截止日期', kind: 'date', required: 'always', printed: 'elsewhere' },
    {
      key: 'docHours',
      label: '每天提供时间',
      kind: 'text',
      max: 100,
      required: 'always',
      printed: 'elsewhere',
      help: '如：上午8:30至12:00，下午14:30至17:30',
    },
    line('docPlace', '地点'),
    line('docHow', '方式'),
    ...(options.price ? [price] : []),
  ];
}

/** 开启 of responses: consultations say when and where, negotiations and inquiries may. */
export function opening(): TemplateSection {
  return lines(
    'opening',
    '开启',
    {
      key: 'openTime',
      label: '时间',
      kind: 'time',
      required: 'ifConsultation',
      help: '竞争性磋商必须填写，竞争性谈判、询价可以不填',
    },
    { ...line('openPlace', '地点'), required: 'ifConsultation' },
  );
}

export function displayPeriod(workdays: number): TemplateSection {
  return bare('display', '公告期限', {
    key: 'period',
    label: '期限',
    kind: 'fixed',
    text: `自本公告发布之日起${workdays}个工作日。`,
    required: 'always',
  });
}

export function other(): TemplateSection {
  return bare('other', '其他补充事宜', {
    key: 'other',
    label: '内容',
    kind: 'rich',
    required: 'never',
    empty: 'none',
  });
}

/** ① 采购人信息 ② 采购代理机构信息（如有） ③ 项目联系方式. `who` is what the unit is called: 采购人 or 征集人. */
export function contacts(title: string, who = '采购人'): TemplateSection {
  const party = (prefix: 'purchaser' | 'agency', name: string, group: string): readonly TemplateField[] => {
    const asked =
      prefix === 'agency'
        ? ({ required: 'ifAgency', present: 'ifAgency' } as const)
        : ({ required: 'always' } as const);
    const field = (key: string, label: string, max: number): TemplateField => ({
      key: `${prefix}${key}`,
      label: `${name}${label}`,
      kind: 'text',
      max,
      ...asked,
      printed: { label },
      group,
    });
    return [field('Name', '名称', 200), field('Address', '地址', 300), field('Contact', '联系方式', 100)];
  };
  const group = '项目联系方式';
  return lines(
    'contacts',
    title,
    ...party('purchaser', who, `${who}信息`),
    ...party('agency', '采购代理机构', '采购代理机构信息'),
    { key: 'contactPerson', label: '项目联系人', kind: 'text', max: 50, required: 'always', group },
    {
      key: 'contactPhone',
      label: '项目联系电话',
      kind: 'phone',
      required: 'always',
      printed: { label: '电话' },
      group,
    },
  );
}

/** Files that go with it; without a number unless the format gives one. */
export function attachments(
  options: { readonly numbered: boolean },
  ...fields: readonly TemplateField[]
): TemplateSection {
  return { key: 'attachments', title: '附件', numbered: options.numbered, layout: 'lines', fields };
}

/** Finance departments sign with the day of their decision. */
export function authoritySignature(): TemplateSection {
  return signature(
    { key: 'authority', label: '执法机关', kind: 'text', max: 200, required: 'always' },
    { key: 'decidedOn', label: '日期', kind: 'date', required: 'always' },
  );
}

export function signature(who: TemplateField, day: TemplateField): TemplateSection {
  return { key: 'signature', title: '落款', numbered: false, layout: 'signature', fields: [who, day] };
}

/** Words of another field once more. */
export function again(key: string, label: string, of: string): TemplateField {
  return { key, label, kind: 'generated', pattern: `{${of}}`, required: 'always' };
}
