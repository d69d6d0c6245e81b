// 保存, 提交, 删除: what the buttons of a form do, in the order that loses nothing.
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ask } from '#renderer/api/bridge.ts';
import { useCommand } from '#renderer/api/use-command.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Finding } from '#shared/rules/engine.ts';
import { describeRefusal, outboxText } from '#shared/text/index.ts';
import { tellDone } from '../states/tell.ts';
import type { FieldChange } from './form-content.ts';
import type { FormAction, FormState } from './form-state.ts';
import type { KeptDraft } from './use-kept-draft.ts';

export type FormActions = {
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

type Form<Content, Field extends string> = {
  readonly id: string;
  /** `plans`: names of the commands, and where the record is in the window. */
  readonly module: string;
  readonly state: FormState<Content, Field>;
  readonly dispatch: (action: FormAction<Content, Field>) => void;
  readonly draft: KeptDraft;
  readonly fieldChanges: (base: Content, content: Content) => readonly FieldChange<Field>[];
  /** What `create` is told beside the id. */
  readonly begun: (content: Content) => object;
  /** What the rules say to it now. */
  readonly check: (content: Content) => Promise<Result<readonly Finding[]>>;
  readonly showProblems: () => void;
  /** The command that the form mends. */
  readonly refused: { readonly commandId: string; readonly name: string } | null;
  readonly words: { readonly submitted: string; readonly removed: string; readonly discarded: string };
  /** Where one goes from a record that is no more. */
  readonly away: string;
};

export function useFormActions<Content, Field extends string>(form: Form<Content, Field>): FormActions {
  const { id, module, state, dispatch, draft, showProblems, refused, words } = form;
  const names = {
    create: `${module}.create`,
    edit: `${module}.edit`,
    submit: `${module}.submit`,
    delete: `${module}.delete`,
  };
  const address = `/${module}/${id}`;
  const navigate = useNavigate();
  const create = useCommand(names.create);
  const edit = useCommand(names.edit);
  const submitIt = useCommand(names.submit);
  const deleteIt = useCommand(names.delete);
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
    const changes = base === null ? [] : form.fieldChanges(base, content);
    if (base !== null && changes.length === 0) return undefined;
    const begun = { id, ...form.begun(content) };
    const answer =
      open.current !== null
        ? await ask('outbox.resubmit', {
            id: open.current.commandId,
            input: open.current.name === names.create ? begun : { id, changes },
          })
        : base === null
          ? await create.run(begun)
          : await edit.run({ id, changes });
    if (!answer.ok) return answer.error;
    const moves = base === null || open.current !== null;
    if (open.current !== null) tellDone(outboxText.resubmitted);
    open.current = null;
    setMended(true);
    dispatch({ type: 'saved', sent: content });
    draft.saved();
    // It has an address of its own now; the form stays as it stands.
    if (moves) await navigate(`${address}/edit`, { replace: true, preventScrollReset: true });
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
        else tellWhy(base === null ? names.create : names.edit, error);
      }),
    submit: () =>
      exclusively(async () => {
        dispatch({ type: 'attempt' });
        const findings = await form.check(latest.current.content);
        if (!ready()) return;
        if (!findings.ok) return tellWhy(names.submit, findings.error);
        if (findings.value.some(({ severity }) => severity === 'error')) return showProblems();
        setConfirming(findings.value);
      }),
    confirm: (acknowledged) =>
      exclusively(async () => {
        const unsaved = await store();
        const answer = unsaved === undefined ? await submitIt.run({ id, acknowledged }) : undefined;
        setConfirming(null);
        if (unsaved !== undefined) return tellWhy(names.edit, unsaved);
        if (answer?.ok === false) return tellWhy(names.submit, answer.error);
        await draft.forget();
        tellDone(words.submitted);
        await navigate(address);
      }),
    cancelSubmit: () => setConfirming(null),
    remove: () =>
      exclusively(async () => {
        const isNew = latest.current.base === null;
        if (!isNew) {
          const answer = await deleteIt.run({ id });
          if (!answer.ok) return tellWhy(names.delete, answer.error);
        }
        await draft.forget();
        tellDone(isNew ? words.discarded : words.removed);
        await navigate(form.away, { replace: true });
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
