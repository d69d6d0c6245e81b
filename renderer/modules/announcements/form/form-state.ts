// The state of an open form as a function of what happens to it: typing, saving, somebody else's edit arriving.
import type { Value } from '#shared/domain/announcements/values.ts';
import type { AnnouncementDraft } from './announcement-draft.ts';
import {
  changedFields,
  type FormContent,
  mergeIncoming,
  sectionsField,
  typedOver,
  type Unreadable,
  withFieldOf,
  withValue,
} from './form-content.ts';

export type FormState = {
  /** As it was saved when the form was opened, brought up to date by merges; null for an announcement never saved. */
  readonly base: FormContent | null;
  /** What a form holds in which nothing has been typed. */
  readonly untouched: FormContent;
  readonly content: FormContent;
  readonly unreadable: Unreadable;
  /** Fields that were filled in or left; what is missing elsewhere is not said yet. */
  readonly touched: ReadonlySet<string>;
  /** A submission was tried: everything is said. */
  readonly attempted: boolean;
  /** Where somebody else's content contradicts what was typed here. */
  readonly contested: readonly string[];
  readonly theirs: FormContent | null;
  /** Fields last taken over from somebody else. */
  readonly taken: readonly string[];
};

export type FormAction =
  | {
      readonly type: 'set';
      readonly field: string;
      readonly value: Value;
      readonly generated: Value | undefined;
    }
  | { readonly type: 'restore'; readonly field: string }
  | { readonly type: 'sections'; readonly sectionIds: readonly string[] }
  | { readonly type: 'unreadable'; readonly place: string; readonly text: string | undefined }
  | { readonly type: 'touch'; readonly field: string }
  | { readonly type: 'attempt' }
  | { readonly type: 'incoming'; readonly theirs: FormContent }
  | { readonly type: 'choose'; readonly field: string; readonly side: 'mine' | 'theirs' }
  | { readonly type: 'saved'; readonly sent: FormContent }
  | { readonly type: 'revert' }
  | { readonly type: 'seenMerge' };

/** From the announcement as it is saved, if it is, and the draft that was kept, if one was. */
export function openForm(
  saved: FormContent | null,
  draft: AnnouncementDraft | undefined,
  untouched: FormContent,
): FormState {
  const content = draft?.content ?? saved ?? untouched;
  const state: FormState = {
    base: saved === null ? null : (draft?.base ?? saved),
    untouched: saved ?? untouched,
    content,
    unreadable: draft?.unreadable ?? {},
    touched: new Set(Object.keys(content.values)),
    attempted: false,
    contested: [],
    theirs: null,
    taken: [],
  };
  // Since the draft was kept, the announcement may have been changed elsewhere.
  return saved === null ? state : reduceForm(state, { type: 'incoming', theirs: saved });
}

/** Whether there is anything that only this form holds. */
export function isDirty({ base, untouched, content, unreadable }: FormState): boolean {
  return Object.keys(unreadable).length > 0 || changedFields(base ?? untouched, content).length > 0;
}

export function reduceForm(state: FormState, action: FormAction): FormState {
  const { content } = state;
  switch (action.type) {
    case 'set': {
      const values = typedOver(content.values, action.field, action.value, action.generated);
      return { ...state, content: { ...content, values }, touched: withTouched(state, action.field) };
    }
    case 'restore':
      return {
        ...state,
        content: { ...content, values: withValue(content.values, action.field, undefined) },
        unreadable: withoutField(state.unreadable, action.field),
      };
    case 'sections':
      return {
        ...state,
        content: { ...content, sectionIds: action.sectionIds },
        touched: withTouched(state, sectionsField),
      };
    case 'unreadable': {
      const { [action.place]: _, ...others } = state.unreadable;
      return {
        ...state,
        unreadable: action.text === undefined ? others : { ...others, [action.place]: action.text },
      };
    }
    case 'touch':
      return state.touched.has(action.field)
        ? state
        : { ...state, touched: withTouched(state, action.field) };
    case 'attempt':
      return { ...state, attempted: true };
    case 'incoming':
      return withIncoming(state, action.theirs);
    case 'choose':
      return chosen(state, action.field, action.side);
    case 'saved':
      return { ...state, base: action.sent, untouched: action.sent, contested: [], theirs: null };
    case 'revert':
      return {
        ...state,
        content: state.base ?? state.untouched,
        unreadable: {},
        attempted: false,
        contested: [],
        theirs: null,
      };
    case 'seenMerge':
      return { ...state, taken: [] };
  }
}

function withTouched({ touched }: FormState, field: string): ReadonlySet<string> {
  return touched.has(field) ? touched : new Set([...touched, field]);
}

function withoutField(unreadable: Unreadable, field: string): Unreadable {
  return Object.fromEntries(
    Object.entries(unreadable).filter(([place]) => place !== field && !place.startsWith(`${field}.`)),
  );
}

function withIncoming(state: FormState, theirs: FormContent): FormState {
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
function chosen(state: FormState, field: string, side: 'mine' | 'theirs'): FormState {
  const { theirs, base } = state;
  if (theirs === null || base === null || !state.contested.includes(field)) return state;
  const contested = state.contested.filter((other) => other !== field);
  return {
    ...state,
    base: withFieldOf(base, field, theirs),
    content: side === 'mine' ? state.content : withFieldOf(state.content, field, theirs),
    contested,
    theirs: contested.length === 0 ? null : theirs,
  };
}
