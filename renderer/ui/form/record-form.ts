// What a type of record says of its form, once: what it holds, how its commands are told, where it is. From it come the page that opens the form with what was
// kept (record-form-page), the form while it is filled in (use-record-form) and what is seen of it (record-form-view).
import { z } from 'zod';
import type { AskOutput } from '#renderer/api/calls.ts';
import { isId } from '#renderer/api/ids.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import type { Contents } from './form-content.ts';
import { type FormDraft, type FormState, formOf } from './form-state.ts';
import { type Begun, draftOfRefused, type RefusedCommand, readRefused } from './refused-command.ts';

/** What any record has of which a form is told. */
export type Recorded = {
  readonly status: string;
  /** Who wrote which field last, and when. */
  readonly fieldEdits: Readonly<Partial<Record<string, { readonly name: string; readonly at: number }>>>;
};

/** The saved record as the replica holds it now, and what may be done with it, by command name. */
export type Asked<Rec> = {
  readonly record: Rec | undefined;
  readonly actions: readonly string[];
  readonly error: AppError | null;
  readonly refetch: () => unknown;
};

export type RecordFormParts<Rec extends Recorded, Content, Field extends string, About> = {
  /** `plans`: the names of its commands and labels, and where it is in the window unless `page` says it. */
  readonly module: string;
  /** `/award-changes`: where the page of a record is, behind it its id. */
  readonly page?: string;
  /** Drafts are kept as `plan/<id>`. */
  readonly draft: string;
  readonly contents: Contents<Content, Field>;
  readonly empty: Content;
  /** What a new record is about, and stays about: kept in its draft, beside its content. */
  readonly about: z.ZodType<About>;
  /** Undefined where the address names nothing that a record could be about. */
  readonly aboutOfAddress: (params: URLSearchParams) => About | undefined;
  /** Its id follows from what it is about, so that two people make one record: `create` is not told it, and the address of a new one has it as `draft`. */
  readonly idFollows?: true;
  readonly ofRecord: (record: Rec) => Begun<Content, About>;
  /** What `create` is told, beside the id where it is told that, and what such an input, also of an older version of the program, holds. */
  readonly createInput: (begun: Begun<Content, About>) => object;
  readonly readCreate: (input: object) => Begun<Content, About> | undefined;
  /** What is not written down, not even as a draft. */
  readonly isSecret?: (content: Content) => boolean;
  /** How a form that was left unsaved is called. */
  readonly nameOf: (begun: Begun<Content, About>) => string;
  /** Where one goes from a record that is no more. */
  readonly away: (about: About) => string;
  readonly useRecord: (id: string) => Asked<Rec>;
  /** What a new form holds before anything is typed; undefined until it is known. */
  readonly useUntouched: () => Content | undefined;
};

export type FormDefinition<Rec extends Recorded, Content, Field extends string, About> = ReturnType<
  typeof recordForm<Rec, Content, Field, About>
>;

/** A kept draft of a form: what the form held, and what the record is about. */
export type RecordDraft<Content, About> = FormDraft<Content> & { readonly about: About };

/** A form as it begins. */
export type OpenForm<Rec, Content, Field extends string, About> = {
  readonly id: string;
  readonly about: About;
  /** As the replica holds it now; null before it was saved for the first time. */
  readonly record: Rec | null;
  readonly actions: readonly string[];
  readonly initial: FormState<Content, Field>;
  /** When the draft was kept that the form was opened with. */
  readonly restoredAt: number | null;
  /** The command that the form mends. */
  readonly refused: RefusedCommand<Content, About> | null;
};

/** For a record that is about nothing else: `create` is told its content. */
export function aboutNothing<Content>(read: (kept: unknown) => Content) {
  const inputSchema = z.object({ content: z.record(z.string(), z.unknown()) });
  return {
    about: z.null().catch(null),
    aboutOfAddress: () => null,
    createInput: ({ content }: Begun<Content, null>) => ({ content }),
    readCreate: (input: object): Begun<Content, null> | undefined => {
      const { data } = inputSchema.safeParse(input);
      return data && { about: null, content: read(data.content) };
    },
  };
}

const draftSchema = z.object({
  about: z.unknown().optional(),
  base: z.unknown().optional(),
  content: z.looseObject({}),
  unreadable: z.record(z.string(), z.string()).catch({}),
});

export function recordForm<Rec extends Recorded, Content, Field extends string, About>(
  parts: RecordFormParts<Rec, Content, Field, About>,
) {
  const { module, contents, empty } = parts;
  const names = {
    create: `${module}.create`,
    edit: `${module}.edit`,
    submit: `${module}.submit`,
    delete: `${module}.delete`,
  };
  const state = formOf<Content, Field>(contents);
  return {
    ...parts,
    ...state,
    page: parts.page ?? `/${module}`,
    ...{ names, draftKey, idOfDraft, draftBody, readDraft, readRefused: read, begin },
    wholeInput: (id: string, begun: Begun<Content, About>): object => ({
      ...(parts.idFollows === true ? {} : { id }),
      ...parts.createInput(begun),
    }),
  };

  function draftKey(id: string): string {
    return `${parts.draft}/${id}`;
  }

  function idOfDraft(key: string): string | undefined {
    const [kind, id = '', ...rest] = key.split('/');
    return kind === parts.draft && rest.length === 0 && isId(id) ? id : undefined;
  }

  function draftBody({ about, base, content, unreadable }: RecordDraft<Content, About>): object {
    return { ...(about === null ? {} : { about }), base, content, unreadable };
  }

  /** Undefined for what is no draft of such a record at all. */
  function readDraft(body: unknown): RecordDraft<Content, About> | undefined {
    const { data: draft } = draftSchema.safeParse(body);
    const about = draft && parts.about.safeParse(draft.about);
    if (draft === undefined || about?.success !== true) return undefined;
    const base = draft.base === null || draft.base === undefined ? null : contents.read(draft.base);
    const content = contents.read(draft.content, base ?? undefined);
    return { about: about.data, base, content, unreadable: draft.unreadable };
  }

  function read(command: AskOutput<'outbox.get'>): RefusedCommand<Content, About> | undefined {
    return readRefused(names, parts.readCreate, command);
  }

  /** With what a form begins; undefined where nothing says what the record is about. What was typed since a refusal is newer than what was refused. */
  function begin(from: {
    readonly record: Rec | null;
    readonly draft: RecordDraft<Content, About> | undefined;
    readonly refused: RefusedCommand<Content, About> | null;
    readonly addressed: About | undefined;
    readonly untouched: Content;
  }): Pick<OpenForm<Rec, Content, Field, About>, 'about' | 'initial'> | undefined {
    const { draft, refused } = from;
    const saved = from.record === null ? null : parts.ofRecord(from.record);
    const beginning = refused !== null && 'begun' in refused ? refused.begun : undefined;
    const about = (saved ?? draft ?? beginning)?.about ?? from.addressed;
    if (about === undefined) return undefined;
    const content = saved?.content ?? null;
    const begun = draft ?? (refused === null ? undefined : draftOfRefused(contents, refused, content, empty));
    return { about, initial: state.openForm(content, begun, from.untouched) };
  }
}
