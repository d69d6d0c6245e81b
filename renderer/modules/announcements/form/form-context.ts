// What every field of the form needs, without being handed it one by one.
import { createContext, useContext } from 'react';
import type { AskOutput } from '#renderer/api/calls.ts';
import type { FormFields } from '#renderer/ui/form/use-record-form.ts';
import type { TableColumn, Template } from '#shared/domain/announcements/template.ts';
import type { Value, Values } from '#shared/domain/announcements/values.ts';

export type Composed = AskOutput<'announcements.compose'>;
export type EarliestOfField = Composed['earliest'][number];

/** The format of the corrected announcement, and what it says now. */
export type Corrected = { readonly template: Template; readonly values: Values };

export type AnnouncementFormValue = FormFields<string> & {
  /** What every field would hold if nobody typed, and what was typed. */
  readonly generated: Values;
  readonly typed: Values;
  /** Both together: what the announcement says now. */
  readonly values: Values;
  readonly sources: Composed['sources'];
  readonly earliest: ReadonlyMap<string, EarliestOfField>;
  readonly isRequired: (field: string) => boolean;
  /** Whether something has to stand in the cells of a column. */
  readonly isAsked: (column: TableColumn) => boolean;
  /** Whether the form asks for a column now. */
  readonly isShown: (column: TableColumn) => boolean;
  /** What the record says that it stands on, and nobody types. */
  readonly ofRecord: readonly string[];
  readonly set: (field: string, value: Value) => void;
  readonly restore: (field: string) => void;
  readonly explain: (field: string) => void;
  /** Of a 更正公告: the corrected one. */
  readonly corrected: Corrected | null;
};

export const AnnouncementFormContext = createContext<AnnouncementFormValue | undefined>(undefined);

export function useAnnouncementForm(): AnnouncementFormValue {
  const value = useContext(AnnouncementFormContext);
  if (value === undefined) throw new Error('a field of the announcement form stands outside of it');
  return value;
}

/** The id of the control at a path. Of a list as a whole, it is that of the button that adds to it. */
export function fieldIdOf(path: string): string {
  return `announcement-${path}`;
}
