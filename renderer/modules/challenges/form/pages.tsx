// The page of the form: 登记质疑 and 修改.
import { RecordFormPage } from '#renderer/ui/form/record-form-page.tsx';
import { challengePages } from '#shared/text/index.ts';
import { ChallengeForm } from './challenge-form.tsx';
import { challengeRecord } from './challenge-record.ts';

export function ChallengeFormPage() {
  return (
    <RecordFormPage
      Form={ChallengeForm}
      form={challengeRecord}
      param="challengeId"
      words={challengePages.form}
    />
  );
}
