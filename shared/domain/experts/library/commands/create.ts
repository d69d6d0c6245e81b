// 专家入库, one person typed into the form.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { admitted, loadKnown } from '../admit.ts';
import { keepers } from '../keepers.ts';
import { libraryCommand } from '../library-command.ts';
import { expertContentSchema } from '../person.ts';

/** Refusals: already_exists (field idNumber: expert_known), library_full. */
export const createExpert = libraryCommand({
  name: 'experts.create',
  confidential: true,
  roles: keepers,
  input: z.strictObject({ id: idSchema, content: expertContentSchema }),
  load: (input, { vault }) => loadKnown([input], vault),
  decide: ({ library, state: known }, input, ctx) =>
    admitted([input], { library, known }, () => 'content.idNumber', ctx),
});
