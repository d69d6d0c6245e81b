import { passwordSchema } from '#shared/contract/auth.ts';
import { appText } from '#shared/text/index.ts';

/** Why the new password will not be taken; null when it will. */
export function passwordProblem(current: string, next: string): string | null {
  if (!passwordSchema.safeParse(next).success) return appText.password.tooShort;
  return next === current ? appText.password.same : null;
}
