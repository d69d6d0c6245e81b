// Why the centre refused the plan: its code in our words where we know it, with the field it names; the code itself otherwise, so that one can ask.
import type { PushState } from '#shared/domain/projects/model.ts';
import { errorCodes } from '#shared/kernel/errors.ts';
import { describeError, fieldLabel, projectsPages } from '#shared/text/index.ts';

const words = projectsPages.waiting;

export function refusalWords({ errorCode, errorField }: Pick<PushState, 'errorCode' | 'errorField'>): string {
  if (errorCode === null) return '';
  const known = errorCodes.find((code) => code === errorCode);
  const why =
    known === undefined ? words.code(errorCode) : `${describeError({ code: known })}${words.code(errorCode)}`;
  if (errorField === null || errorField === '') return why;
  return `${why}${words.field(fieldLabel('plans.content', errorField.replace(/^(plan|content)\./, '')))}`;
}
