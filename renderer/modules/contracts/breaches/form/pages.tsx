// The pages of the form: 登记 and 修改. Without a contract in the address, 选择合同 stands first.
import { useParams, useSearchParams } from 'react-router';
import { RecordFormPage } from '#renderer/ui/form/record-form-page.tsx';
import { breachPages } from '#shared/text/index.ts';
import { ChooseContract } from '../choose-contract.tsx';
import { BreachForm } from './breach-form.tsx';
import { breachRecord } from './breach-record.ts';

/** One page for new and saved ones: it stays as it is while a new one that is saved gets its own address. */
export function BreachFormPage() {
  const { breachId } = useParams();
  const [params] = useSearchParams();
  const isBegun = breachId !== undefined || params.has('draft') || params.has('contractId');
  if (!isBegun) return <ChooseContract />;
  return <RecordFormPage Form={BreachForm} form={breachRecord} param="breachId" words={breachPages.form} />;
}
