// 变更类型, and what it says. What was typed for one kind comes back when it is chosen again, and is not kept beside another.
import { useRef } from 'react';
import { Choices } from '#renderer/ui/fields/choices.tsx';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { type ContractChangeContent, emptyContractChange } from '#shared/domain/contracts/changes/model.ts';
import { type ContractChangeKind, contractChangeKinds } from '#shared/domain/projects/section-contracts.ts';
import { contractChangePages, label } from '#shared/text/index.ts';
import css from '../changes.module.css';
import { changeFields as fields } from './fields.ts';

const words = contractChangePages.form;

export function KindFields() {
  const { content } = fields.useForm();
  return (
    <FieldGrid>
      <Kind />
      {content.kind === 'termination' ? null : <fields.TextField name="clauses" wide />}
      <fields.LongTextField name="description" />
      <fields.LongTextField name="reason" />
    </FieldGrid>
  );
}

/** What only some kinds have. */
const ofKind = [
  'amount',
  'identical',
  'newSupplier',
  'newSupplierUscc',
  'terminationReason',
  'settlement',
] as const;
type OfKind = (typeof ofKind)[number] | 'clauses';

function Kind() {
  const { content, set, setUnreadable, touch } = fields.useForm();
  const before = useRef(new Map<ContractChangeKind | null, ContractChangeContent>());
  const { kind } = content;
  const choose = (next: ContractChangeKind) => {
    if (next === kind) return;
    before.current.set(kind, content);
    const typed = before.current.get(next) ?? emptyContractChange;
    const put = <F extends OfKind>(field: F) => {
      // What stays empty is not left empty by anybody.
      if (content[field] !== typed[field]) set(field, typed[field] as ContractChangeContent[F]);
    };
    set('kind', next);
    for (const field of ofKind) put(field);
    // 终止 is about the whole contract.
    if (next === 'termination' || kind === 'termination') put('clauses');
    setUnreadable('amount', undefined);
  };
  return (
    <fields.FieldFrame group name="kind" wide>
      {(control) => (
        <>
          <Choices<ContractChangeKind>
            chosen={kind}
            control={control}
            onBlur={() => touch('kind')}
            onChange={choose}
            options={contractChangeKinds.map((value) => ({
              key: value,
              value,
              text: label(`contractChanges.kind.${value}`),
            }))}
          />
          {kind === null ? null : <p className={css['under']}>{words.why[kind]}</p>}
        </>
      )}
    </fields.FieldFrame>
  );
}
