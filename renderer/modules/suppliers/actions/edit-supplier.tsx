// 修改: what the result announcement says of a supplier beside its name.
import { useState } from 'react';
import { useCommand } from '#renderer/api/use-command.ts';
import { ConfirmAction } from '#renderer/ui/dialogs/confirm-action.tsx';
import { Choices } from '#renderer/ui/fields/choices.tsx';
import { Field } from '#renderer/ui/fields/field.tsx';
import { TextBox } from '#renderer/ui/fields/text-box.tsx';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { tellReceipt, tellRefusal } from '#renderer/ui/states/tell.ts';
import { limitOf } from '#shared/domain/fields.ts';
import { type Supplier, sizeClasses, supplierSchema } from '#shared/domain/suppliers/model.ts';
import { isLonger } from '#shared/kernel/text.ts';
import { label, supplierPages } from '#shared/text/index.ts';

const words = supplierPages.edit;
const command = 'suppliers.save';
const limit = limitOf(supplierSchema.shape.address);

type Props = { readonly supplier: Supplier; readonly onClose: () => void };

export function EditSupplier({ supplier, onClose }: Props) {
  const { uscc, name } = supplier;
  const { run, running } = useCommand(command);
  const [address, setAddress] = useState(supplier.address);
  const [sizeClass, setSizeClass] = useState(supplier.sizeClass);
  const confirm = async () => {
    const answer = await run({ uscc, name, address, sizeClass });
    if (!answer.ok) return tellRefusal(command, answer.error);
    tellReceipt(command, answer.value);
    onClose();
  };
  return (
    <ConfirmAction
      action={words.confirm}
      blocked={limit !== undefined && isLonger(address, limit)}
      consequence={words.consequence}
      onClose={onClose}
      onConfirm={() => void confirm()}
      opened
      running={running}
      title={words.title(name)}
    >
      <FieldGrid>
        <Field help={words.addressHelp} id="supplier-address" label={label('suppliers.address')} wide>
          {(control) => (
            <TextBox control={control} first limit={limit} onChange={setAddress} value={address} />
          )}
        </Field>
        <Field group id="supplier-sizeClass" label={label('suppliers.sizeClass')} wide>
          {(control) => (
            <Choices
              chosen={sizeClass}
              control={control}
              onChange={setSizeClass}
              options={sizeClasses.map((value) => ({
                key: value,
                value,
                text: label(`suppliers.size.${value}`),
              }))}
            />
          )}
        </Field>
      </FieldGrid>
    </ConfirmAction>
  );
}
