// From now on the library is sealed under another key. The rotation on the server does the sealing; this says so, in the same transaction, so that the
// audit chain has it and every process with the old key is refused.
import { z } from 'zod';
import { ok } from '#shared/kernel/result.ts';
import { command, put } from '../../../command.ts';
import { one } from '../../../load.ts';
import { refuse } from '../../../refuse.ts';
import { type ExpertLibrary, expertLibraries, expertLibrarySchema, libraryId } from '../model.ts';

const { keyId } = expertLibrarySchema.shape;

export const changeKey = command({
  name: 'experts.changeKey',
  authority: 'online',
  input: z.strictObject({ from: keyId, to: keyId }),
  access: {
    roles: ['system'],
    record: (_actor, library: ExpertLibrary | undefined) => library !== undefined,
  },
  *load() {
    return yield* one(expertLibraries, libraryId);
  },
  decide(library, { from, to }) {
    if (library === undefined) return refuse('not_found');
    if (library.keyId !== from) return refuse('library_locked');
    return ok([put(expertLibraries, { ...library, keyId: to })]);
  },
});
