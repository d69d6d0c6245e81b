// Every name the window may call besides commands, with its schemas: the local side's queries and what the host answers itself. Types of
// inputs and answers are inferred from here, so that they are never written twice.
import { z } from 'zod';
import { hostCalls } from '#shared/contract/host.ts';
import { queries } from '#shared/contract/ipc.ts';
import { type ListName, listNames } from '#shared/contract/lists.ts';
import { page } from '#shared/contract/paging.ts';

type Calls = typeof queries & typeof hostCalls;
export type AskName = keyof Calls;
export type AskInput<N extends AskName> = z.input<Calls[N]['input']>;
export type AskOutput<N extends AskName> = z.output<Calls[N]['output']>;

/** The bridge has held the rows of lists against their schema (ipc-bridge.ts). Here, on the thread that draws, only the page around them is. */
const outputsHere = new Map<string, z.ZodType>(
  listNames.map((name): [`${ListName}.list`, z.ZodType] => [`${name}.list`, page(z.unknown())]),
);

const calls: Calls = { ...queries, ...hostCalls };

/** What the answer to a call is held against here. */
export function answerSchema(name: AskName): z.ZodType {
  return outputsHere.get(name) ?? calls[name].output;
}
