// 保存, 提交, 删除: what the buttons of a form do, in the order that loses nothing. One at a time: a second press while the first is under way does nothing.
// A form that is left meanwhile is carried to its end, and takes nobody back to it.
import type { NavigateOptions } from 'react-router';
import { ask, command } from '#renderer/api/bridge.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Finding } from '#shared/rules/engine.ts';
import { describeRefusal, outboxText } from '#shared/text/index.ts';
import { tellDone } from '../states/tell.ts';
import type { FieldChange } from './form-content.ts';
import type { FormAction, FormState } from './form-state.ts';
import type { CommandNames } from './refused-command.ts';
import type { KeptDraft } from './use-kept-draft.ts';

export type FormCommandsState = {
  readonly busy: boolean;
  /** The refused command has been submitted anew. */
  readonly mended: boolean;
  /** The warnings of the submission that waits for its confirmation. */
  readonly confirming: readonly Finding[] | null;
  /** Why the last of them did not come through, in words. Shown in the form: a notice in the corner would lie over its buttons. */
  readonly refusal: string | null;
};

export const nothingYet: FormCommandsState = {
  busy: false,
  mended: false,
  confirming: null,
  refusal: null,
};

/** As the form stands now. */
export type FormNow<Content, Field extends string> = {
  readonly id: string;
  readonly names: CommandNames;
  /** Where the record is in the window, and where one goes from a record that is no more. */
  readonly address: string;
  readonly away: string;
  readonly state: FormState<Content, Field>;
  readonly dispatch: (action: FormAction<Content, Field>) => void;
  readonly draft: Pick<KeptDraft, 'saved' | 'forget'>;
  readonly fieldChanges: (base: Content, content: Content) => readonly FieldChange<Field>[];
  /** All that `create` is told. */
  readonly createInput: (content: Content) => object;
  /** What the rules say to it now. */
  readonly check: (content: Content) => Promise<Result<readonly Finding[]>>;
  readonly showProblems: () => void;
  readonly navigate: (to: string, how?: NavigateOptions) => void | Promise<void>;
  readonly words: { readonly submitted: string; readonly removed: string; readonly discarded: string };
};

type Refused = { readonly commandId: string; readonly name: string } | null;

export class FormCommands<Content, Field extends string> {
  private readonly now: () => FormNow<Content, Field>;
  private readonly onChange: (state: FormCommandsState) => void;
  /** The refused command, until it has been submitted anew. */
  private refused: Refused;
  private shown: FormCommandsState = nothingYet;
  private left: boolean = false;

  constructor(
    now: () => FormNow<Content, Field>,
    refused: Refused,
    onChange: (state: FormCommandsState) => void,
  ) {
    this.now = now;
    this.refused = refused;
    this.onChange = onChange;
  }

  entered(): void {
    this.left = false;
  }

  leave(): void {
    this.left = true;
  }

  seenRefusal(): void {
    this.show({ refusal: null });
  }

  cancelSubmit(): void {
    this.show({ confirming: null });
  }

  save(): Promise<void> {
    return this.exclusively(async () => {
      if (!this.ready()) return;
      const { names, state, draft } = this.now();
      const error = await this.store();
      if (error !== undefined) return this.tellWhy(state.base === null ? names.create : names.edit, error);
      await draft.saved(this.holds(state.content));
    });
  }

  submit(): Promise<void> {
    return this.exclusively(async () => {
      const { names, state, dispatch, check, showProblems } = this.now();
      dispatch({ type: 'attempt' });
      const findings = await check(state.content);
      if (!this.ready()) return;
      if (!findings.ok) return this.tellWhy(names.submit, findings.error);
      if (findings.value.some(({ severity }) => severity === 'error')) return showProblems();
      this.show({ confirming: findings.value });
    });
  }

  confirm(acknowledged: readonly string[]): Promise<void> {
    return this.exclusively(async () => {
      const { id, names, address, draft, words } = this.now();
      const unsaved = await this.store();
      const answer = unsaved === undefined ? await command(names.submit, { id, acknowledged }) : undefined;
      this.show({ confirming: null });
      if (unsaved !== undefined) return this.tellWhy(names.edit, unsaved);
      if (answer?.ok === false) return this.tellWhy(names.submit, answer.error);
      await draft.forget();
      tellDone(words.submitted);
      await this.go(address);
    });
  }

  remove(): Promise<void> {
    return this.exclusively(async () => {
      const { id, names, state, away, draft, words } = this.now();
      const isNew = state.base === null;
      if (!isNew) {
        const answer = await command(names.delete, { id });
        if (!answer.ok) return this.tellWhy(names.delete, answer.error);
      }
      await draft.forget();
      tellDone(isNew ? words.discarded : words.removed);
      await this.go(away, { replace: true });
    });
  }

  /** Whether what the form holds may become a command; if not, what stands in the way is shown. */
  private ready(): boolean {
    const { state, showProblems } = this.now();
    if (Object.keys(state.unreadable).length === 0 && state.contested.length === 0) return true;
    showProblems();
    return false;
  }

  /** Undefined when it went well, also when there was nothing to save. */
  private async store(): Promise<AppError | undefined> {
    const { id, names, address, state, dispatch, draft, fieldChanges, createInput } = this.now();
    const { base, content } = state;
    const changes = base === null ? [] : fieldChanges(base, content);
    if (base !== null && changes.length === 0) return undefined;
    const { refused } = this;
    const answer =
      refused !== null
        ? await ask('outbox.resubmit', {
            id: refused.commandId,
            input: refused.name === names.create ? createInput(content) : { id, changes },
          })
        : base === null
          ? await command(names.create, createInput(content))
          : await command(names.edit, { id, changes });
    if (!answer.ok) return answer.error;
    if (refused !== null) tellDone(outboxText.resubmitted);
    this.refused = null;
    this.show({ mended: true });
    dispatch({ type: 'saved', sent: content });
    await draft.saved(this.holds(content));
    // It has an address of its own now; the form stays as it stands.
    if (base === null || refused !== null) {
      await this.go(`${address}/edit`, { replace: true, preventScrollReset: true });
    }
    return undefined;
  }

  /** This content and nothing typed since. */
  private holds(content: Content): boolean {
    const { state } = this.now();
    return state.content === content && Object.keys(state.unreadable).length === 0;
  }

  private tellWhy(action: string, error: AppError): void {
    this.show({ refusal: describeRefusal(action, error) });
    this.now().showProblems();
  }

  private async exclusively(work: () => Promise<void>): Promise<void> {
    if (this.shown.busy) return;
    this.show({ busy: true, refusal: null });
    try {
      await work();
    } finally {
      // Also after what nobody expected: the buttons must not wait for ever.
      this.show({ busy: false });
    }
  }

  private async go(to: string, how?: NavigateOptions): Promise<void> {
    if (!this.left) await this.now().navigate(to, how);
  }

  private show(parts: Partial<FormCommandsState>): void {
    this.shown = { ...this.shown, ...parts };
    this.onChange(this.shown);
  }
}
