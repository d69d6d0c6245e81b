// 保存, 提交, 删除: what the buttons of the form do, in the order that loses nothing.
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ask } from '#renderer/api/bridge.ts';
import { useCommand } from '#renderer/api/use-command.ts';
import { tellDone } from '#renderer/ui/tell.ts';
import type { KeptDraft } from '#renderer/ui/use-kept-draft.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import type { Finding } from '#shared/rules/engine.ts';
import { describeRefusal, outboxText, planForm } from '#shared/text/index.ts';
import { tellSubmitted } from '../actions/tell.ts';
import { fieldChanges } from './form-content.ts';
import type { FormAction, FormState } from './form-state.ts';
import type { RefusedPlan } from './refused-plan.ts';
import type { LiveCheck } from './use-live-check.ts';

export type PlanActions = {
  readonly busy: boolean;
  /** The refused command still waits to be submitted anew. */
  readonly mends: boolean;
  /** The warnings of the submission that waits for its confirmation. */
  readonly confirming: readonly Finding[] | null;
  /** Why the last of them did not come through, in words. Shown in the form: a notice in the corner would lie over its buttons. */
  readonly refusal: string | null;
  readonly seenRefusal: () => void;
  readonly save: () => Promise<void>;
  readonly submit: () => Promise<void>;
  readonly confirm: (acknowledged: readonly string[]) => Promise<void>;
  readonly cancelSubmit: () => void;
  readonly remove: () => Promise<void>;
};

export function usePlanActions(
  planId: string,
  state: FormState,
  dispatch: (action: FormAction) => void,
  draft: KeptDraft,
  check: LiveCheck,
  showProblems: () => void,
  refused: RefusedPlan | null,
): PlanActions {
  const navigate = useNavigate();
  const create = useCommand('plans.create');
  const edit = useCommand('plans.edit');
  const submitPlan = useCommand('plans.submit');
  const deletePlan = useCommand('plans.delete');
  const [mended, setMended] = useState(false);
  const [working, setWorking] = useState(false);
  const [confirming, setConfirming] = useState<readonly Finding[] | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const latest = useRef(state);
  latest.current = state;
  /** The refused command, until it has been submitted anew. */
  const open = useRef(refused);

  /** Whether what the form holds may become a command; if not, what stands in the way is shown. */
  const ready = (): boolean => {
    const { unreadable, contested } = latest.current;
    if (Object.keys(unreadable).length === 0 && contested.length === 0) return true;
    showProblems();
    return false;
  };
  /** Undefined when it went well, also when there was nothing to save. */
  const store = async (): Promise<AppError | undefined> => {
    const { base, content } = latest.current;
    const changes = base === null ? [] : fieldChanges(base, content);
    if (base !== null && changes.length === 0) return undefined;
    const answer =
      open.current !== null
        ? await ask('outbox.resubmit', {
            id: open.current.commandId,
            input: open.current.name === 'plans.create' ? { id: planId, content } : { id: planId, changes },
          })
        : base === null
          ? await create.run({ id: planId, content })
          : await edit.run({ id: planId, changes });
    if (!answer.ok) return answer.error;
    const moves = base === null || open.current !== null;
    if (open.current !== null) tellDone(outboxText.resubmitted);
    open.current = null;
    setMended(true);
    dispatch({ type: 'saved', sent: content });
    draft.saved();
    // The plan has an address of its own now; the form stays as it stands.
    if (moves) await navigate(`/plans/${planId}/edit`, { replace: true, preventScrollReset: true });
    return undefined;
  };
  const tellWhy = (action: string, error: AppError) => {
    setRefusal(describeRefusal(action, error));
    showProblems();
  };
  /** One at a time: a second press while the first is under way does nothing. */
  const exclusively = async (work: () => Promise<void>) => {
    if (working) return;
    setWorking(true);
    setRefusal(null);
    const pressed = document.activeElement;
    await work();
    setWorking(false);
    returnFocus(pressed);
  };

  return {
    busy: working,
    mends: refused !== null && !mended,
    confirming,
    refusal,
    seenRefusal: () => setRefusal(null),
    save: () =>
      exclusively(async () => {
        if (!ready()) return;
        const { base } = latest.current;
        const error = await store();
        if (error === undefined) draft.saved();
        else tellWhy(base === null ? 'plans.create' : 'plans.edit', error);
      }),
    submit: () =>
      exclusively(async () => {
        dispatch({ type: 'attempt' });
        const findings = await check.now(latest.current.content);
        if (!ready()) return;
        if (!findings.ok) return tellWhy('plans.submit', findings.error);
        if (findings.value.some(({ severity }) => severity === 'error')) {
          return showProblems();
        }
        setConfirming(findings.value);
      }),
    confirm: (acknowledged) =>
      exclusively(async () => {
        const unsaved = await store();
        const answer = unsaved === undefined ? await submitPlan.run({ id: planId, acknowledged }) : undefined;
        setConfirming(null);
        if (unsaved !== undefined) return tellWhy('plans.edit', unsaved);
        if (answer?.ok === false) return tellWhy('plans.submit', answer.error);
        await draft.forget();
        tellSubmitted();
        await navigate(`/plans/${planId}`);
      }),
    cancelSubmit: () => setConfirming(null),
    remove: () =>
      exclusively(async () => {
        if (latest.current.base !== null) {
          const answer = await deletePlan.run({ id: planId });
          if (!answer.ok) return tellWhy('plans.delete', answer.error);
        }
        await draft.forget();
        tellDone(latest.current.base === null ? planForm.done.discarded : planForm.done.removed);
        await navigate('/plans');
      }),
  };
}

/** A button that works is disabled and loses the focus; it has it back, unless something has been given it. */
function returnFocus(to: Element | null): void {
  requestAnimationFrame(() =>
    setTimeout(() => {
      if (document.activeElement === document.body && to instanceof HTMLElement)
        to.focus({ preventScroll: true });
    }, 0),
  );
}
