// Name, code, and what may be written down of the supplier.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AskOutput } from '#renderer/api/calls.ts';
import { RecordHeader } from '#renderer/ui/record/record-header.tsx';
import { label, supplierPages } from '#shared/text/index.ts';
import { EditSupplier } from '../actions/edit-supplier.tsx';
import { RecordBan } from '../actions/record-ban.tsx';
import { RenameSupplier } from '../actions/rename-supplier.tsx';
import { type CommandAction, pageActions } from '../actions/supplier-actions.ts';

const dialogs = {
  'suppliers.save': EditSupplier,
  'suppliers.rename': RenameSupplier,
  'suppliers.recordBan': RecordBan,
} as const satisfies Readonly<Record<CommandAction, unknown>>;

export function SupplierHeader({ known }: { readonly known: AskOutput<'suppliers.get'> }) {
  const { supplier, mark, actions } = known;
  const [open, setOpen] = useState<CommandAction | null>(null);
  const { visible } = pageActions(actions, mark);
  const Dialog = open === null ? undefined : dialogs[open];
  return (
    <>
      <RecordHeader
        actions={visible.map((action) => (
          <Button key={action} onClick={() => setOpen(action)} variant="default">
            {action === 'suppliers.save' ? supplierPages.edit.button : label(`actions.${action}`)}
          </Button>
        ))}
        facts={{ uscc: supplier.uscc }}
        mark={mark}
        title={supplier.name}
      />
      {Dialog === undefined ? null : <Dialog onClose={() => setOpen(null)} supplier={supplier} />}
    </>
  );
}
