// The form of a record from the moment it is known what it begins with: typing, what the rules say to it, what others change meanwhile, its draft, its buttons.
import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { sameValue } from '#shared/domain/same-value.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Finding } from '#shared/rules/engine.ts';
import { useToday } from '../base/use-today.ts';
import type { FieldMessage } from '../fields/field.tsx';
import {
  type LinesOf,
  stillUnreadable,
  type Unreadable,
  type WrongText,
  wrongTextsIn,
} from './form-content.ts';
import { formTopId } from './form-page.tsx';
import { formProblems } from './form-problems.ts';
import type { FormDefinition, OpenForm, Recorded } from './record-form.ts';
import type { showing } from './shown-findings.ts';
import { useFormActions } from './use-form-actions.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import { type Ask, useLiveAnswer } from './use-live-answer.ts';

/** What is asked about the form while it is filled in, and how its answer is read. */
export type Live<Content, Answer> = {
  readonly ask: Ask<Content, Answer>;
  readonly rules: ReturnType<typeof showing>;
  /** The lines of the tables as they are shown, which may follow from the answer. */
  readonly linesOf: (content: Content, answer: Answer | undefined) => LinesOf;
  /** What is wrong with a text that is no value; undefined where it belongs to no field. */
  readonly wordsFor: (wrong: WrongText) => string | undefined;
  readonly done: { readonly submitted: string; readonly removed: string; readonly discarded: string };
};

/** What every field needs, whatever it is a field of. */
export type FormFields<Field extends string> = {
  readonly unreadable: Unreadable;
  readonly messages: ReadonlyMap<string, readonly FieldMessage[]>;
  readonly today: PlainDate;
  readonly setUnreadable: (place: string, text: string | undefined) => void;
  readonly touch: (field: Field) => void;
};

export function useRecordForm<
  Rec extends Recorded,
  Content,
  Field extends string,
  About,
  Answer extends { readonly findings: readonly Finding[] },
>(
  form: FormDefinition<Rec, Content, Field, About>,
  open: OpenForm<Rec, Content, Field, About>,
  live: Live<Content, Answer>,
) {
  const { id, about, record, initial, restoredAt, refused } = open;
  const navigate = useNavigate();
  const [held, dispatch] = useReducer(form.reduceForm, initial);
  const [restored, setRestored] = useState(restoredAt !== null);
  const [saveTried, setSaveTried] = useState(false);
  const summaryRef = useRef<HTMLDivElement>(null);
  const { base, content, touched, attempted } = held;
  const isNew = base === null;
  const { answer, error, now } = useLiveAnswer(live.ask, isNew ? null : id, content);
  const linesOf = useMemo(() => live.linesOf(content, answer), [live, content, answer]);
  const unreadable = useMemo(
    // Until it is known which lines there are, none of them is gone.
    () => (answer === undefined ? held.unreadable : stillUnreadable(held.unreadable, linesOf)),
    [answer, held.unreadable, linesOf],
  );
  const state = { ...held, unreadable };
  const dirty = form.isDirty(state);
  const body = useMemo(
    () => form.draftBody({ about, base, content, unreadable }),
    [form, about, base, content, unreadable],
  );
  const draft = useKeptDraft(
    {
      key: form.draftKey(id),
      form: isNew ? form.names.create : form.names.edit,
      body,
      dirty,
      secret: form.isSecret?.(content) === true,
    },
    restoredAt,
  );

  // Each content of the replica is looked at once: an old one must not undo what has been saved since.
  const seen = useRef(record);
  useEffect(() => {
    if (record === null || record === seen.current) return;
    const before = seen.current;
    seen.current = record;
    const { content: theirs } = form.ofRecord(record);
    if (before !== null && sameValue(form.ofRecord(before).content, theirs)) return;
    dispatch({ type: 'incoming', theirs });
  }, [record, form]);

  const shown = useMemo(() => {
    const wrongTexts = wrongTextsIn(unreadable, linesOf).flatMap((wrong) => {
      const text = live.wordsFor(wrong);
      return text === undefined ? [] : [{ path: wrong.path, text }];
    });
    // While the rules cannot be asked (a text is too long), their last answer is about another content.
    const findings = error === null ? (answer?.findings ?? []) : [];
    return formProblems({ findings, error, wrongTexts, touched, attempted, saveTried }, live.rules);
  }, [live, unreadable, linesOf, answer, error, touched, attempted, saveTried]);
  const showProblems = () => {
    setSaveTried(true);
    // After the summary has been drawn.
    setTimeout(() => {
      document.getElementById(formTopId)?.scrollIntoView({ block: 'start' });
      summaryRef.current?.focus({ preventScroll: true });
    }, 0);
  };
  const actions = useFormActions(
    {
      id,
      names: form.names,
      address: `${form.page}/${id}`,
      away: form.away(about),
      state,
      dispatch,
      draft,
      fieldChanges: form.contents.fieldChanges,
      createInput: (contentNow) => form.wholeInput(id, { about, content: contentNow }),
      check: async (contentNow) => {
        const given = await now(contentNow);
        return given.ok ? ok(given.value.findings) : given;
      },
      showProblems,
      navigate,
      words: live.done,
    },
    refused,
  );
  const today = useToday();
  const fields = useMemo<FormFields<Field>>(
    () => ({
      unreadable,
      messages: shown.messages,
      today,
      setUnreadable: (place, text) => dispatch({ type: 'unreadable', place, text }),
      touch: (field) => dispatch({ type: 'touch', field }),
    }),
    [unreadable, shown.messages, today],
  );

  return {
    id,
    module: form.module,
    record,
    state,
    dispatch,
    answer,
    shown,
    fields,
    actions,
    isNew,
    dirty,
    editable: record === null || open.actions.includes(form.names.edit),
    deletable: isNew || open.actions.includes(form.names.delete),
    refused: actions.mends ? refused : null,
    restoredAt: restored && base === initial.base && dirty ? restoredAt : null,
    saveState: draft.state,
    summaryRef,
    revert: () => {
      dispatch({ type: 'revert' });
      setRestored(false);
    },
  };
}
