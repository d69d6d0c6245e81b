import { SimpleGrid } from '@mantine/core';
import { Field, type FieldMessage, FieldMessages } from '#renderer/ui/fields/field.tsx';
import { IntegerInput, MoneyInput } from '#renderer/ui/fields/number-inputs.tsx';
import type { SettingValues } from '#shared/domain/admin/settings.ts';
import { systemText } from '#shared/text/index.ts';
import { categoryWords } from './setting-words.ts';

const words = systemText.settings;
const categories = ['A', 'B', 'C'] as const;
type Rules = SettingValues['plans.smeRules'];
type Props = {
  readonly value: Rules;
  readonly messages: readonly FieldMessage[];
  readonly onChange: (value: Rules) => void;
};

/** A percentage may be emptied while it is typed: 0 then, as the smallest. */
export function SmeRulesFields({ value, messages, onChange }: Props) {
  return (
    <>
      <SimpleGrid cols={3} spacing="sm" verticalSpacing="xs">
        {categories.map((category) => (
          <Field key={category} id={`whole-${category}`} label={`${categoryWords(category)}：${words.whole}`}>
            {(control) => (
              <MoneyInput
                control={control}
                uppercase={false}
                value={value.wholeProjectLimit[category]}
                onChange={(fen) =>
                  onChange({
                    ...value,
                    wholeProjectLimit: { ...value.wholeProjectLimit, [category]: fen ?? 0 },
                  })
                }
              />
            )}
          </Field>
        ))}
        {categories.map((category) => (
          <Field key={category} id={`share-${category}`} label={`${categoryWords(category)}：${words.share}`}>
            {(control) => (
              <IntegerInput
                control={control}
                min={0}
                max={100}
                value={value.reservedShare[category]}
                onChange={(share) =>
                  onChange({ ...value, reservedShare: { ...value.reservedShare, [category]: share ?? 0 } })
                }
              />
            )}
          </Field>
        ))}
      </SimpleGrid>
      <Field id="share-small" label={words.small}>
        {(control) => (
          <IntegerInput
            control={control}
            min={0}
            max={100}
            value={value.smallShareOfReserved}
            onChange={(share) => onChange({ ...value, smallShareOfReserved: share ?? 0 })}
          />
        )}
      </Field>
      <FieldMessages id="sme-messages" messages={messages} />
    </>
  );
}
