// The form of one thing that the administrator keeps: what is typed, and what its fields and its dialog (EditDialog) take. Labels, ids and the places of
// refusals are named after the member of the command's input that it is: `account.username`.
import { useState } from 'react';
import type { z } from 'zod';
import type { FieldMessage } from '#renderer/ui/fields/field.tsx';
import { limitOf } from '#shared/domain/fields.ts';
import { label } from '#shared/text/index.ts';
import { useSave } from './use-save.ts';

type FieldProps = {
  readonly id: string;
  readonly label: string;
  readonly messages: readonly FieldMessage[];
};
type Controlled<Value> = { readonly value: Value; readonly onChange: (value: Value) => void };

/** What is kept, and the command that keeps it, in that member of its input. */
type Kept = {
  readonly command: string;
  readonly member: string;
  readonly schema: { readonly shape: Readonly<Record<string, z.ZodType>> };
};

type KeptForm<Draft> = {
  readonly draft: Draft;
  readonly set: (changed: Partial<Draft>) => void;
  readonly field: (key: keyof Draft & string) => FieldProps;
  /** With its value, and how many characters it takes where it is a text. */
  readonly filled: <K extends keyof Draft & string>(
    key: K,
  ) => FieldProps & Controlled<Draft[K]> & { readonly limit: number | undefined };
  readonly dialog: {
    readonly running: boolean;
    readonly problem: string | null;
    readonly onClose: () => void;
    readonly onSave: () => void;
  };
};

export function useKeptForm<Draft extends object>(
  { command, member, schema }: Kept,
  initial: Draft,
  onClose: () => void,
): KeptForm<Draft> {
  const [draft, setDraft] = useState(initial);
  const { running, problem, messagesAt, save } = useSave(command);
  const field = (key: string) => {
    const name = `${member}.${key}`;
    return { id: `${member}-${key}`, label: label(name), messages: messagesAt(name) };
  };
  return {
    draft,
    set: (changed) => setDraft((now) => ({ ...now, ...changed })),
    field,
    filled: (key) => ({
      ...field(key),
      limit: limitOfMember(schema, key),
      value: draft[key],
      onChange: (value) => setDraft((now) => ({ ...now, [key]: value })),
    }),
    dialog: { running, problem, onClose, onSave: () => void save({ [member]: draft }, onClose) },
  };
}

function limitOfMember({ shape }: Kept['schema'], key: string): number | undefined {
  const member = shape[key];
  return member === undefined ? undefined : limitOf(member);
}
