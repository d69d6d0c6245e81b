// Online commands. What they mean is in contract/online.ts.
import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { onlineCommandSchema, onlineResponseSchema } from '#shared/contract/online.ts';
import { maxBatchBytes } from '#shared/contract/sync.ts';
import type { ApplyDeps } from '../command/apply.ts';
import { runOnline } from '../command/run-online.ts';
import type { Metrics } from './metrics.ts';
import { refuse } from './refusal.ts';
import type { SignedInGuard } from './signed-in.ts';

export type CommandDeps = {
  readonly apply: ApplyDeps;
  readonly guard: SignedInGuard;
  readonly metrics: Metrics;
};

export const commandRoutes =
  ({ apply, guard, metrics }: CommandDeps): FastifyPluginAsync =>
  async (instance) => {
    const app = instance.withTypeProvider<ZodTypeProvider>();
    app.post(
      '/commands/run',
      {
        onRequest: guard.required,
        bodyLimit: maxBatchBytes,
        schema: {
          tags: ['commands'],
          summary: 'Carries out an online command',
          body: onlineCommandSchema,
          response: { 200: onlineResponseSchema },
        },
      },
      async (request, reply) => {
        const { deskId, actor } = guard.of(request);
        const ran = await runOnline(apply, { deskId, accountId: actor.accountId }, request.body);
        if (!ran.ok) return refuse(request, reply, ran.error);
        metrics.command(request.body.name, ran.value.kind);
        return { now: apply.clock(), outcome: ran.value };
      },
    );
  };
