// Who is asking. The token is looked at before the body is read; routes get the answer from here and nowhere else.
import type { FastifyRequest } from 'fastify';
import type { Result } from '#shared/kernel/result.ts';
import { type AuthDeps, authenticate, type SignedIn } from '../auth/auth.ts';
import { Refusal } from './refusal.ts';

export type SignedInGuard = {
  /** For `onRequest`: refuses who is not signed in, and who must change a password that someone else gave. */
  required(request: FastifyRequest): Promise<void>;
  /** As `required`, but open to those who must change their password. */
  requiredForPassword(request: FastifyRequest): Promise<void>;
  of(request: FastifyRequest): SignedIn;
  /** As `required`, as a value. */
  ask(request: FastifyRequest): Promise<Result<SignedIn>>;
};

const tokenPattern = /^Bearer ([A-Za-z0-9_-]{43})$/;

export function createGuard(auth: AuthDeps): SignedInGuard {
  const sessions = new WeakMap<FastifyRequest, SignedIn>();
  const identify = async (request: FastifyRequest): Promise<Result<SignedIn>> => {
    const token = tokenPattern.exec(request.headers.authorization ?? '')?.[1];
    return token === undefined ? { ok: false, error: { code: 'not_signed_in' } } : authenticate(auth, token);
  };
  const ask = async (request: FastifyRequest): Promise<Result<SignedIn>> => {
    const session = await identify(request);
    return session.ok && session.value.mustChangePassword
      ? { ok: false, error: { code: 'not_allowed', params: { reason: 'must_change_password' } } }
      : session;
  };
  const remember = (request: FastifyRequest, session: Result<SignedIn>): void => {
    if (!session.ok) throw new Refusal(session.error);
    sessions.set(request, session.value);
  };
  const of = (request: FastifyRequest): SignedIn => {
    const session = sessions.get(request);
    if (session === undefined) throw new Refusal({ code: 'not_signed_in' });
    return session;
  };
  return {
    ask,
    of,
    required: async (request) => remember(request, await ask(request)),
    requiredForPassword: async (request) => remember(request, await identify(request)),
  };
}
