// What a clerk does in days without the server: plans made, changed and some of them submitted; and changes to plans that others see.
import type { Plan, PlanContent } from '#shared/domain/plans/model.ts';
import { planRules } from '#shared/rules/plan-rules.ts';
import { contentOfUnit } from '../../../test/process/town.ts';
import type { Call } from '../desk/protocol.ts';

const plansMade = 500;
const warnings = planRules.filter(({ severity }) => severity === 'warning').map(({ id }) => id);

/** 1,000 commands, `submitted` of them submissions. */
export function offlineWork(unitId: string, round: number, submitted: number): Call[] {
  const content = contentOfUnit(unitId);
  const ids = Array.from({ length: plansMade }, (_, index) => planId(round, index));
  return [
    ...ids.map((id, index) => create(id, { ...content, projectName: `示例计划${round}-${index + 1}` })),
    ...ids.slice(submitted).map((id, index) => edit(id, content.contact, `示例${index}`)),
    ...ids.slice(0, submitted).map((id) => ({ name: 'plans.submit', input: { id, acknowledged: warnings } })),
  ];
}

export function changesOf(plans: readonly Plan[], round: number): Call[] {
  return plans.map(({ id, content }) =>
    edit(id, round === 0 ? content.contact : `示例${round - 1}`, `示例${round}`),
  );
}

function create(id: string, content: PlanContent): Call {
  return { name: 'plans.create', input: { id, content } };
}

function edit(id: string, from: string, to: string): Call {
  return { name: 'plans.edit', input: { id, changes: [{ field: 'contact', from, to }] } };
}

function planId(series: number, index: number): string {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  return `018e${hex(series, 4)}-0000-7000-8000-${hex(index, 12)}`;
}
