// What the results of complaints and inspections have in common.
import type { Option, TemplateField, TemplateSection } from '../template.ts';
import { bare, rich } from './blocks.ts';

/** Each with its address below; `called` whatever the role, or by the role. */
export function parties(roles: readonly Option[], called?: string): TemplateField {
  return {
    key: 'parties',
    label: '当事人',
    kind: 'table',
    min: 1,
    required: 'always',
    listed: { as: 'parties', ...(called === undefined ? {} : { called }) },
    columns: [
      { key: 'role', label: '身份', kind: 'choice', required: true, options: roles },
      { key: 'name', label: '名称', kind: 'text', max: 200, required: true },
      { key: 'address', label: '地址', kind: 'text', max: 300, required: true },
    ],
  };
}

export function factsAndDecision(): readonly TemplateSection[] {
  return [
    bare('facts', '基本情况', rich('facts', '内容')),
    bare('decision', '处理依据及结果', rich('decision', '内容')),
  ];
}
