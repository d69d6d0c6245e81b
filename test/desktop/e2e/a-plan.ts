// A plan that the rules take, filled into the form field by field.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { demoFiles } from '#demo/data/demo-files.ts';
import { addDays, toPlainDate } from '#shared/kernel/dates.ts';
import { planFormOf } from '../pages/plan-form.ts';

export const today = () => toPlainDate(Date.now());

/** Papers as they lie on the computer. */
export function papers(folder: string): { readonly requirements: string; readonly agreement: string } {
  const on = join(folder, '文件');
  mkdirSync(on, { recursive: true });
  const put = (name: string, bytes: Uint8Array) => {
    const path = join(on, name);
    writeFileSync(path, bytes);
    return path;
  };
  return {
    requirements: put('采购需求.pdf', demoFiles.requirements.bytes),
    agreement: put('委托代理协议.pdf', demoFiles.agency_agreement.bytes),
  };
}

/** Everything but the project's name, the ceiling price and the attachments. */
export async function fillIn(page: Page): Promise<void> {
  const form = planFormOf(page);
  await form.choose('category', '货物');
  await form.addRow('items');
  await form.pickCell('items', 1, 'catalogCode', 'A02010301', /A02010301/u);
  await form.fillRow('items', 1, { name: '下一代防火墙', qty: '6', unit: '台', unitPrice: '98000' });
  await form.addRow('items');
  await form.pickCell('items', 2, 'catalogCode', 'A02010307', /A02010307/u);
  await form.fillRow('items', 2, { name: '日志审计系统', qty: '4', unit: '套', unitPrice: '76500.50' });
  await form.type('budgetAmount', '894002');
  await form.addRow('funds');
  await form.pickCell('funds', 1, 'source', 'ybggysz', '一般公共预算资金');
  await form.fillRow('funds', 1, { amount: '894002', budgetItemNo: '2026-0001' });
  // By pinyin initials.
  await form.pick('method', 'gkzb', /公开招标/u);
  await form.pick('orgForm', '分散', /分散采购/u);
  await form.choose('entrusted', '委托代理');
  await form.pick('agencyId', '示例', /示例/u);
  await form.type('agencyAgreementNo', 'WT-2026-0001');
  await form.pick('smeMode', 'ztzm', /整体专门面向中小企业/u);
  await form.pick('smeIndustry', '工业', /^工业/u);
  await page.getByRole('button', { name: /^按预算金额填入/u }).click();
  await form.type('smeSmallAmount', '600000');
  await form.choose('policies', '适用');
  await form.type('intentionId', 'YX-411000-000001');
  await form.type('intentionPublishedOn', addDays(today(), -15));
  await form.type('plannedStart', addDays(today(), 20));
  await form.type('performancePlace', '许昌市魏都区示例路1号');
  await form.type('performancePeriod', '合同签订后30日内交货');
  await form.pick('evalMethod', '综合', /综合评分法/u);
  await form.type('priceWeight', '40');
  await form.addRow('plannedSections');
  await form.fillRow('plannedSections', 1, { name: '防火墙', budget: '588000', reserve: '588000' });
  await form.addRow('plannedSections');
  await form.fillRow('plannedSections', 2, { name: '日志审计', budget: '306002', reserve: '306002' });
  // With the second package each item has its own.
  await form.pickCell('items', 2, 'plannedSectionId', '日志', /日志审计/u);
  await form.pick('platformId', 'xcsgg', /许昌市公共资源交易中心/u);
}
