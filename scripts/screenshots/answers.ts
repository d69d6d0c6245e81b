// Answers of the local side put in place of its own, for states that a small demo passes through in no time or that need a full disk. They
// reach the window the way real ones do; that the local side gives such answers is what its own tests prove.
import type { QueryName, QueryOutput } from '#shared/contract/ipc.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import type { Stage } from './stage.ts';

type Answered<N extends QueryName> =
  | { readonly ok: true; readonly value: QueryOutput<N> }
  | { readonly ok: false; readonly error: AppError };
type Given = { readonly ok: boolean; readonly value?: unknown; readonly error?: AppError };
export type Answers = { readonly [N in QueryName]?: Answered<N> };

type Message = { kind: string; no?: number; result?: unknown; event?: { type: string; status?: unknown } };
declare const workers: {
  postMessage: (message: { readonly no?: number; readonly name?: string }) => void;
  emit: (event: string, ...values: unknown[]) => boolean;
}[];

/** From now on the window is given these; with none, the real ones again. */
export async function answering(stage: Stage, answers: Answers): Promise<void> {
  await stage.desktop.evaluate((_electron, given: Readonly<Record<string, Given | undefined>>) => {
    const worker = workers.at(-1);
    if (worker === undefined) return;
    // The thread's own methods stand on its prototype.
    const { postMessage, emit } = Object.getPrototypeOf(worker) as typeof worker;
    const asked = new Map<number, string>();
    worker.postMessage = (message) => {
      const { no, name } = message;
      if (no !== undefined && name !== undefined && Object.hasOwn(given, name)) asked.set(no, name);
      postMessage.call(worker, message);
    };
    worker.emit = (event, ...values) => {
      if (event === 'message') {
        const message = values[0] as Message;
        const name = asked.get(message.no ?? -1);
        const status = given['sync.status']?.value;
        if (message.kind === 'result' && name !== undefined) message.result = given[name];
        if (message.event?.type === 'sync.status' && status !== undefined) message.event.status = status;
      }
      return emit.call(worker, event, ...values);
    };
    // What the window knows already is asked again.
    const tables = ['plans', 'projects', 'announcements'];
    worker.emit('message', { kind: 'event', event: { type: 'replica.changed', tables } });
    const status = given['sync.status']?.value;
    if (status !== undefined)
      worker.emit('message', { kind: 'event', event: { type: 'sync.status', status } });
  }, answers);
  await stage.page.waitForTimeout(200);
}
