// The page of a record's form: a new one (which finds again what was left unsaved) and that of a saved record.
import { type ComponentType, useEffect, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { isId, newId } from '#renderer/api/ids.ts';
import { sameValue } from '#shared/domain/same-value.ts';
import type { Result } from '#shared/kernel/result.ts';
import { ErrorState, LoadingState } from '../states/states.tsx';
import { type LeftBehind, leftBehind } from './left-behind.ts';
import type { FormDefinition, OpenForm, Recorded } from './record-form.ts';
import { ResumeDrafts, type ResumeWords } from './resume-drafts.tsx';
import { shownOf } from './shown-form.ts';
import { useKeptForms } from './use-kept-forms.ts';

type Props<Rec extends Recorded, Content, Field extends string, About> = {
  readonly form: FormDefinition<Rec, Content, Field, About>;
  /** Of the record in the address of the saved one: `:planId`. */
  readonly param: string;
  readonly words: { readonly resume: ResumeWords };
  /** The form itself, once it is known what it begins with. */
  readonly Form: ComponentType<OpenForm<Rec, Content, Field, About>>;
};

/**
 * One page for new and saved records, so that a new one that is saved gets its own address while the form stays as it is. `?draft=ID` names the record that
 * is being made, beside what it is about; `?refused=ID` a command that was refused: the form begins with what it asked for, and saving submits it anew.
 */
export function RecordFormPage<Rec extends Recorded, Content, Field extends string, About>(
  props: Props<Rec, Content, Field, About>,
) {
  const saved = useParams()[props.param];
  const [params] = useSearchParams();
  const id = saved ?? params.get('draft');
  const about = props.form.aboutOfAddress(params);
  // Addresses can be typed by hand: what is no id is asked nowhere.
  if (id === null) return about === undefined ? <NoSuchRecord /> : <Begin {...props} about={about} />;
  if (!isId(id)) return <NoSuchRecord />;
  return <Loader {...props} about={about} id={id} key={id} mayBeNew={saved === undefined} />;
}

function NoSuchRecord() {
  return <ErrorState error={{ code: 'not_found' }} page />;
}

type BeginProps<Rec extends Recorded, Content, Field extends string, About> = Omit<
  Props<Rec, Content, Field, About>,
  'Form' | 'param'
> & { readonly about: About };

/** What was left unsaved of the same kind is found again first. */
function Begin<Rec extends Recorded, Content, Field extends string, About>({
  form,
  words,
  about,
}: BeginProps<Rec, Content, Field, About>) {
  const [params, setParams] = useSearchParams();
  const kept = useKeptForms(form.names.create, (key, body) => {
    const id = form.idOfDraft(key);
    const draft = form.readDraft(body);
    const known = id !== undefined && draft !== undefined && sameValue(draft.about, about);
    return known ? { id, name: form.nameOf(draft) } : undefined;
  });
  const begin = (id: string) => {
    const next = new URLSearchParams(params);
    next.set('draft', id);
    setParams(next, { replace: true });
  };
  return <ResumeDrafts kept={kept} onBegin={() => begin(newId())} onResume={begin} words={words.resume} />;
}

type LoaderProps<Rec extends Recorded, Content, Field extends string, About> = Props<
  Rec,
  Content,
  Field,
  About
> & {
  readonly id: string;
  /** What the address says a new one is about. */
  readonly about: About | undefined;
  readonly mayBeNew: boolean;
};

/** Record, draft and what a new form begins with are read first: it never begins with less than was kept. */
function Loader<Rec extends Recorded, Content, Field extends string, About>(
  props: LoaderProps<Rec, Content, Field, About>,
) {
  const { form, Form, id, about, mayBeNew } = props;
  const asked = form.useRecord(id);
  const untouched = form.useUntouched();
  const { left: answer, read } = useLeftBehind(form, id, mayBeNew);
  const left = answer?.ok === true ? answer.value : undefined;
  const record = asked.record ?? null;
  const isNew = asked.error?.code === 'not_found';
  // A new record that was saved while the form is open stays in the same form, and so does what the form began with.
  const [opened, setOpened] = useState<Opened<Rec, Content, Field, About> | null | undefined>(undefined);
  const beginning = untouched ?? (record === null ? undefined : form.ofRecord(record).content);
  // Nothing was ever saved or typed under this address.
  const isGone = isNew && !mayBeNew && left?.draft === null;
  const known = (record !== null || isNew) && !isGone;
  useEffect(() => {
    if (!known || opened !== undefined || left === undefined || beginning === undefined) return;
    const { refused } = left;
    const draft = left.draft === null ? undefined : form.readDraft(left.draft.body);
    const begun = form.begin({ record, draft, refused, addressed: about, untouched: beginning });
    const restoredAt = draft === undefined ? null : (left.draft?.savedAt ?? null);
    setOpened(begun === undefined ? null : { ...begun, refused, restoredAt });
  }, [known, opened, beginning, left, form, record, about]);

  const unread = asked.error !== null && !isNew ? asked.error : undefined;
  const shown = shownOf({
    opened,
    isGone,
    unread,
    leftUnread: answer?.ok === false ? answer.error : undefined,
  });
  switch (shown.what) {
    case 'form':
      return <Form {...shown.opened} actions={asked.actions} id={id} record={record} />;
    case 'nothing':
      return <NoSuchRecord />;
    case 'loading':
      return <LoadingState lines={10} />;
    default:
      return (
        <ErrorState
          error={shown.error}
          onRetry={() => (unread === undefined ? read() : void asked.refetch())}
          page
        />
      );
  }
}

type Opened<Rec, Content, Field extends string, About> = Pick<
  OpenForm<Rec, Content, Field, About>,
  'about' | 'initial' | 'restoredAt' | 'refused'
>;

/** As it was when the page was opened: once a refused command is submitted anew the address forgets it, and the form goes on. */
function useLeftBehind<Rec extends Recorded, Content, Field extends string, About>(
  form: FormDefinition<Rec, Content, Field, About>,
  id: string,
  mayBeNew: boolean,
): { readonly left: Result<LeftBehind<Content, About>> | undefined; readonly read: () => void } {
  const [params] = useSearchParams();
  const [left, setLeft] = useState<Result<LeftBehind<Content, About>> | undefined>(undefined);
  const read = () => void leftBehind(form, id, params.get('refused'), mayBeNew).then(setLeft);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is opened
  useEffect(read, []);
  return { left, read };
}
