// 保存, 提交审核, 删除: what the buttons of the form do, in the order that loses nothing.
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ask } from '#renderer/api/bridge.ts';
import { useCommand } from '#renderer/api/use-command.ts';
import { tellDone } from '#renderer/ui/tell.ts';
import type { KeptDraft } from '#renderer/ui/use-kept-draft.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import type { Finding } from '#shared/rules/engine.ts';
import { announcementPages, describeRefusal, outboxText } from '#shared/text/index.ts';
import type { About } from './announcement-draft.ts';
import { placeOf } from './form-address.ts';
import { fieldChanges } from './form-content.ts';
import type { FormAction, FormState } from './form-state.ts';
import type { RefusedAnnouncement } from './refused-announcement.ts';
import type { LiveComposed } from './use-composed.ts';

const words = announcementPages.form;

export type FormActions = {
  readonly busy: boolean;
  /** The refused command still waits to be submitted anew. */
  readonly mends: boolean;
  /** The warnings of the submission that waits for its confirmation. */
  readonly confirming: readonly Finding[] | null;
  /** Why the last of them did not come through, in words. */
  readonly refusal: string | null;
  readonly seenRefusal: () => void;
  readonly save: () => Promise<void>;
  readonly submit: () => Promise<void>;
  readonly confirm: (acknowledged: readonly string[]) => Promise<void>;
  readonly cancelSubmit: () => void;
  readonly remove: () => Promise<void>;
};

type Form = {
  readonly id: string;
  readonly about: About;
  readonly state: FormState;
  readonly dispatch: (action: FormAction) => void;
  readonly draft: KeptDraft;
  readonly live: LiveComposed;
  readonly showProblems: () => void;
  readonly refused: RefusedAnnouncement | null;
};

export function useFormActions(form: Form): FormActions {
  const { id, about, state, dispatch, draft, live, showProblems, refused } = form;
  const navigate = useNavigate();
  const create = useCommand('announcements.create');
  const edit = useCommand('announcements.edit');
  const submitIt = useCommand('announcements.submit');
  const deleteIt = useCommand('announcements.delete');
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
    const begun = { id, ...about, sectionIds: content.sectionIds, content: content.values };
    const answer =
      open.current !== null
        ? await ask('outbox.resubmit', {
            id: open.current.commandId,
            input: open.current.name === 'announcements.create' ? begun : { id, changes },
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
    if (moves) await navigate(`/announcements/${id}/edit`, { replace: true, preventScrollReset: true });
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
    await work();
    setWorking(false);
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
        else tellWhy(base === null ? 'announcements.create' : 'announcements.edit', error);
      }),
    submit: () =>
      exclusively(async () => {
        dispatch({ type: 'attempt' });
        const answer = await live.now(latest.current.content);
        if (!ready()) return;
        if (!answer.ok) return tellWhy('announcements.submit', answer.error);
        const { findings } = answer.value;
        if (findings.some(({ severity }) => severity === 'error')) return showProblems();
        setConfirming(findings);
      }),
    confirm: (acknowledged) =>
      exclusively(async () => {
        const unsaved = await store();
        const answer = unsaved === undefined ? await submitIt.run({ id, acknowledged }) : undefined;
        setConfirming(null);
        if (unsaved !== undefined) return tellWhy('announcements.edit', unsaved);
        if (answer?.ok === false) return tellWhy('announcements.submit', answer.error);
        await draft.forget();
        tellDone(announcementPages.actions.done.submitted);
        await navigate(`/announcements/${id}`);
      }),
    cancelSubmit: () => setConfirming(null),
    remove: () =>
      exclusively(async () => {
        const isNew = latest.current.base === null;
        if (!isNew) {
          const answer = await deleteIt.run({ id });
          if (!answer.ok) return tellWhy('announcements.delete', answer.error);
        }
        await draft.forget();
        tellDone(isNew ? words.remove.discarded : words.remove.removed);
        await navigate(placeOf(about), { replace: true });
      }),
  };
}
