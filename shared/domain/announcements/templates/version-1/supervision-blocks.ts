// What the results of complaints and inspections of version 1 have in common.
import type { TemplateField, TemplateSection } from '../../template.ts';
import { bare, rich } from './blocks.ts';

export function parties(roles: readonly { readonly code: string; readonly name: string }[]): TemplateField {
  return {
    key: 'parties',
    label: '当事人',
    kind: 'table',
    min: 1,
    required: 'always',
    columns: [
      { key: 'role', label: '当事人', kind: 'choice', required: true, options: roles },
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
