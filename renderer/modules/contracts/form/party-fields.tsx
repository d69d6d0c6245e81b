// 双方: 甲方 by its telephone; 乙方 is the supplier of the result and is not typed, only how it is reached and paid.
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { Facts } from '#renderer/ui/record/facts.tsx';
import { contractPages } from '#shared/text/index.ts';
import type { Answer } from './asked-now.ts';
import css from './contract-form.module.css';
import { contractFields as fields } from './fields.ts';

const words = contractPages.form.supplier;

export function PartyFields({ answer }: { readonly answer: Answer | undefined }) {
  const result = answer?.result ?? null;
  return (
    <>
      <FieldGrid>
        <fields.TelephoneField name="purchaserContact" />
        <fields.TelephoneField name="supplierContact" />
      </FieldGrid>
      {result === null ? null : (
        <div className={css['block']}>
          <p className={css['hint']}>{words.hint}</p>
          <Facts
            facts={[
              { label: words.name, value: result.supplierName },
              { label: words.uscc, value: result.supplierUscc },
              { label: words.address, value: result.supplierAddress, wide: true },
              ...(result.members.length === 0
                ? []
                : [
                    {
                      label: words.members,
                      value: result.members.map(({ name, share }) => (
                        <div key={name}>{words.member(name, share)}</div>
                      )),
                      wide: true,
                    },
                  ]),
            ]}
          />
        </div>
      )}
      <FieldGrid>
        <fields.TextField name="supplierBank" />
        <fields.TextField name="supplierAccount" />
      </FieldGrid>
    </>
  );
}
