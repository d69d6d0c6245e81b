// A statutory period as data, so that the law can be read in a table and corrected there. One engine (count.ts, check.ts) applies it.
import type { Evidence } from '#shared/codes/code-table.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import type { DeadlineCondition, DeadlineEvent, DeadlineFacts } from './facts.ts';

export type DeadlineRule = {
  readonly id: string;
  /** The clause, as in shared/text/zh-CN/articles.ts. */
  readonly article: string;
  /** The clause for some methods, where each has a decree of its own. */
  readonly articleByMethod?: readonly { readonly methods: readonly string[]; readonly article: string }[];
  readonly evidence: Evidence;
  /** An info rule is shown and never found broken: it is a right or a mere computation. */
  readonly severity: 'error' | 'warning' | 'info';
  readonly start: DeadlineEvent;
  /** The period cannot begin before this event either: documents are not issued before the notice is public. */
  readonly notBefore?: DeadlineEvent;
  readonly end: DeadlineEvent;
  /** How long, or the setting that says it. */
  readonly length: number | 'contractSignDays' | 'intentionDays';
  readonly unit: 'workday' | 'day' | 'year';
  /** A last calendar day inside an official holiday moves to the first day after it. */
  readonly roll: boolean;
  /** Counted back from the start event: `end` may lie at most `length` before it. */
  readonly back?: true;
  /** `minimum`: end is at the computed day or later; `latest`: at it or earlier; `display`: end is that day. */
  readonly kind: 'minimum' | 'latest' | 'display';
  /** Settings may count the first day (DOC_SUPPLY and display periods, as many real notices do). Only with working days. */
  readonly firstDayMayCount?: true;
  /** Announcement types and procurement methods; empty for all. */
  readonly types: readonly string[];
  readonly methods: readonly string[];
  readonly exceptMethods?: readonly string[];
  readonly when?: DeadlineCondition;
  readonly unless?: DeadlineCondition;
  readonly examples: {
    readonly passing: readonly DeadlineFacts[];
    readonly failing: readonly DeadlineFacts[];
  };
};

type Definition = Omit<DeadlineRule, 'examples' | 'types' | 'methods'> & {
  readonly types?: readonly string[];
  readonly methods?: readonly string[];
  /** Days of the end event that keep and break the rule when the start event falls on `from`. */
  readonly example: {
    readonly from: PlainDate;
    readonly passing: readonly PlainDate[];
    readonly failing: readonly PlainDate[];
  };
};

export function deadlineRule({ example, types = [], methods = [], ...rule }: Definition): DeadlineRule {
  const facts = (end: PlainDate): DeadlineFacts => ({
    type: types[0] ?? 'TENDER',
    method: methods[0] ?? 'OPEN_TENDER',
    values: { [rule.start]: example.from, [rule.end]: end },
    conditions: rule.when === undefined ? [] : [rule.when],
  });
  return {
    ...rule,
    types,
    methods,
    examples: { passing: example.passing.map(facts), failing: example.failing.map(facts) },
  };
}

export function appliesTo(rule: DeadlineRule, facts: DeadlineFacts): boolean {
  const among = (codes: readonly string[], code: string) => codes.length === 0 || codes.includes(code);
  const is = (condition: DeadlineCondition) => facts.conditions?.includes(condition) === true;
  return (
    among(rule.types, facts.type) &&
    among(rule.methods, facts.method) &&
    rule.exceptMethods?.includes(facts.method) !== true &&
    (rule.when === undefined || is(rule.when)) &&
    (rule.unless === undefined || !is(rule.unless))
  );
}

export function articleOf(rule: DeadlineRule, method: string): string {
  return rule.articleByMethod?.find(({ methods }) => methods.includes(method))?.article ?? rule.article;
}
