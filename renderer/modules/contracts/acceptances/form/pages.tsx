// The pages of the form: 新增 and 修改. Without a contract in the address, 选择合同 stands first.
import { useParams, useSearchParams } from 'react-router';
import { RecordFormPage } from '#renderer/ui/form/record-form-page.tsx';
import { acceptancePages } from '#shared/text/index.ts';
import { ChooseContract } from '../choose/choose-contract.tsx';
import { AcceptanceForm } from './acceptance-form.tsx';
import { acceptanceRecord } from './acceptance-record.ts';

/** One page for new and saved ones: it stays as it is while a new one that is saved gets its own address. */
export function AcceptanceFormPage() {
  const { acceptanceId } = useParams();
  const [params] = useSearchParams();
  const isBegun = acceptanceId !== undefined || params.has('draft') || params.has('contractId');
  if (!isBegun) return <ChooseContract />;
  return (
    <RecordFormPage
      Form={AcceptanceForm}
      form={acceptanceRecord}
      param="acceptanceId"
      words={acceptancePages.form}
    />
  );
}
