// The tone of every state that a record can be in. Which states there are is the modules' to say: the composition hands them in.
import { createContext, use } from 'react';

/** What a state means to the one who looks: nothing yet, somebody is asked, under way, done, sent back, look at it, it went wrong. */
export type StatusTone = 'neutral' | 'waiting' | 'progress' | 'done' | 'returned' | 'warning' | 'danger';

/** By group of labels (`plans.status`), then by state. */
export type Tones = Readonly<Record<string, Readonly<Record<string, StatusTone>>>>;

export const TonesContext = createContext<Tones>({});

export function useTone(of: string, status: string): StatusTone {
  return toneOf(use(TonesContext), of, status) ?? 'neutral';
}

/** Undefined for a state of a newer version. */
export function toneOf(tones: Tones, of: string, status: string): StatusTone | undefined {
  const group = Object.hasOwn(tones, of) ? tones[of] : undefined;
  return group !== undefined && Object.hasOwn(group, status) ? group[status] : undefined;
}
