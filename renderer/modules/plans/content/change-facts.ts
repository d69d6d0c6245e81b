// 变更采购方式: what a plan changes, the same in its form and on its page.
import { codeName } from '#shared/codes/code-table.ts';
import { procurementMethods } from '#shared/codes/procurement.ts';
import type { PlanPredecessor } from '#shared/domain/plans/predecessor.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { methodChangePages } from '#shared/text/index.ts';

const { plan: words } = methodChangePages;

export function changeFacts({ planNo, method, sections }: PlanPredecessor) {
  return [
    { label: words.planNo, value: planNo },
    { label: words.method, value: codeName(procurementMethods, method) ?? method },
    {
      label: words.sections,
      value: sections
        .map(({ sectionNo, name, budget }) => `${sectionNo} ${name} ${formatYuan(budget)}`)
        .join('；'),
      wide: true,
    },
  ];
}
