// The state of an open form as a function of what happens to it: typing, saving, somebody else's edit arriving.
import type { Contents, Unreadable } from './form-content.ts';

export type FormState<Content, Field extends string> = {
  /** As it was saved when the form was opened, brought up to date by merges; null for a record never saved. */
  readonly base: Content | null;
  /** What a form holds in which nothing has been typed. */
  readonly untouched: Content;
  readonly content: Content;
  readonly unreadable: Unreadable;
  /** Fields that were filled in or left; what is missing elsewhere is not said yet. */
  readonly touched: ReadonlySet<Field>;
  /** A submission was tried: everything is said. */
  readonly attempted: boolean;
  /** Where somebody else's content contradicts what was typed here. */
  readonly contested: readonly Field[];
  readonly theirs: Content | null;
  /** Fields last taken over from somebody else. */
  readonly taken: readonly Field[];
};

export type FormAction<Content, Field extends string> =
  /** A function, so that two changes in one breath both count. */
  | { readonly type: 'set'; readonly field: Field; readonly change: (content: Content) => Content }
  /** What was typed is given up for what stands there by itself. */
  | { readonly type: 'restore'; readonly field: Field; readonly change: (content: Content) => Content }
  | { readonly type: 'unreadable'; readonly place: string; readonly text: string | undefined }
  | { readonly type: 'touch'; readonly field: Field }
  | { readonly type: 'attempt' }
  | { readonly type: 'incoming'; readonly theirs: Content }
  | { readonly type: 'choose'; readonly field: Field; readonly side: 'mine' | 'theirs' }
  | { readonly type: 'saved'; readonly sent: Content }
  | { readonly type: 'revert' }
  | { readonly type: 'seenMerge' };

/** What was kept of a form: `base` is what it began from. */
export type FormDraft<Content> = {
  readonly base: Content | null;
  readonly content: Content;
  readonly unreadable: Unreadable;
};

type Parts<Content, Field extends string> = Pick<
  Contents<Content, Field>,
  'take' | 'changedFields' | 'mergeIncoming' | 'filledIn' | 'stillUnreadable'
>;

export function formOf<Content, Field extends string>(parts: Parts<Content, Field>) {
  type State = FormState<Content, Field>;
  const { take, changedFields, mergeIncoming, filledIn, stillUnreadable } = parts;
  return { openForm, isDirty, reduceForm };

  /** From the record as it is saved, if it is, and the draft that was kept, if one was. */
  function openForm(saved: Content | null, draft: FormDraft<Content> | undefined, untouched: Content): State {
    const content = draft?.content ?? saved ?? untouched;
    const state: State = {
      base: saved === null ? null : (draft?.base ?? saved),
      untouched: saved ?? untouched,
      content,
      unreadable: stillUnreadable(draft?.unreadable ?? {}, content),
      touched: new Set(filledIn(content)),
      attempted: false,
      contested: [],
      theirs: null,
      taken: [],
    };
    // Since the draft was kept, the record may have been changed elsewhere.
    return saved === null ? state : reduceForm(state, { type: 'incoming', theirs: saved });
  }

  /** Whether there is anything that only this form holds. */
  function isDirty({ base, untouched, content, unreadable }: State): boolean {
    return Object.keys(unreadable).length > 0 || changedFields(base ?? untouched, content).length > 0;
  }

  function reduceForm(state: State, action: FormAction<Content, Field>): State {
    switch (action.type) {
      case 'set': {
        const content = action.change(state.content);
        const unreadable = stillUnreadable(state.unreadable, content);
        return { ...withTouched(state, action.field), content, unreadable };
      }
      case 'restore':
        return {
          ...state,
          content: action.change(state.content),
          unreadable: withoutField(state.unreadable, action.field),
        };
      case 'unreadable': {
        const { [action.place]: _, ...others } = state.unreadable;
        const unreadable = action.text === undefined ? others : { ...others, [action.place]: action.text };
        return { ...state, unreadable };
      }
      case 'touch':
        return withTouched(state, action.field);
      case 'attempt':
        return { ...state, attempted: true };
      case 'incoming':
        return withIncoming(state, action.theirs);
      case 'choose':
        return chosen(state, action.field, action.side);
      case 'saved':
        return { ...state, base: action.sent, untouched: action.sent, contested: [], theirs: null };
      case 'revert': {
        const content = state.base ?? state.untouched;
        return { ...state, content, unreadable: {}, attempted: false, contested: [], theirs: null };
      }
      case 'seenMerge':
        return { ...state, taken: [] };
    }
  }

  function withTouched(state: State, field: Field): State {
    return state.touched.has(field) ? state : { ...state, touched: new Set([...state.touched, field]) };
  }

  function withIncoming(state: State, theirs: Content): State {
    if (state.base === null) return { ...state, base: theirs, untouched: theirs };
    const { base, content, taken, contested } = mergeIncoming(state.base, state.content, theirs);
    const unchanged =
      base === state.base &&
      content === state.content &&
      contested.length === 0 &&
      state.contested.length === 0;
    if (unchanged) return state;
    return {
      ...state,
      base,
      content,
      contested,
      theirs: contested.length === 0 ? null : theirs,
      taken: taken.length === 0 ? state.taken : taken,
    };
  }

  /** The base becomes theirs either way: the next edit then says that theirs was seen. */
  function chosen(state: State, field: Field, side: 'mine' | 'theirs'): State {
    const { theirs, base } = state;
    if (theirs === null || base === null || !state.contested.includes(field)) return state;
    const contested = state.contested.filter((other) => other !== field);
    return {
      ...state,
      base: take(base, field, theirs),
      content: side === 'mine' ? state.content : take(state.content, field, theirs),
      contested,
      theirs: contested.length === 0 ? null : theirs,
    };
  }
}

function withoutField(unreadable: Unreadable, field: string): Unreadable {
  return Object.fromEntries(
    Object.entries(unreadable).filter(([place]) => place !== field && !place.startsWith(`${field}.`)),
  );
}
