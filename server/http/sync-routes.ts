// Push, pull and the stream of heads. What they mean is in contract/sync.ts.
import { PassThrough, type Transform } from 'node:stream';
import { constants, createGzip, createZstdCompress } from 'node:zlib';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { pullRequest1Schema } from '#shared/contract/protocol-1.ts';
import {
  type cursorExpiredSchema,
  type epochChangedSchema,
  maxBatchBytes,
  oldestProtocol,
  protocol,
  pullRequestSchema,
  pushRequestSchema,
  pushResponseSchema,
} from '#shared/contract/sync.ts';
import { scopesOf } from '#shared/domain/actor.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { type ApplyDeps, applyBatch } from '../command/apply.ts';
import type { HeadHub } from '../feed/head-hub.ts';
import { type Present, pull } from '../feed/pull.ts';
import { streamHeads } from '../feed/stream-heads.ts';
import type { Metrics } from './metrics.ts';
import { Refusal, refuse, statusOf } from './refusal.ts';
import type { SignedInGuard } from './signed-in.ts';

export type SyncDeps = {
  readonly apply: ApplyDeps;
  readonly guard: SignedInGuard;
  readonly hub: HeadHub;
  readonly metrics: Metrics;
  present(): Promise<Present>;
};

const tags = ['sync'];
/** The batch itself plus its envelope. */
const pushLimit = maxBatchBytes + 4096;
/** Twice a thousand scopes, each with a list of types of its own: what repairs of single types can make of a state. */
const pullLimit = 1_500_000;
/** A desk that reads more slowly than rows are found gets smaller pages. Two or three statements of rows: one that keeps up is not held up. */
const maxUnsentBytes = 4_000_000;
const anyPullSchema = z.discriminatedUnion('protocol', [pullRequest1Schema, pullRequestSchema]);

export const syncRoutes =
  (deps: SyncDeps): FastifyPluginAsync =>
  async (instance) => {
    const app = instance.withTypeProvider<ZodTypeProvider>();
    const { apply, guard } = deps;

    app.post(
      '/sync/push',
      {
        onRequest: guard.required,
        preValidation: negotiate,
        bodyLimit: pushLimit,
        schema: {
          tags,
          summary: 'Carries out commands',
          body: pushRequestSchema,
          response: { 200: pushResponseSchema },
        },
      },
      async (request, reply) => {
        const session = guard.of(request);
        const { deskId, epoch: known, commands } = request.body;
        if (deskId !== session.deskId) return refuse(request, reply, { code: 'desk_unknown' });
        const { epoch } = await deps.present();
        if (known !== null && known !== epoch) return epochChanged(request, reply, epoch);
        const desk = { deskId, accountId: session.actor.accountId };
        const applied = await applyBatch(apply, desk, request.body);
        if (!applied.ok) return refuse(request, reply, applied.error);
        const names = new Map(commands.map((command) => [command.no, command.name]));
        for (const { no, outcome } of applied.value.outcomes) {
          const name = names.get(no) ?? '';
          deps.metrics.command(apply.commands.has(name) ? name : 'unknown', outcome.kind);
        }
        const { lastNo, head, outcomes } = applied.value;
        return { epoch, lastNo, head, now: apply.clock(), protocol, outcomes: [...outcomes] };
      },
    );

    app.post(
      '/sync/pull',
      {
        onRequest: guard.required,
        preValidation: negotiate,
        bodyLimit: pullLimit,
        schema: { tags, summary: 'What is new for this desk, as NDJSON', body: anyPullSchema },
      },
      async (request, reply) => {
        const session = guard.of(request);
        if (request.body.deskId !== session.deskId) return refuse(request, reply, { code: 'desk_unknown' });
        let encoder: Transform | undefined;
        try {
          const answer = await pull(apply, scopesOf(session.actor), request.body, () => {
            const stream = startStream(request, reply);
            encoder = stream;
            // The database is never kept waiting by the network: what that has not taken yet waits here, and ends the page when it is much.
            return (lines) => {
              if (stream.destroyed) return false;
              stream.write(lines);
              return stream.writableLength < maxUnsentBytes;
            };
          });
          if (answer.kind === 'epoch_changed') return epochChanged(request, reply, answer.epoch);
          if (answer.kind === 'cursor_expired') return startOver(request, reply, { reason: answer.kind });
          encoder?.end();
          return reply;
        } catch (error) {
          if (encoder === undefined) throw error;
          // The head has gone out already: a stream without its end line tells the desk that it does not count.
          encoder.destroy(error instanceof Error ? error : new Error('pull failed'));
          return reply;
        }
      },
    );

    app.get(
      '/sync/events',
      {
        onRequest: guard.required,
        schema: { tags, summary: 'Server-sent events: the newest sequence number' },
      },
      async (request, reply) => {
        await streamHeads(deps, request, reply);
        return reply;
      },
    );
  };

/** Before the body is read by today's schema: another version of the protocol need not fit it. */
async function negotiate(request: FastifyRequest): Promise<void> {
  const { body } = request;
  if (typeof body !== 'object' || body === null || !('protocol' in body)) return;
  if (typeof body.protocol !== 'number') return;
  const params = { protocol, oldestProtocol };
  if (body.protocol < oldestProtocol) throw new Refusal({ code: 'client_too_old', params });
  if (body.protocol > protocol) throw new Refusal({ code: 'server_too_old', params });
}

function epochChanged(request: FastifyRequest, reply: FastifyReply, epoch: Id): FastifyReply {
  return startOver(request, reply, { epoch, reason: 'epoch_changed' });
}

type StartOver = z.infer<typeof epochChangedSchema> | z.infer<typeof cursorExpiredSchema>;

function startOver(request: FastifyRequest, reply: FastifyReply, answer: StartOver): FastifyReply {
  const error = { code: answer.reason };
  return reply
    .code(statusOf(error.code))
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ ...answer, error, requestId: request.id }));
}

function startStream(request: FastifyRequest, reply: FastifyReply): Transform {
  const { name, stream } = encoderFor(request.headers['accept-encoding']);
  // A client that goes away breaks the stream; there is no one left to tell.
  stream.on('error', () => undefined);
  reply.header('content-type', 'application/x-ndjson').header('vary', 'accept-encoding');
  if (name !== undefined) reply.header('content-encoding', name);
  void reply.send(stream);
  return stream;
}

function encoderFor(accepted: string | string[] | undefined): {
  readonly name?: string;
  readonly stream: Transform;
} {
  const offers = new Set(
    String(accepted ?? '')
      .toLowerCase()
      .split(',')
      .filter((offer) => !/;\s*q=0(\.0*)?\s*$/.test(offer))
      .map((offer) => offer.split(';')[0]?.trim()),
  );
  if (offers.has('zstd')) {
    const stream = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 1 } });
    return { name: 'zstd', stream };
  }
  if (offers.has('gzip')) return { name: 'gzip', stream: createGzip({ level: 1 }) };
  return { stream: new PassThrough() };
}
