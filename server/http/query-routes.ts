import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { jsonSchema } from '#shared/kernel/json.ts';
import { answerQuery } from '../query/answer.ts';
import type { QueryDeps } from '../query/handler.ts';
import { refuse } from './refusal.ts';
import type { SignedInGuard } from './signed-in.ts';

export const queryRoutes =
  (deps: QueryDeps, guard: SignedInGuard): FastifyPluginAsync =>
  async (instance) => {
    const app = instance.withTypeProvider<ZodTypeProvider>();
    app.post(
      '/query/:name',
      {
        onRequest: guard.required,
        schema: {
          tags: ['query'],
          summary: 'Asks a query of shared/domain/queries.ts',
          params: z.strictObject({ name: z.string().max(80) }),
          body: jsonSchema,
        },
      },
      async (request, reply) => {
        const answer = await answerQuery(deps, guard.of(request).actor, request.params.name, request.body);
        if (!answer.ok) return refuse(request, reply, answer.error);
        return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer.value));
      },
    );
  };
