import { label, plansPages } from '#shared/text/index.ts';
import type { PlanAction } from './plan-actions.ts';

const { list } = plansPages;

/** The verb on the button. */
export function actionWords(action: PlanAction): string {
  switch (action) {
    case 'view':
    case 'review':
    case 'handle':
    case 'project':
    case 'copy':
    case 'preview':
      return list[action];
    default:
      return label(`actions.${action}`);
  }
}
