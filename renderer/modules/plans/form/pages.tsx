// The pages of the form: 增加 (which finds again what was left unsaved), 修改, 预览.
import { useEffect, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { ask } from '#renderer/api/bridge.ts';
import type { AskOutput } from '#renderer/api/calls.ts';
import { isId, newId } from '#renderer/api/ids.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { useOrganisation } from '#renderer/ui/fields/organisation-picker.tsx';
import { ResumeDrafts } from '#renderer/ui/form/resume-drafts.tsx';
import { useKeptForms } from '#renderer/ui/form/use-kept-forms.ts';
import { ErrorState, LoadingState } from '#renderer/ui/states/states.tsx';
import type { Organisation } from '#shared/domain/admin/model.ts';
import { emptyContent } from '#shared/domain/plans/content.ts';
import type { PlanContent } from '#shared/domain/plans/model.ts';
import { toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import { planForm, plansPages } from '#shared/text/index.ts';
import { type FormState, openForm } from './form-state.ts';
import { draftKey, newPlanForm, planIdOfDraft, readDraft } from './plan-draft.ts';
import { PlanForm } from './plan-form.tsx';
import { PlanPreview } from './plan-preview.tsx';
import { draftOfRefused, type RefusedPlan, readRefused, refusedCreateOf } from './refused-plan.ts';

type Draft = AskOutput<'drafts.get'>['draft'];

/**
 * One page for 增加 and 修改, so that a new plan that is saved gets its own address while the form stays as it is. `?draft=ID` names the plan that is
 * being made; `?refused=ID` a command that was refused: the form begins with what it asked for, and saving submits it anew.
 */
export function PlanFormPage() {
  const { planId } = useParams();
  const [params] = useSearchParams();
  const id = planId ?? params.get('draft');
  if (id === null) return <Begin />;
  return isId(id) ? (
    <FormLoader key={id} mayBeNew={planId === undefined} planId={id} refusedId={params.get('refused')} />
  ) : (
    <NoSuchPlan />
  );
}

function NoSuchPlan() {
  return <ErrorState error={{ code: 'not_found' }} page />;
}

/** 增加: what was left unsaved is found again first. */
function Begin() {
  const [, setParams] = useSearchParams();
  const kept = useKeptForms(newPlanForm, readKept);
  const begin = (id: string) => setParams({ draft: id }, { replace: true });
  return <ResumeDrafts kept={kept} onBegin={() => begin(newId())} onResume={begin} words={planForm.resume} />;
}

function readKept(key: string, body: unknown) {
  const id = planIdOfDraft(key);
  if (id === undefined) return undefined;
  const name = readDraft(body)?.content.projectName ?? '';
  return { id, name: name === '' ? plansPages.unnamed : name };
}

export function PlanPreviewPage() {
  const { planId = '' } = useParams();
  const navigate = useNavigate();
  const asked = useAsk('plans.get', { id: planId }, { keepPrevious: false });
  if (asked.error !== null) return <ErrorState error={asked.error} page />;
  if (asked.data === undefined) return <LoadingState />;
  return <PlanPreview onClose={() => void navigate(-1)} opened plan={asked.data.plan} />;
}

type Opened = { readonly initial: FormState; readonly at: number | null };
type LoaderProps = {
  readonly planId: string;
  readonly mayBeNew: boolean;
  /** A refused command to begin with. */
  readonly refusedId: string | null;
};

/** Plan, draft and, for a new plan, the unit's own data are read first: the form never begins with less than was kept. */
function FormLoader({ planId, mayBeNew, refusedId }: LoaderProps) {
  const asked = useAsk('plans.get', { id: planId }, { keepPrevious: false });
  const [draft, setDraft] = useState<Draft | undefined>(undefined);
  const unit = useOrganisation(useActor().organisationId);
  useEffect(() => {
    void ask('drafts.get', { key: draftKey(planId) }).then((answer) =>
      setDraft(answer.ok ? answer.value.draft : null),
    );
  }, [planId]);
  const refused = useRefused(refusedId, planId, mayBeNew);

  const isNew = asked.error?.code === 'not_found';
  const plan = asked.data?.plan ?? null;
  // A new plan that was saved while the form is open stays in the same form.
  const [opened, setOpened] = useState<Opened | null>(null);
  const known =
    draft !== undefined && refused !== undefined && (plan !== null || (isNew && unit !== undefined));
  useEffect(() => {
    if (!known || opened !== null) return;
    const kept = draft === null ? undefined : readDraft(draft.body);
    // What was typed since the refusal is newer than what was refused.
    const begun = kept ?? (refused === null ? undefined : draftOfRefused(refused, plan?.content ?? null));
    setOpened({
      initial: openForm(plan?.content ?? null, begun, ofUnit(unit)),
      at: kept === undefined ? null : (draft?.savedAt ?? null),
    });
  }, [known, opened, draft, plan, unit, refused]);

  if (isNew && !mayBeNew && draft === null && opened === null) {
    return <NoSuchPlan />;
  }
  if (asked.error !== null && !isNew) {
    return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} page />;
  }
  if (opened === null) return <LoadingState lines={10} />;
  return (
    <PlanForm
      initial={opened.initial}
      plan={plan}
      planId={planId}
      refused={refused ?? null}
      restoredAt={opened.at}
    />
  );
}

/** As it was when the page was opened: once it is submitted anew the address forgets it, and the form goes on. Undefined until it is read. */
function useRefused(
  refusedId: string | null,
  planId: string,
  mayBeNew: boolean,
): RefusedPlan | null | undefined {
  const [first] = useState({ refusedId, mayBeNew });
  const [refused, setRefused] = useState<RefusedPlan | null | undefined>(undefined);
  useEffect(() => {
    void readRefusedOf(planId, first.refusedId, first.mayBeNew).then((read) => setRefused(read ?? null));
  }, [first, planId]);
  return refused;
}

async function readRefusedOf(
  planId: string,
  refusedId: string | null,
  mayBeNew: boolean,
): Promise<RefusedPlan | undefined> {
  const id = refusedId ?? (mayBeNew ? await findRefused(planId) : undefined);
  const answer = id === undefined ? undefined : await ask('outbox.get', { id });
  const read = answer?.ok === true ? readRefused(answer.value) : undefined;
  return read?.planId === planId ? read : undefined;
}

async function findRefused(planId: string): Promise<string | undefined> {
  const attention = await ask('outbox.list', { show: 'attention', limit: 200 });
  return attention.ok ? refusedCreateOf(attention.value.items, planId) : undefined;
}

/** What the unit's own entry already says. */
function ofUnit(unit: Organisation | undefined): PlanContent {
  const content = { ...emptyContent, fiscalYear: yearOf(toPlainDate(Date.now())) };
  if (unit === undefined) return content;
  const { regionCode, budgetUnitCode, supervisingUnit, contact, phone } = unit;
  return { ...content, regionCode, budgetUnitCode, supervisingUnit, contact, phone };
}
