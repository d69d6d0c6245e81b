// Rules are data: what they apply to, whether they hold, which clause they stand on, and examples of both. The engine only asks; words
// are made elsewhere from id and params, so a message can never say something else than the rule.
import type { ErrorParam } from '#shared/kernel/errors.ts';

export type Params = Readonly<Record<string, ErrorParam>>;

export type Rule<Facts> = {
  readonly id: string;
  /** The clause, as in shared/text/zh-CN/articles.ts: `law/27`, `regulation/28`, `order87/55`, or `system` for a rule of our own. */
  readonly article: string;
  /** An error stops; a warning must be read and answered for. */
  readonly severity: 'error' | 'warning';
  /** Where the form shows it: paths within what is checked, e.g. `items.0.amount`. */
  readonly fields: readonly string[] | ((facts: Facts) => readonly string[]);
  appliesTo(facts: Facts): boolean;
  holds(facts: Facts): boolean;
  /** The figures of the message. */
  params?(facts: Facts): Params;
  readonly examples: { readonly passing: readonly Facts[]; readonly failing: readonly Facts[] };
};

export type Finding = {
  readonly ruleId: string;
  readonly article: string;
  readonly severity: 'error' | 'warning';
  readonly paths: readonly string[];
  readonly params: Params;
};

/** What is not as it must be, in the order of the rules. */
export function check<Facts>(rules: readonly Rule<Facts>[], facts: Facts): readonly Finding[] {
  return rules
    .filter((rule) => rule.appliesTo(facts) && !rule.holds(facts))
    .map((rule) => ({
      ruleId: rule.id,
      article: rule.article,
      severity: rule.severity,
      paths: typeof rule.fields === 'function' ? rule.fields(facts) : rule.fields,
      params: rule.params?.(facts) ?? {},
    }));
}

type PathRule<Facts> = Omit<Rule<Facts>, 'fields' | 'holds' | 'appliesTo'> & {
  appliesTo?(facts: Facts): boolean;
  /** The paths at which the rule is broken; none when it holds. */
  broken(facts: Facts): readonly string[];
};

/** A rule that is asked place by place, such as of every line of a table. */
export function pathRule<Facts>(definition: PathRule<Facts>): Rule<Facts> {
  const { broken, appliesTo, ...rest } = definition;
  return {
    ...rest,
    appliesTo: appliesTo ?? (() => true),
    fields: broken,
    holds: (facts) => broken(facts).length === 0,
  };
}
