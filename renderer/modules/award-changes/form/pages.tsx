// The pages of the form: 新增 and 修改. Without a section in the address, 选择项目 stands first.
import { useParams, useSearchParams } from 'react-router';
import { RecordFormPage } from '#renderer/ui/form/record-form-page.tsx';
import { awardChangePages } from '#shared/text/index.ts';
import { ChooseResult } from '../choose/choose-result.tsx';
import { ChangeForm } from './change-form.tsx';
import { changeRecord } from './change-record.ts';

/** One page for new and saved ones: it stays as it is while a new one that is saved gets its own address. */
export function ChangeFormPage() {
  const { changeId } = useParams();
  const [params] = useSearchParams();
  const isBegun = changeId !== undefined || params.has('draft') || params.has('sectionId');
  if (!isBegun) return <ChooseResult />;
  return (
    <RecordFormPage Form={ChangeForm} form={changeRecord} param="changeId" words={awardChangePages.form} />
  );
}
