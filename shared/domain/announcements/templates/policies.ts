// 落实政府采购政策 in the official formats. What is asked of products and prices is no qualification of suppliers, so that it stands among the
// 其他补充事宜, not among the 资格要求; 中标（成交）结果 carry the 声明函 of each policy.
import type { Template, TemplateField, TemplateSection } from '../template.ts';
import { file } from './result-blocks.ts';

/** Where a result carries the 声明函 of a policy, by its code. */
export const declarationFields: ReadonlyMap<string, string> = new Map([
  ['DOMESTIC_PRODUCT', 'domesticDeclaration'],
  ['SME_PRICE_DEDUCTION', 'smeDeclaration'],
]);

const policies: TemplateField = {
  key: 'policies',
  label: '落实政府采购政策',
  kind: 'rich',
  required: 'never',
  empty: 'none',
  help: '由采购计划中适用的政策自动填入，可补充',
};

/** With a line of its own for policies. */
export function withPolicies(template: Template): Template {
  return changed(template, 'other', (section) => ({
    ...section,
    layout: 'lines',
    fields: [policies, ...section.fields.map((field) => ({ ...field, label: '其他' }))],
  }));
}

/** With a place for every 声明函 that is not there yet. */
export function withPolicyDeclarations(template: Template): Template {
  const own = file(
    'domesticDeclaration',
    '关于符合本国产品标准的声明函',
    'never',
    '中标、成交供应商享受本国产品政策的须附',
  );
  return changed(template, 'attachments', (section) => ({ ...section, fields: [...section.fields, own] }));
}

function changed(
  template: Template,
  key: string,
  change: (section: TemplateSection) => TemplateSection,
): Template {
  const { sections } = template;
  return {
    ...template,
    sections: sections.map((section) => (section.key === key ? change(section) : section)),
  };
}
