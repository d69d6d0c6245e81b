// The pages of the form: 增加 and 修改, 预览.
import { useNavigate, useParams } from 'react-router';
import { useAsk } from '#renderer/api/use-ask.ts';
import { RecordFormPage } from '#renderer/ui/form/record-form-page.tsx';
import { ErrorState, LoadingState } from '#renderer/ui/states/states.tsx';
import { planForm } from '#shared/text/index.ts';
import { PlanForm } from './plan-form.tsx';
import { PlanPreview } from './plan-preview.tsx';
import { planRecord } from './plan-record.ts';

export function PlanFormPage() {
  return <RecordFormPage Form={PlanForm} form={planRecord} param="planId" words={planForm} />;
}

export function PlanPreviewPage() {
  const { planId = '' } = useParams();
  const navigate = useNavigate();
  const asked = useAsk('plans.get', { id: planId }, { keepPrevious: false });
  if (asked.error !== null) return <ErrorState error={asked.error} page />;
  if (asked.data === undefined) return <LoadingState />;
  return <PlanPreview onClose={() => void navigate(-1)} opened plan={asked.data.plan} />;
}
