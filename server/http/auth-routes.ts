import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  changePasswordRequestSchema,
  sessionSchema,
  setPasswordRequestSchema,
  signInRequestSchema,
} from '#shared/contract/auth.ts';
import { actorSchema } from '#shared/domain/actor.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { type AuthDeps, changePassword, setPassword, signIn, signOut } from '../auth/auth.ts';
import { refuse } from './refusal.ts';
import type { SignedInGuard } from './signed-in.ts';

const tags = ['auth'];
const doneSchema = z.object({ done: z.literal(true) });
const done = { done: true } as const;

export const authRoutes =
  (auth: AuthDeps, guard: SignedInGuard): FastifyPluginAsync =>
  async (instance) => {
    const app = instance.withTypeProvider<ZodTypeProvider>();

    app.post(
      '/auth/sign-in',
      {
        schema: {
          tags,
          summary: 'Signs in and enrols the desk',
          body: signInRequestSchema,
          response: { 200: sessionSchema },
        },
      },
      async (request, reply) => {
        const session = await signIn(auth, request.body, request.ip);
        return session.ok ? session.value : refuse(request, reply, session.error);
      },
    );

    app.post(
      '/auth/sign-out',
      {
        onRequest: guard.requiredForPassword,
        schema: { tags, summary: 'Ends this session', response: { 200: doneSchema } },
      },
      async (request) => {
        await signOut(auth, guard.of(request));
        return done;
      },
    );

    app.get(
      '/auth/me',
      {
        onRequest: guard.requiredForPassword,
        schema: {
          tags,
          summary: 'Who this session speaks for now',
          response: {
            200: z.object({
              actor: actorSchema,
              deskId: idSchema,
              expiresAt: z.int(),
              mustChangePassword: z.boolean(),
            }),
          },
        },
      },
      async (request) => {
        const { actor, deskId, expiresAt, mustChangePassword } = guard.of(request);
        return { actor, deskId, expiresAt, mustChangePassword };
      },
    );

    app.post(
      '/auth/password',
      {
        onRequest: guard.requiredForPassword,
        schema: {
          tags,
          summary: 'Changes one’s own password',
          body: changePasswordRequestSchema,
          response: { 200: doneSchema },
        },
      },
      async (request, reply) => {
        const { current, next } = request.body;
        const changed = await changePassword(auth, guard.of(request), current, next);
        return changed.ok ? done : refuse(request, reply, changed.error);
      },
    );

    app.post(
      '/admin/password',
      {
        onRequest: guard.required,
        schema: {
          tags,
          summary: 'Gives an account a password',
          body: setPasswordRequestSchema,
          response: { 200: doneSchema },
        },
      },
      async (request, reply) => {
        const { accountId, password } = request.body;
        const set = await setPassword(auth, guard.of(request), accountId, password);
        return set.ok ? done : refuse(request, reply, set.error);
      },
    );
  };
