// The form itself, from the moment plan and draft are known.
import { Alert, Button, Menu } from '@mantine/core';
import { IconAlertCircle, IconDots, IconHistory } from '@tabler/icons-react';
import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useActor } from '#renderer/api/use-session.ts';
import { ConfirmAction } from '#renderer/ui/confirm-action.tsx';
import { FormPage, formTopId } from '#renderer/ui/form-page.tsx';
import { messagesByPath } from '#renderer/ui/messages-by-path.ts';
import { useOrganisation } from '#renderer/ui/organisation-picker.tsx';
import { RecordStatus } from '#renderer/ui/status-badge.tsx';
import { SubmitCheck } from '#renderer/ui/submit-check.tsx';
import { clockTime } from '#renderer/ui/time.ts';
import { useKeptDraft } from '#renderer/ui/use-kept-draft.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import { availableActions } from '#shared/domain/plans/workflow.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { describeField, fieldLabel, forms, label, planForm, plansPages } from '#shared/text/index.ts';
import { documentPlan } from './document-plan.ts';
import { withField } from './form-content.ts';
import { fieldIdOf, PlanFormContext, type PlanFormValue } from './form-context.ts';
import { requiredNow, sectionIds, sectionState } from './form-sections.ts';
import { type FormState, isDirty, reduceForm } from './form-state.ts';
import { Incoming } from './incoming.tsx';
import { newId } from './new-id.ts';
import { draftKey, editPlanForm, newPlanForm } from './plan-draft.ts';
import { PlanPreview } from './plan-preview.tsx';
import { sectionBodies } from './plan-sections.tsx';
import { RefusedNotice } from './refused-notice.tsx';
import type { RefusedPlan } from './refused-plan.ts';
import { ReturnNotice } from './return-notice.tsx';
import { isIncomplete, problemsOf, shownFindings, unreadableProblems } from './shown-findings.ts';
import { fieldName, submitWords } from './submit-words.ts';
import { useLiveCheck } from './use-live-check.ts';
import { usePlanActions } from './use-plan-actions.ts';

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

type Dialog = 'preview' | 'remove' | 'revert' | null;

export function PlanForm({ planId, plan, initial, restoredAt, refused }: Props) {
  const navigate = useNavigate();
  const actor = useActor();
  const unit = useOrganisation(actor.organisationId);
  const [state, dispatch] = useReducer(reduceForm, initial);
  const [dialog, setDialog] = useState<Dialog>(null);
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
  const actions = usePlanActions(planId, state, dispatch, draft, check, showProblems, refused);

  const value = useMemo<PlanFormValue>(
    () => ({
      content,
      unreadable,
      messages,
      required: requiredNow(content),
      today: toPlainDate(Date.now()),
      set: (field, next) => dispatch({ type: 'set', field, content: withField(content, field, next) }),
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
  const name = content.projectName === '' ? plansPages.unnamed : content.projectName;
  const available = plan === null ? [] : availableActions(actor, plan);
  const editable = plan === null || available.includes('plans.edit');
  const deletable = base === null || available.includes('plans.delete');

  return (
    <PlanFormContext value={value}>
      <FormPage
        backLabel={planForm.buttons.toList}
        notices={
          <>
            {actions.refusal === null ? null : (
              <Alert
                closeButtonLabel={forms.close}
                color="red"
                icon={<IconAlertCircle aria-hidden size={18} />}
                mb="sm"
                onClose={actions.seenRefusal}
                role="alert"
                withCloseButton
              >
                {actions.refusal}
              </Alert>
            )}
            {editable || plan === null ? null : (
              <Alert color="orange" mb="sm" title={planForm.notEditable}>
                {planForm.incoming.moved(label(`plans.status.${plan.status}`))}
              </Alert>
            )}
            {restored && restoredAt !== null && base === initial.base && isDirty(state) ? (
              <Alert color="blue" icon={<IconHistory aria-hidden size={18} />} mb="sm" role="status">
                {planForm.restored(clockTime(restoredAt))}
                <Button onClick={() => setDialog('revert')} size="compact-sm" variant="subtle">
                  {planForm.restoredUndo}
                </Button>
              </Alert>
            ) : null}
            {refused !== null && actions.mends ? <RefusedNotice refused={refused} /> : null}
            <ReturnNotice plan={plan} />
            <Incoming
              onChoose={(field, side) => dispatch({ type: 'choose', field, side })}
              onSeen={() => dispatch({ type: 'seenMerge' })}
              plan={plan}
              state={state}
            />
          </>
        }
        onBack={() => void navigate('/plans')}
        primary={
          <Button disabled={!editable} loading={actions.busy} onClick={() => void actions.submit()}>
            {planForm.buttons.submit}
          </Button>
        }
        problems={problems.map(({ path, text }) => ({
          fieldId: fieldIdOf(path),
          label: fieldLabel('plans.content', path),
          text,
        }))}
        saveState={draft.state}
        secondary={
          <>
            <Menu position="top-end" shadow="md" withinPortal>
              <Menu.Target>
                <Button leftSection={<IconDots aria-hidden size={16} />} variant="default">
                  {forms.more}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {base !== null && isDirty(state) ? (
                  <Menu.Item onClick={() => setDialog('revert')}>{planForm.buttons.undoEdits}</Menu.Item>
                ) : null}
                <Menu.Item color="red" disabled={!deletable} onClick={() => setDialog('remove')}>
                  {base === null ? planForm.buttons.discard : planForm.buttons.remove}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
            <Button onClick={() => setDialog('preview')} variant="default">
              {planForm.buttons.preview}
            </Button>
            <Button
              disabled={!editable || contested.length > 0}
              loading={actions.busy}
              onClick={() => void actions.save()}
              variant="default"
            >
              {planForm.buttons.save}
            </Button>
          </>
        }
        sections={sections}
        subtitle={plan === null ? null : <RecordStatus of="plans.status" status={plan.status} />}
        summaryRef={summary}
        title={base === null ? planForm.newTitle : planForm.editTitle}
      />
      {actions.confirming === null ? null : (
        <SubmitCheck
          nameOf={fieldName}
          onClose={actions.cancelSubmit}
          onConfirm={(acknowledged) => void actions.confirm(acknowledged)}
          running={actions.busy}
          warnings={actions.confirming}
          words={submitWords(content.projectName)}
        />
      )}
      <PlanPreview
        onClose={() => setDialog(null)}
        opened={dialog === 'preview'}
        plan={documentPlan(planId, plan, content, unit, Date.now())}
      />
      <ConfirmAction
        action={base === null ? planForm.buttons.discard : planForm.buttons.remove}
        consequence={base === null ? planForm.remove.discardText : planForm.remove.consequence}
        danger
        onClose={() => setDialog(null)}
        onConfirm={() => void actions.remove()}
        opened={dialog === 'remove'}
        running={actions.busy}
        title={base === null ? planForm.remove.discardTitle(name) : planForm.remove.title(name)}
      />
      <ConfirmAction
        action={planForm.buttons.undoEdits}
        consequence={planForm.remove.undoText}
        danger
        onClose={() => setDialog(null)}
        onConfirm={() => {
          dispatch({ type: 'revert' });
          setRestored(false);
          setDialog(null);
        }}
        opened={dialog === 'revert'}
        title={planForm.remove.undoTitle(name)}
      />
    </PlanFormContext>
  );
}
