// For whoever runs and watches the server, and the published heads of the audit chain. Open to all: nothing here is about anyone.
import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { oldestProtocol, protocol } from '#shared/contract/sync.ts';
import { signedHeads } from '../audit/sign-head.ts';
import type { Database } from '../db/database.ts';
import { type LibraryState, libraryStates } from '../modules/experts/library-state.ts';
import type { Metrics } from './metrics.ts';

export type SystemDeps = {
  readonly database: Database;
  readonly metrics: Metrics;
  clock(): number;
  library(): Promise<LibraryState>;
};

const healthSchema = z.object({
  status: z.enum(['ok', 'database_unreachable']),
  protocol: z.int(),
  oldestProtocol: z.int(),
  now: z.int(),
  /** Whether the server has the key of the expert library; null while the database cannot be asked. */
  expertLibrary: z.enum(libraryStates).nullable(),
});
const headsSchema = z.array(
  z.object({
    day: z.string(),
    no: z.int(),
    hash: z.string(),
    epoch: z.string(),
    signedAt: z.int(),
    publicKey: z.string(),
    signature: z.string(),
    poolRoot: z.string().exactOptional(),
  }),
);

export const systemRoutes =
  ({ database, metrics, clock, library }: SystemDeps): FastifyPluginAsync =>
  async (instance) => {
    const app = instance.withTypeProvider<ZodTypeProvider>();
    const tags = ['system'];

    app.get(
      '/healthz',
      {
        schema: {
          tags,
          summary: 'Whether this process can work',
          response: { 200: healthSchema, 503: healthSchema },
        },
      },
      async (_request, reply) => {
        const about = { protocol, oldestProtocol, now: clock() };
        try {
          const { rows } = await database.query<{ seq: number }>('SELECT seq FROM feed_head WHERE id = 1');
          metrics.head(rows[0]?.seq ?? 0);
          return { status: 'ok' as const, ...about, expertLibrary: await library() };
        } catch {
          return reply
            .code(503)
            .send({ status: 'database_unreachable' as const, ...about, expertLibrary: null });
        }
      },
    );

    app.get('/metrics', { schema: { tags, summary: 'Numbers for Prometheus' } }, async (_request, reply) =>
      reply.type(metrics.contentType).send(await metrics.text()),
    );

    app.get(
      '/audit/heads',
      { schema: { tags, summary: 'Daily signed heads of the audit chain', response: { 200: headsSchema } } },
      async () => [...(await signedHeads(database))],
    );

    app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  };
