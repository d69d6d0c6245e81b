// Words for codes. Everything a user reads about a refusal, a rule, a state or a field is made here; callers hold codes and params only.
import type { AppError, FieldError } from '#shared/kernel/errors.ts';
import type { Finding, Params } from '#shared/rules/engine.ts';
import { citation } from './zh-CN/articles.ts';
import { deadlineRuleText } from './zh-CN/deadlines.ts';
import { errorTexts } from './zh-CN/errors.ts';
import { fieldTexts } from './zh-CN/fields.ts';
import { labels } from './zh-CN/labels.ts';
import { outboxText } from './zh-CN/outbox.ts';
import type { RuleText } from './zh-CN/rule-words.ts';
import { ruleTexts } from './zh-CN/rules.ts';

export { announcementPages } from './zh-CN/announcements/announcements-pages.ts';
export { invitationPages } from './zh-CN/announcements/invitation-papers.ts';
export { documentText } from './zh-CN/announcements-document.ts';
export { appText, fileSize } from './zh-CN/app.ts';
export { awardChangePaperText } from './zh-CN/award-change-papers.ts';
export { awardChangePages } from './zh-CN/award-changes-pages.ts';
export { awardPaperText } from './zh-CN/award-papers.ts';
export { awardPages } from './zh-CN/awards-pages.ts';
export { challengePages } from './zh-CN/challenges-pages.ts';
export { acceptancePages } from './zh-CN/contracts/acceptances-pages.ts';
export { breachPages } from './zh-CN/contracts/breaches-pages.ts';
export { contractChangePages } from './zh-CN/contracts/contract-changes-pages.ts';
export { contractPages } from './zh-CN/contracts/contracts-pages.ts';
export { fundingPages } from './zh-CN/contracts/funding-pages.ts';
export { paymentPages } from './zh-CN/contracts/payments-pages.ts';
export { yearEndPages } from './zh-CN/contracts/year-end-pages.ts';
export { coursePages } from './zh-CN/course-pages.ts';
export { deadlineText } from './zh-CN/deadlines.ts';
export { forms } from './zh-CN/forms.ts';
export { gatePages } from './zh-CN/gates.ts';
export { methodChangePages } from './zh-CN/method-change.ts';
export { outboxText } from './zh-CN/outbox.ts';
export { planForm } from './zh-CN/plan-form.ts';
export { plansPages } from './zh-CN/plans-pages.ts';
export { projectsPages } from './zh-CN/projects-pages.ts';
export { supplierPages } from './zh-CN/suppliers-pages.ts';
export { systemText } from './zh-CN/system.ts';
export {
  clockTime,
  dayOfTime,
  exactTime,
  formatInstant,
  isTime,
  machineTime,
  mailTime,
  relativeTime,
  timeInYear,
  zonedTime,
} from './zh-CN/times.ts';

/** Parts of an input that only hold its fields together, and are not named. */
const containers: ReadonlySet<string> = new Set([
  'content',
  'organisation',
  'account',
  'platform',
  'calendar',
]);

/** The name of a thing by its key, e.g. `plans.content.budgetAmount`, `plans.status.filed`, `roles.agency`, `actions.plans.submit`. */
export function label(key: string): string {
  return labels.get(key) ?? key;
}

/** What a command is called; one of a newer version of the program has no name here. */
export function commandName(command: string): string {
  return labels.get(`commands.${command}`) ?? outboxText.heldName;
}

export function hasLabel(key: string): boolean {
  return labels.has(key);
}

/** Where a path leads: `items.0.amount` of `plans.content` is 采购品目第1行 · 金额. Unknown parts stay as they are. */
export function fieldLabel(root: string, path: string): string {
  let key = root;
  const words: string[] = [];
  for (const part of path === '' ? [] : path.split('.')) {
    if (/^\d+$/.test(part)) {
      const line = `第${Number(part) + 1}行`;
      words.push(`${words.pop() ?? ''}${line}`);
      continue;
    }
    key = key === '' ? part : `${key}.${part}`;
    const known = labels.get(key);
    if (known !== undefined || !isContainer(part)) words.push(known ?? part);
  }
  return words.join(' · ');
}

/** What is wrong at one field: what, the clause, and what to do. */
export function describeField({ code, params = {}, article }: FieldError): string {
  const rule = ruleWords(code, params);
  if (rule !== undefined) return ruleSentence(rule, article);
  const words = fieldTexts.get(code);
  if (words === undefined) return `填写的内容不符合要求（${code}）。`;
  const clause = article === undefined || article === 'system' ? undefined : citation(article);
  const what = typeof words === 'string' ? words : words(params);
  return `${what}。${clause === undefined ? '' : `依据${clause}。`}`;
}

export function describeFinding({ ruleId, params, article, paths }: Finding): string {
  return describeField({ path: paths[0] ?? '', code: ruleId, params, article });
}

/** The refusal as a whole; `fields` and `conflicts` are described one by one beside their fields. */
export function describeError({ code, params = {} }: AppError): string {
  const words = errorTexts[code];
  return typeof words === 'string' ? words : words(params);
}

/** 提交未通过：… of a command by its name, with the first field's reason where there is one. */
export function describeRefusal(command: string, error: AppError): string {
  const [first, ...more] = error.fields ?? [];
  const rest = more.length === 0 ? '' : `另有${more.length}处，请按各栏提示修改。`;
  const why = first === undefined ? describeError(error) : `${describeField(first)}${rest}`;
  return `${commandName(command)}未通过：${why}`;
}

function ruleWords(id: string, params: Params): RuleText | undefined {
  const words = ruleTexts.get(id);
  if (words === undefined) return deadlineRuleText(id, params);
  return typeof words === 'function' ? words(params) : words;
}

function ruleSentence({ what, todo }: RuleText, article: string | undefined): string {
  const clause = article === undefined ? undefined : citation(article);
  return `${what}。${clause === undefined ? '' : `依据${clause}。`}${todo}。`;
}

/** Parts of a path that only hold others and have no name of their own. */
function isContainer(part: string): boolean {
  return containers.has(part);
}
