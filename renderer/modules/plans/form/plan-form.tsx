// The form itself, from the moment plan and draft are known.
import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { newId } from '#renderer/api/ids.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { useOrganisation } from '#renderer/ui/fields/organisation-picker.tsx';
import { formTopId } from '#renderer/ui/form/form-page.tsx';
import { messagesByPath } from '#renderer/ui/form/messages-by-path.ts';
import { RecordForm } from '#renderer/ui/form/record-form.tsx';
import { useFormActions } from '#renderer/ui/form/use-form-actions.ts';
import { useKeptDraft } from '#renderer/ui/form/use-kept-draft.ts';
import { RecordStatus } from '#renderer/ui/states/status-badge.tsx';
import type { Plan } from '#shared/domain/plans/model.ts';
import { availableActions } from '#shared/domain/plans/workflow.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { describeField, planForm, plansPages } from '#shared/text/index.ts';
import { documentPlan } from './document-plan.ts';
import { fieldChanges } from './form-content.ts';
import { fieldIdOf, PlanFormContext, type PlanFormValue } from './form-context.ts';
import { requiredNow, sectionIds, sectionState } from './form-sections.ts';
import { type FormState, isDirty, reduceForm } from './form-state.ts';
import { Notices } from './notices.tsx';
import { draftKey, editPlanForm, newPlanForm } from './plan-draft.ts';
import { PlanPreview } from './plan-preview.tsx';
import { sectionBodies } from './plan-sections.tsx';
import type { RefusedPlan } from './refused-plan.ts';
import { isIncomplete, problemsOf, shownFindings, unreadableProblems } from './shown-findings.ts';
import { fieldName } from './submit-words.ts';
import { useLiveCheck } from './use-live-check.ts';

type Props = {
  readonly planId: string;
  /** As the replica holds it now; null before it was saved for the first time. */
  readonly plan: Plan | null;
  readonly initial: FormState;
  /** When the draft was kept that the form was opened with. */
  readonly restoredAt: number | null;
  /** The command that the form mends. */
  readonly refused: RefusedPlan | null;
};

export function PlanForm({ planId, plan, initial, restoredAt, refused }: Props) {
  const navigate = useNavigate();
  const actor = useActor();
  const unit = useOrganisation(actor.organisationId);
  const [state, dispatch] = useReducer(reduceForm, initial);
  const [restored, setRestored] = useState(restoredAt !== null);
  const [saveTried, setSaveTried] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const { content, base, unreadable, touched, attempted, contested } = state;
  const body = useMemo(() => ({ base, content, unreadable }), [base, content, unreadable]);
  const draft = useKeptDraft(
    {
      key: draftKey(planId),
      form: base === null ? newPlanForm : editPlanForm,
      body,
      dirty: isDirty(state),
      // What is 涉密 is never written down, not even as a draft (101号令 art 19).
      secret: content.classified,
    },
    restoredAt,
  );
  const check = useLiveCheck(base === null ? null : planId, content);

  // Each answer of the replica is looked at once: an old one must not undo what has been saved since.
  const seen = useRef(plan?.content);
  useEffect(() => {
    if (plan === null || plan.content === seen.current) return;
    seen.current = plan.content;
    dispatch({ type: 'incoming', theirs: plan.content });
  }, [plan]);

  const shown = useMemo(
    () => shownFindings(check.findings, touched, attempted),
    [check.findings, touched, attempted],
  );
  const wrongTexts = useMemo(() => unreadableProblems(unreadable, content), [unreadable, content]);
  const misshapen = useMemo(
    () =>
      (check.error?.fields ?? []).map((field) => ({
        path: field.path.replace(/^content\./, ''),
        text: describeField(field),
      })),
    [check.error],
  );
  const messages = useMemo(
    () => messagesByPath(shown, [...wrongTexts, ...misshapen], isIncomplete),
    [shown, wrongTexts, misshapen],
  );
  const wrongPaths = new Set(wrongTexts.map(({ path }) => path));
  const shownProblems = [
    ...wrongTexts,
    ...misshapen,
    // What cannot be read is not also missing.
    ...problemsOf(shown).filter(({ path }) => !wrongPaths.has(path)),
  ];
  // A draft may be saved unfinished: only what cannot be saved at all is summed up for that.
  const unsavable = saveTried ? [...wrongTexts, ...misshapen] : [];
  const problems = attempted ? shownProblems : unsavable;
  const showProblems = () => {
    setSaveTried(true);
    // After the summary has been drawn.
    setTimeout(() => {
      document.getElementById(formTopId)?.scrollIntoView({ block: 'start' });
      summary.current?.focus({ preventScroll: true });
    }, 0);
  };
  const actions = useFormActions({
    id: planId,
    module: 'plans',
    state,
    dispatch,
    draft,
    fieldChanges,
    begun: (now) => ({ content: now }),
    check: check.now,
    showProblems,
    refused,
    words: { ...planForm.done, submitted: plansPages.actions.done.submitted },
    away: '/plans',
  });

  const value = useMemo<PlanFormValue>(
    () => ({
      content,
      unreadable,
      messages,
      required: requiredNow(content),
      today: toPlainDate(Date.now()),
      set: (field, next) => dispatch({ type: 'set', field, change: (now) => ({ ...now, [field]: next }) }),
      setUnreadable: (place, text) => dispatch({ type: 'unreadable', place, text }),
      touch: (field) => dispatch({ type: 'touch', field }),
      newId,
    }),
    [content, unreadable, messages],
  );
  const sections = sectionIds.map((id) => {
    const Body = sectionBodies[id];
    return {
      id: `plan-section-${id}`,
      title: plansPages.page.section[id],
      ...(id === 'sections' ? { hint: planForm.help.plannedSections } : {}),
      state: sectionState(id, content, shown, shownProblems),
      children: <Body />,
    };
  });
  const available = plan === null ? [] : availableActions(actor, plan);
  const editable = plan === null || available.includes('plans.edit');

  return (
    <PlanFormContext value={value}>
      <RecordForm
        actions={actions}
        backLabel={planForm.buttons.toList}
        contested={contested.length > 0}
        deletable={base === null || available.includes('plans.delete')}
        dirty={isDirty(state)}
        editable={editable}
        fieldIdOf={fieldIdOf}
        isNew={base === null}
        name={content.projectName === '' ? plansPages.unnamed : content.projectName}
        nameOf={fieldName}
        notices={(askToRevert) => (
          <Notices
            editable={editable}
            onChoose={(field, side) => dispatch({ type: 'choose', field, side })}
            onRevert={askToRevert}
            onSeenMerge={() => dispatch({ type: 'seenMerge' })}
            onSeenRefusal={actions.seenRefusal}
            plan={plan}
            refusal={actions.refusal}
            refused={actions.mends ? refused : null}
            restoredAt={restored && base === initial.base && isDirty(state) ? restoredAt : null}
            state={state}
          />
        )}
        onBack={() => void navigate('/plans')}
        onRevert={() => {
          dispatch({ type: 'revert' });
          setRestored(false);
        }}
        preview={(opened, close) => (
          <PlanPreview
            onClose={close}
            opened={opened}
            plan={documentPlan(planId, plan, content, unit, Date.now())}
          />
        )}
        problems={problems}
        saveState={draft.state}
        sections={sections}
        subtitle={plan === null ? null : <RecordStatus of="plans.status" status={plan.status} />}
        summaryRef={summary}
        title={base === null ? planForm.newTitle : planForm.editTitle}
        words={planForm}
      />
    </PlanFormContext>
  );
}
