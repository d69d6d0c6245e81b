// How lists may be looked at: tabs, filters, sorts. What is offered here has its index on the desk; a test asserts it.
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
