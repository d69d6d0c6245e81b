// Every name the window may call besides commands, with its schemas: the local side's queries and what the host answers itself. Types of
// inputs and answers are inferred from here, so that they are never written twice.
import type { z } from 'zod';
import { hostCalls } from '#shared/contract/host.ts';
import { queries } from '#shared/contract/ipc.ts';

export const calls = { ...queries, ...hostCalls } as const;

type Calls = typeof calls;
export type AskName = keyof Calls;
export type AskInput<N extends AskName> = z.input<Calls[N]['input']>;
export type AskOutput<N extends AskName> = z.output<Calls[N]['output']>;
