// How lists may be looked at: tabs, filters, sorts. What is offered here has its index on the desk; a test asserts it.
import type { PlanStatus } from '#shared/domain/plans/model.ts';

/** Under which tab of the list a plan stands. */
export const planTabs = {
  draft: 'draft',
  returned: 'returned',
  unit_review: 'unit_review',
  office_review: 'office_review',
  filed: 'filed',
  pushed: 'filed',
  sections_received: 'executing',
  in_execution: 'executing',
  completed: 'closed',
  cancelled: 'closed',
} as const satisfies Record<PlanStatus, string>;

export const planTabNames = [
  'all',
  'draft',
  'returned',
  'unit_review',
  'office_review',
  'filed',
  'executing',
  'closed',
] as const;
export const planFilterNames = [
  'fiscalYear',
  'method',
  'purchaserId',
  'regionCode',
  'agencyId',
  'platformId',
] as const;
export const planSortNames = ['updatedAt', 'budgetAmount'] as const;

export const projectTabNames = [
  'all',
  'waiting_for_sections',
  'sections_received',
  'in_execution',
  'completed',
  'cancelled',
] as const;
export const projectFilterNames = [
  'fiscalYear',
  'method',
  'purchaserId',
  'regionCode',
  'agencyId',
  'platformId',
] as const;
export const projectSortNames = ['updatedAt', 'filedAt'] as const;

export const sortDirections = ['desc', 'asc'] as const;
