// By which methods a project may be bought instead of its own, and what the plan that changes it will be asked for.
import { codesInForce } from '#shared/codes/code-table.ts';
import { procurementMethods } from '#shared/codes/procurement.ts';
import { isNotice } from '#shared/domain/announcements/coverage.ts';
import { currentTemplates } from '#shared/domain/announcements/templates/index.ts';
import type { Project } from '#shared/domain/projects/model.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';

/** Those that suit what is bought, and for which there is a notice here. */
export function methodsInstead({ method, category }: Pick<Project, 'method' | 'category'>, today: PlainDate) {
  return codesInForce(procurementMethods, today).filter(
    ({ code, categories }) =>
      code !== method && categories.some((each) => each === category) && isAnnouncedHere(code),
  );
}

function isAnnouncedHere(method: string): boolean {
  return (
    method !== 'FRAMEWORK_AGREEMENT' &&
    currentTemplates.some((template) => isNotice(template) && template.methods.includes(method))
  );
}

type Need = 'reason' | 'approval' | 'two' | 'budget';

/** `method`: the one that is chosen; null while none is. */
export function needsOf(project: Pick<Project, 'method'>, method: string | null): readonly Need[] {
  const tendered = project.method === 'OPEN_TENDER' || project.method === 'INVITED_TENDER';
  const open = method === 'OPEN_TENDER';
  return [
    ...(open ? [] : (['reason'] as const)),
    ...(tendered && !open ? (['approval'] as const) : []),
    ...(project.method === 'OPEN_TENDER' && method === 'COMPETITIVE_NEGOTIATION' ? (['two'] as const) : []),
    'budget',
  ];
}
