// One desk's event stream. It ends when the session does, and follows the account's present scopes.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accountScope, scopesOf } from '#shared/domain/actor.ts';
import type { SignedInGuard } from '../http/signed-in.ts';
import type { HeadHub, Poke } from './head-hub.ts';
import type { Present } from './pull.ts';

export type StreamDeps = {
  readonly guard: SignedInGuard;
  readonly hub: HeadHub;
  present(): Promise<Present>;
};

const heartbeatMs = 20_000;

export async function streamHeads(
  deps: StreamDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { guard, hub } = deps;
  const { accountId } = guard.of(request).actor;
  let scopes = new Set(scopesOf(guard.of(request).actor));
  // Subscribed before the head is read: what is written in between is told, perhaps twice.
  const early: Poke[] = [];
  let onPoke = (poke: Poke): void => void early.push(poke);
  const unsubscribe = hub.subscribe((poke) => onPoke(poke));
  const { epoch, head } = await deps.present();
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'x-request-id': request.id,
  });
  const send = (head: number) => raw.write(`event: head\ndata: ${JSON.stringify({ head, epoch })}\n\n`);

  const lookAgain = async () => {
    const session = await guard.ask(request);
    if (session.ok) scopes = new Set(scopesOf(session.value.actor));
    else raw.end();
  };
  onPoke = (poke) => {
    const own = poke.scopes?.has(accountScope(accountId)) ?? true;
    if (own)
      lookAgain().then(
        () => send(poke.head),
        () => raw.end(),
      );
    else if ([...(poke.scopes ?? [])].some((scope) => scopes.has(scope))) send(poke.head);
  };
  const heartbeat = setInterval(() => {
    raw.write(': still here\n\n');
    lookAgain().catch(() => raw.end());
  }, heartbeatMs);
  heartbeat.unref();
  raw.on('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
  });
  send(head);
  for (const poke of early) onPoke(poke);
}
