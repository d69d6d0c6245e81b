// Signing in. Tokens are opaque and revocable; only their hash is kept on the server.
import { z } from 'zod';
import { actorSchema } from '#shared/domain/actor.ts';
import { idSchema } from '#shared/kernel/ids.ts';

export const signInRequestSchema = z.strictObject({
  username: z.string().min(1).max(40),
  password: z.string().min(1).max(200),
  deskId: idSchema,
});
export type SignInRequest = z.infer<typeof signInRequestSchema>;

export const sessionSchema = z.object({
  token: z.string(),
  expiresAt: z.int(),
  actor: actorSchema,
  mustChangePassword: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;

export const passwordSchema = z.string().min(10).max(200);
export const changePasswordRequestSchema = z.strictObject({
  current: z.string().min(1).max(200),
  next: passwordSchema,
});
/** An administrator gives an account a first or new password; it must be changed at the next sign-in. */
export const setPasswordRequestSchema = z.strictObject({ accountId: idSchema, password: passwordSchema });
