// The exchange over HTTP: the inbox, which only a signature opens, and what an administrator sees and does. The app around it brings the
// zod compilers and says who asks.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { exchangePath, inboxAnswerSchema, maxEnvelopeBytes } from '#shared/contract/exchange.ts';
import type { Actor, Role } from '#shared/domain/actor.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { err, type Result } from '#shared/kernel/result.ts';
import { refusalOf } from '../http/refusal.ts';
import {
  activateKey,
  createKey,
  listAnnouncementDifferences,
  listDifferences,
  listEventDifferences,
  listInbox,
  listOutbox,
  listRefusals,
  reconcileNow,
  resendMessage,
} from './admin.ts';
import type { Gateway } from './gateway.ts';
import { recordRefusal } from './refusals.ts';
import { inboxStates, outboxStates } from './schema.ts';
import { httpStatusOf } from './verify.ts';

export type ExchangeRoutesDeps = {
  readonly gateway: Gateway;
  /** Who is signed in on this request. */
  actorOf(request: FastifyRequest): Promise<Result<Actor>>;
  /** Answers a refusal in the form of every other route. */
  refuse(request: FastifyRequest, reply: FastifyReply, error: AppError): FastifyReply;
};

const readers: readonly Role[] = ['administrator', 'auditor'];
const doers: readonly Role[] = ['administrator'];
const platformId = z.string().regex(/^[a-z0-9-]{2,40}$/);
const limit = z.coerce.number().int().min(1).max(500).default(50);
const instant = z.coerce.number().int().min(0);
const keyId = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** Requests a minute and address; a centre pushes far fewer. */
const inboxRate = { max: 1200, timeWindow: 60_000 };

export const exchangeRoutes =
  (deps: ExchangeRoutesDeps): FastifyPluginAsync =>
  async (app) => {
    await app.register(inboxRoute(deps.gateway));
    await app.register(adminRoutes(deps));
  };

const inboxRoute =
  (gateway: Gateway): FastifyPluginAsync =>
  async (app) => {
    // The text is taken as it is: it is the gateway that reads it, after it has looked at its size.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: maxEnvelopeBytes }, (_, text, done) =>
      done(null, text),
    );
    app.setErrorHandler(async (error, _request, reply) => {
      const { code: cause } = refusalOf(error);
      // `invalid_input` would end the message at its sender: only what is wrong with the message itself may be called so.
      const code = cause === 'internal' ? 'retry_later' : cause;
      if (code === 'too_large') {
        const { database, clock } = gateway.deps;
        const nobody = { verified: false, platformId: null, msgId: null, type: null } as const;
        await recordRefusal(database, { ...nobody, code, field: null }, clock());
      }
      return reply.code(httpStatusOf(code)).send({ msgId: null, status: 'refused', code, field: null });
    });
    app.post(
      exchangePath,
      {
        bodyLimit: maxEnvelopeBytes,
        config: { rateLimit: inboxRate },
        schema: {
          tags: ['exchange'],
          summary: 'A signed message of a trading platform',
          response: { '2xx': inboxAnswerSchema, '4xx': inboxAnswerSchema, '5xx': inboxAnswerSchema },
        },
      },
      async (request, reply) => {
        const text = typeof request.body === 'string' ? request.body : '';
        const { status, body } = await gateway.receive(text);
        return reply.code(status).send(body);
      },
    );
  };

const adminRoutes =
  (deps: ExchangeRoutesDeps): FastifyPluginAsync =>
  async (instance) => {
    const app = instance.withTypeProvider<ZodTypeProvider>();
    const { gateway } = deps;
    const { database } = gateway.deps;
    const tags = ['exchange'];

    const asRole = async (request: FastifyRequest, roles: readonly Role[]): Promise<Result<Actor>> => {
      const actor = await deps.actorOf(request);
      if (!actor.ok || roles.includes(actor.value.role)) return actor;
      return err({ code: 'not_allowed' });
    };
    const answer = async <T>(
      request: FastifyRequest,
      reply: FastifyReply,
      roles: readonly Role[],
      work: (actor: Actor) => Promise<Result<T> | T>,
    ) => {
      const actor = await asRole(request, roles);
      if (!actor.ok) return deps.refuse(request, reply, actor.error);
      const done = await work(actor.value);
      if (!isResult(done)) return reply.send(done);
      return done.ok ? reply.send(done.value) : deps.refuse(request, reply, done.error);
    };

    // Public halves are no secret: whoever runs the centre fetches them here.
    app.get('/exchange/keys', { schema: { tags, summary: 'Our public keys' } }, () =>
      gateway.deps.keys.list(),
    );

    const outboxQuery = z.strictObject({
      state: z.enum(outboxStates).optional(),
      platformId: platformId.optional(),
      type: z.string().max(80).optional(),
      before: idSchema.optional(),
      limit,
    });
    app.get(
      '/exchange/outbox',
      { schema: { tags, summary: 'Outgoing messages, newest first', querystring: outboxQuery } },
      (request, reply) => answer(request, reply, readers, () => listOutbox(database, request.query)),
    );
    app.get(
      '/exchange/outbox/export',
      { schema: { tags, summary: 'Export: the same as lines of JSON', querystring: outboxQuery } },
      async (request, reply) => {
        const actor = await asRole(request, readers);
        if (!actor.ok) return deps.refuse(request, reply, actor.error);
        const rows = await listOutbox(database, request.query);
        return reply
          .type('application/x-ndjson')
          .header('content-disposition', 'attachment; filename="exchange-messages.ndjson"')
          .send(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
      },
    );
    app.post(
      '/exchange/outbox/:msgId/resend',
      { schema: { tags, summary: 'Send a message again', params: z.strictObject({ msgId: idSchema }) } },
      (request, reply) =>
        answer(request, reply, doers, (actor) => resendMessage(gateway.deps, actor, request.params.msgId)),
    );

    const inboxQuery = z.strictObject({
      state: z.enum(inboxStates).optional(),
      platformId: platformId.optional(),
      receivedBefore: instant.optional(),
      limit,
    });
    app.get(
      '/exchange/inbox-messages',
      { schema: { tags, summary: 'Incoming messages, newest first', querystring: inboxQuery } },
      (request, reply) => answer(request, reply, readers, () => listInbox(database, request.query)),
    );

    // Both or none: the place of a row.
    const page = z.strictObject({
      limit,
      before: instant.optional(),
      beforeId: z.string().max(400).optional(),
    });
    const behind = ({ before: at, beforeId: id }: z.output<typeof page>) =>
      at === undefined || id === undefined ? undefined : { at, id };
    app.get(
      '/exchange/refusals',
      { schema: { tags, summary: 'Refused envelopes', querystring: page } },
      (request, reply) =>
        answer(request, reply, readers, () =>
          listRefusals(database, request.query.limit, behind(request.query)),
        ),
    );
    app.get(
      '/exchange/differences',
      { schema: { tags, summary: 'What reconciliations found', querystring: page } },
      (request, reply) =>
        answer(request, reply, readers, () =>
          listDifferences(database, request.query.limit, behind(request.query)),
        ),
    );
    app.get(
      '/exchange/announcement-differences',
      { schema: { tags, summary: 'Announcements that only one side holds in force', querystring: page } },
      (request, reply) =>
        answer(request, reply, readers, () =>
          listAnnouncementDifferences(database, request.query.limit, behind(request.query)),
        ),
    );
    app.get(
      '/exchange/event-differences',
      {
        schema: {
          tags,
          summary: 'Openings and evaluations that both sides hold otherwise',
          querystring: page,
        },
      },
      (request, reply) =>
        answer(request, reply, readers, () =>
          listEventDifferences(database, request.query.limit, behind(request.query)),
        ),
    );
    app.post(
      '/exchange/reconcile',
      {
        schema: { tags, summary: 'Reconcile with a platform', body: z.strictObject({ platformId }) },
      },
      (request, reply) =>
        answer(request, reply, doers, async (actor) => {
          const done = await reconcileNow(gateway.deps, actor, request.body.platformId);
          return done.ok ? { plans: done.value } : done;
        }),
    );

    app.post(
      '/exchange/keys',
      { schema: { tags, summary: 'Makes a key that is not used yet', body: z.strictObject({ keyId }) } },
      (request, reply) =>
        answer(request, reply, doers, (actor) => createKey(gateway.deps, actor, request.body.keyId)),
    );
    app.post(
      '/exchange/keys/:keyId/activate',
      { schema: { tags, summary: 'Signs with this key from now on', params: z.strictObject({ keyId }) } },
      (request, reply) =>
        answer(request, reply, doers, (actor) => activateKey(gateway.deps, actor, request.params.keyId)),
    );
  };

function isResult<T>(value: Result<T> | T): value is Result<T> {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';
}
