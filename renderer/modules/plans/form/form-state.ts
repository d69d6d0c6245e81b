// The state of an open form as a function of what happens to it: typing, saving, somebody else's edit arriving.
import type { Plan, PlanContent, PlanField } from '#shared/domain/plans/model.ts';
import {
  changedFields,
  mergeIncoming,
  planFields,
  stillUnreadable,
  type Unreadable,
  withField,
} from './form-content.ts';
import { isEmptyField } from './form-sections.ts';
import type { PlanDraft } from './plan-draft.ts';

export type FormState = {
  /** As it was saved when the form was opened, brought up to date by merges; null for a plan never saved. */
  readonly base: PlanContent | null;
  /** What a form holds in which nothing has been typed. */
  readonly untouched: PlanContent;
  readonly content: PlanContent;
  readonly unreadable: Unreadable;
  /** Fields that were filled in or left; what is wrong with the others is not said yet. */
  readonly touched: ReadonlySet<PlanField>;
  /** A submission was tried: everything is said. */
  readonly attempted: boolean;
  /** Somebody else's content where it contradicts what was typed here. */
  readonly contested: readonly PlanField[];
  readonly theirs: PlanContent | null;
  /** Fields last taken over from somebody else. */
  readonly taken: readonly PlanField[];
};

export type FormAction =
  | { readonly type: 'set'; readonly field: PlanField; readonly content: PlanContent }
  | { readonly type: 'unreadable'; readonly place: string; readonly text: string | undefined }
  | { readonly type: 'touch'; readonly field: PlanField }
  | { readonly type: 'attempt' }
  | { readonly type: 'incoming'; readonly theirs: PlanContent }
  | { readonly type: 'choose'; readonly field: PlanField; readonly side: 'mine' | 'theirs' }
  | { readonly type: 'saved'; readonly sent: PlanContent }
  | { readonly type: 'revert' }
  | { readonly type: 'seenMerge' };

/** From the plan as it is saved, if it is, and the draft that was kept, if one was. */
export function openForm(
  plan: Pick<Plan, 'content'> | null,
  draft: PlanDraft | undefined,
  untouched: PlanContent,
): FormState {
  const base = plan === null ? null : (draft?.base ?? plan.content);
  const content = draft?.content ?? plan?.content ?? untouched;
  const state: FormState = {
    base,
    untouched: plan?.content ?? untouched,
    content,
    unreadable: stillUnreadable(draft?.unreadable ?? {}, content),
    touched: new Set(planFields.filter((field) => !isEmptyField(content[field]))),
    attempted: false,
    contested: [],
    theirs: null,
    taken: [],
  };
  // Since the draft was kept, the plan may have been changed elsewhere.
  return plan === null ? state : reduceForm(state, { type: 'incoming', theirs: plan.content });
}

/** Whether there is anything that only this form holds. */
export function isDirty({ base, untouched, content, unreadable }: FormState): boolean {
  return Object.keys(unreadable).length > 0 || changedFields(base ?? untouched, content).length > 0;
}

export function reduceForm(state: FormState, action: FormAction): FormState {
  switch (action.type) {
    case 'set': {
      const value = action.content[action.field];
      const content = { ...state.content, [action.field]: value };
      return {
        ...state,
        content,
        touched: withTouched(state, action.field),
        unreadable: stillUnreadable(state.unreadable, content),
      };
    }
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
    case 'revert': {
      const content = state.base ?? state.untouched;
      return { ...state, content, unreadable: {}, attempted: false, contested: [], theirs: null };
    }
    case 'seenMerge':
      return { ...state, taken: [] };
  }
}

function withTouched({ touched }: FormState, field: PlanField): ReadonlySet<PlanField> {
  return touched.has(field) ? touched : new Set([...touched, field]);
}

function withIncoming(state: FormState, theirs: PlanContent): FormState {
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
function chosen(state: FormState, field: PlanField, side: 'mine' | 'theirs'): FormState {
  const { theirs, base } = state;
  if (theirs === null || base === null || !state.contested.includes(field)) return state;
  const contested = state.contested.filter((other) => other !== field);
  const content = side === 'mine' ? state.content : withField(state.content, field, theirs[field]);
  return {
    ...state,
    base: withField(base, field, theirs[field]),
    content,
    contested,
    theirs: contested.length === 0 ? null : theirs,
  };
}
