// The pages of the form: 登记 and 修改. Of which contract, the address says; from the page of that one gets here.
import { RecordFormPage } from '#renderer/ui/form/record-form-page.tsx';
import { contractChangePages } from '#shared/text/index.ts';
import { ChangeForm } from './change-form.tsx';
import { changeRecord } from './change-record.ts';

/** One page for new and saved ones: it stays as it is while a new one that is saved gets its own address. */
export function ChangeFormPage() {
  return (
    <RecordFormPage Form={ChangeForm} form={changeRecord} param="changeId" words={contractChangePages.form} />
  );
}
