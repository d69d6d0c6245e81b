// The pages of the form: 增加 (which finds again what was left unsaved), 修改, 预览.
import { useEffect, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { ask } from '#renderer/api/bridge.ts';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { useOrganisation } from '#renderer/ui/organisation-picker.tsx';
import { ErrorState, LoadingState } from '#renderer/ui/states.tsx';
import type { Organisation } from '#shared/domain/admin/model.ts';
import { emptyContent } from '#shared/domain/plans/content.ts';
import type { PlanContent } from '#shared/domain/plans/model.ts';
import { toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import { type FormState, openForm } from './form-state.ts';
import { isId } from './is-id.ts';
import { newId } from './new-id.ts';
import { draftKey, newPlanForm, planIdOfDraft, readDraft } from './plan-draft.ts';
import { PlanForm } from './plan-form.tsx';
import { PlanPreview } from './plan-preview.tsx';
import { ResumeDrafts } from './resume-drafts.tsx';

type Draft = AskOutput<'drafts.get'>['draft'];

/** `?draft=ID` names the plan that is being made, so that a reload comes back to it. */
export function NewPlanPage() {
  const [params, setParams] = useSearchParams();
  const planId = params.get('draft');
  const left = useAsk('drafts.list', { form: newPlanForm }, { enabled: planId === null });
  const begin = (id: string) => setParams({ draft: id }, { replace: true });
  const ids = (left.data?.drafts ?? []).flatMap(({ key }) => planIdOfDraft(key) ?? []);
  const fresh = planId === null && left.isFetchedAfterMount && ids.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is known that nothing was left
  useEffect(() => {
    if (fresh) begin(newId());
  }, [fresh]);

  if (planId !== null) return isId(planId) ? <FormLoader key={planId} mayBeNew planId={planId} /> : null;
  if (!left.isFetchedAfterMount || fresh) return <LoadingState />;
  return <ResumeDrafts ids={ids} onBegin={() => begin(newId())} onResume={begin} />;
}

export function EditPlanPage() {
  const { planId = '' } = useParams();
  return isId(planId) ? (
    <FormLoader key={planId} mayBeNew={false} planId={planId} />
  ) : (
    <ErrorState error={{ code: 'not_found' }} />
  );
}

export function PlanPreviewPage() {
  const { planId = '' } = useParams();
  const navigate = useNavigate();
  const asked = useAsk('plans.get', { id: planId }, { keepPrevious: false });
  if (asked.error !== null) return <ErrorState error={asked.error} />;
  if (asked.data === undefined) return <LoadingState />;
  return <PlanPreview onClose={() => void navigate(-1)} opened plan={asked.data.plan} />;
}

type Opened = { readonly initial: FormState; readonly at: number | null };
type LoaderProps = { readonly planId: string; readonly mayBeNew: boolean };

/** Plan, draft and, for a new plan, the unit's own data are read first: the form never begins with less than was kept. */
function FormLoader({ planId, mayBeNew }: LoaderProps) {
  const asked = useAsk('plans.get', { id: planId }, { keepPrevious: false });
  const [draft, setDraft] = useState<Draft | undefined>(undefined);
  const unit = useOrganisation(useActor().organisationId);
  useEffect(() => {
    void ask('drafts.get', { key: draftKey(planId) }).then((answer) =>
      setDraft(answer.ok ? answer.value.draft : null),
    );
  }, [planId]);

  const isNew = asked.error?.code === 'not_found';
  const plan = asked.data?.plan ?? null;
  // A new plan that was saved while the form is open stays in the same form.
  const [opened, setOpened] = useState<Opened | null>(null);
  const known = draft !== undefined && (plan !== null || (isNew && unit !== undefined));
  useEffect(() => {
    if (!known || opened !== null) return;
    const kept = draft === null ? undefined : readDraft(draft.body);
    setOpened({
      initial: openForm(plan, kept, ofUnit(unit)),
      at: kept === undefined ? null : (draft?.savedAt ?? null),
    });
  }, [known, opened, draft, plan, unit]);

  if (isNew && !mayBeNew && draft === null && opened === null) {
    return <ErrorState error={{ code: 'not_found' }} />;
  }
  if (asked.error !== null && !isNew) {
    return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />;
  }
  if (opened === null) return <LoadingState lines={10} />;
  return <PlanForm initial={opened.initial} plan={plan} planId={planId} restoredAt={opened.at} />;
}

/** What the unit's own entry already says. */
function ofUnit(unit: Organisation | undefined): PlanContent {
  const content = { ...emptyContent, fiscalYear: yearOf(toPlainDate(Date.now())) };
  if (unit === undefined) return content;
  const { regionCode, budgetUnitCode, supervisingUnit, contact, phone } = unit;
  return { ...content, regionCode, budgetUnitCode, supervisingUnit, contact, phone };
}
