// The pages of the form: 确定结果 and 修改. `?sectionId` says of which section; under which id it is begun follows from the section and its notice, so that
// whoever begins it second goes on in the first one's.
import { Button } from '@mantine/core';
import { Link, Navigate, useParams, useSearchParams } from 'react-router';
import { isId } from '#renderer/api/ids.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { RecordFormPage } from '#renderer/ui/form/record-form-page.tsx';
import { EmptyState, ErrorState, LoadingState } from '#renderer/ui/states/states.tsx';
import { awardPages } from '#shared/text/index.ts';
import { AwardForm } from './award-form.tsx';
import { awardRecord } from './award-record.ts';

/** One page for new and saved ones: it stays as it is while a new one that is saved gets its own address. */
export function AwardFormPage() {
  const { awardId } = useParams();
  const [params] = useSearchParams();
  if (awardId === undefined && !params.has('draft'))
    return <Place sectionId={params.get('sectionId') ?? ''} />;
  return <RecordFormPage Form={AwardForm} form={awardRecord} param="awardId" words={awardPages.form} />;
}

function Place({ sectionId }: { readonly sectionId: string }) {
  const known = isId(sectionId);
  const { data, error, refetch } = useAsk(
    'awards.place',
    { sectionId },
    { enabled: known, keepPrevious: false },
  );
  if (!known) return <ErrorState error={{ code: 'not_found' }} page />;
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} page />;
  if (data === undefined) return <LoadingState lines={10} />;
  if (data.place === null) return <NotStartable />;
  const { projectId, noticeId, awardId, begun } = data.place;
  if (begun) return <Navigate replace to={`/awards/${awardId}`} />;
  const params = new URLSearchParams({ draft: awardId, projectId, sectionId, noticeId });
  return <Navigate replace to={`/awards/new?${params}`} />;
}

function NotStartable() {
  const { title, hint, back } = awardPages.notStartable;
  return (
    <EmptyState hint={hint} page title={title}>
      <Button component={Link} to="/projects">
        {back}
      </Button>
    </EmptyState>
  );
}
