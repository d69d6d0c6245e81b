// The pages of the form: 新增 and 修改. Without a section in the address, 选择项目 stands first.
import { useParams, useSearchParams } from 'react-router';
import { RecordFormPage } from '#renderer/ui/form/record-form-page.tsx';
import { contractPages } from '#shared/text/index.ts';
import { ChooseSection } from '../choose/choose-section.tsx';
import { ContractForm } from './contract-form.tsx';
import { contractRecord } from './contract-record.ts';

/** One page for new and saved ones: it stays as it is while a new one that is saved gets its own address. */
export function ContractFormPage() {
  const { contractId } = useParams();
  const [params] = useSearchParams();
  const isBegun = contractId !== undefined || params.has('draft') || params.has('sectionId');
  if (!isBegun) return <ChooseSection />;
  return (
    <RecordFormPage Form={ContractForm} form={contractRecord} param="contractId" words={contractPages.form} />
  );
}
