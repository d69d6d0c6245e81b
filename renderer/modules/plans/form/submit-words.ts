import { fieldLabel, planForm, plansPages } from '#shared/text/index.ts';

/** What the dialog of 提交 says of a plan by its name. */
export function submitWords(name: string) {
  return { ...planForm.submit, title: planForm.submit.title(name === '' ? plansPages.unnamed : name) };
}

export function fieldName(path: string): string {
  return fieldLabel('plans.content', path);
}
