// Attachments: into the store, and back from the server.
import { ok } from '#shared/kernel/result.ts';
import type { Handlers } from './handler.ts';

export const fileHandlers: Handlers<'files.add' | 'files.list' | 'files.giveUp' | 'files.fetch'> = {
  'files.add': {
    answer: (_account, { path, fileName, mediaType }, desk) => desk.files.add(path, fileName, mediaType),
  },
  'files.list': { answer: (_account, { hashes }, desk) => ok({ files: [...desk.files.list(hashes)] }) },
  'files.giveUp': {
    answer: (_account, { sha256 }, desk) => {
      desk.files.giveUp(sha256);
      return ok({});
    },
  },
  'files.fetch': { answer: (_account, { sha256 }, desk) => desk.files.fetch(sha256) },
};
