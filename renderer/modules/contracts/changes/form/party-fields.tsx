// 主体变更: who takes the contract over, typed or taken from those that are known.
import { SupplierBox } from '#renderer/ui/fields/supplier-box.tsx';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { contractChangeContentSchema } from '#shared/domain/contracts/changes/model.ts';
import { limitOf } from '#shared/domain/fields.ts';
import { changeFields as fields } from './fields.ts';

const limit = limitOf(contractChangeContentSchema.shape.newSupplier);

export function PartyFields() {
  const { content, set, touch } = fields.useForm();
  return (
    <FieldGrid>
      <fields.FieldFrame name="newSupplier">
        {(control) => (
          <SupplierBox
            control={control}
            limit={limit}
            onBlur={() => touch('newSupplier')}
            onChange={(name) => set('newSupplier', name)}
            onTake={({ name, uscc }) => {
              set('newSupplier', name);
              set('newSupplierUscc', uscc);
            }}
            value={content.newSupplier}
          />
        )}
      </fields.FieldFrame>
      <fields.TextField name="newSupplierUscc" />
    </FieldGrid>
  );
}
