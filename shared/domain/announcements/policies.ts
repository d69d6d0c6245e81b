// What the rules ask of an announcement about 政府采购政策. Formats of before they were asked have no field for them and are asked nothing.
import type { AnnouncementRuleFacts } from '#shared/rules/announcement-facts.ts';
import type { AnnouncementFacts } from './facts-model.ts';
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
