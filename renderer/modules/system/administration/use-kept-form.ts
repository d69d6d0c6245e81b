// The form of one thing that the administrator keeps: what is typed, and what its fields and its dialog (EditDialog) take. Labels, ids and the places of
// refusals are named after the member of the command's input that it is: `account.username`.
import { useState } from 'react';
import type { FieldMessage } from '#renderer/ui/fields/field.tsx';
import { label } from '#shared/text/index.ts';
import { useSave } from './use-save.ts';

type Key<Draft> = keyof Draft & string;
type KeysOf<Draft, Value> = {
  [K in Key<Draft>]: Draft[K] extends Value ? (Value extends Draft[K] ? K : never) : never;
}[Key<Draft>];

type FieldProps = {
  readonly id: string;
  readonly label: string;
  readonly messages: readonly FieldMessage[];
};
type Controlled<Value> = { readonly value: Value; readonly onChange: (value: Value) => void };

export type KeptForm<Draft> = {
  readonly draft: Draft;
  readonly set: (changed: Partial<Draft>) => void;
  /** Of any field. */
  readonly field: (key: Key<Draft>) => FieldProps;
  /** With its value. */
  readonly filled: <K extends Key<Draft>>(key: K) => FieldProps & Controlled<Draft[K]>;
  readonly check: (key: KeysOf<Draft, boolean>) => Pick<FieldProps, 'label'> & Controlled<boolean>;
  readonly dialog: {
    readonly running: boolean;
    readonly problem: string | null;
    readonly onClose: () => void;
    readonly onSave: () => void;
  };
};

export function useKeptForm<Draft extends object>(
  command: string,
  member: string,
  initial: () => Draft,
  onClose: () => void,
): KeptForm<Draft> {
  const [draft, setDraft] = useState(initial);
  const { running, problem, messagesAt, save } = useSave(command);
  const set = (changed: Partial<Draft>) => setDraft({ ...draft, ...changed });
  const nameOf = (key: string) => `${member}.${key}`;
  const controlled = <K extends Key<Draft>>(key: K): Controlled<Draft[K]> => ({
    value: draft[key],
    onChange: (value) => setDraft({ ...draft, [key]: value }),
  });
  const field = (key: string) => ({
    id: `${member}-${key}`,
    label: label(nameOf(key)),
    messages: messagesAt(nameOf(key)),
  });
  return {
    draft,
    set,
    field,
    filled: (key) => ({ ...field(key), ...controlled(key) }),
    check: (key) => ({
      label: label(nameOf(key)),
      value: draft[key] as boolean,
      onChange: (value) => setDraft({ ...draft, [key]: value }),
    }),
    dialog: { running, problem, onClose, onSave: () => void save({ [member]: draft }, onClose) },
  };
}
