// What the rules ask of an announcement about 政府采购政策. Formats of before they were asked have no field for them and are asked nothing.
import type { AnnouncementRuleFacts } from '#shared/rules/announcement-facts.ts';
import type { AppliedPolicy } from '../projects/plan-of-project.ts';
import type { PlannedSectionOf } from '../projects/planned-sections.ts';
import type { AnnouncementFacts, StatedPolicy } from './facts-model.ts';
import { fieldsOf, isEmpty, isRich, valueAt } from './field-values.ts';
import { plainTextOf } from './rich-text.ts';
import { declarationFields } from './templates/policies.ts';
import type { Values } from './values.ts';

export function policyFacts(
  { template, policies }: Pick<AnnouncementFacts, 'template' | 'policies'>,
  values: Values,
): Pick<AnnouncementRuleFacts, 'policies' | 'said'> {
  const fields = new Set(fieldsOf(template).map(({ key }) => key));
  if (!fields.has('policies')) return { policies: [], said: '' };
  return {
    policies: policies.map(({ policy, rate }) => {
      const field = declarationFields.get(policy.code);
      if (field === undefined || !fields.has(field)) return { policy, rate, declaration: null };
      return { policy, rate, declaration: { field, attached: !isEmpty(valueAt(values, field)) } };
    }),
    said: Object.values(values)
      .filter(isRich)
      .map((value) => plainTextOf(value))
      .join('\n'),
  };
}

/**
 * What the chosen sections carry out. A deduction for small enterprises is for what is not reserved for them (财库〔2020〕46号 art 9): it is not said of
 * reserved sections, and where there are both it names the others.
 */
export function statedPolicies(
  applied: readonly AppliedPolicy[],
  sections: readonly Pick<PlannedSectionOf, 'section' | 'smeReserved'>[],
): readonly StatedPolicy[] {
  const others = sections.filter(({ smeReserved }) => !smeReserved);
  const all = others.length === sections.length;
  return applied.flatMap((each): readonly StatedPolicy[] => {
    if (!each.policy.unlessReserved || all) return [each];
    return others.length === 0
      ? []
      : [{ ...each, sectionNos: others.map(({ section }) => section.sectionNo) }];
  });
}
