// Files over HTTP: tus uploads under /files/, download by hash with ranges. A file is for whoever uploaded it or sees a row that names it; for
// everyone else it does not exist.
import { Readable } from 'node:stream';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { scopesOf } from '#shared/domain/actor.ts';
import { refuse } from '../http/refusal.ts';
import type { SignedInGuard } from '../http/signed-in.ts';
import { type FileStore, sha256Pattern } from './file-store.ts';
import { sendFile } from './send-file.ts';
import type { Uploads } from './uploads.ts';

const tags = ['files'];
const named = z.strictObject({ name: z.string().max(80) });

export const fileRoutes =
  (store: FileStore, uploads: Uploads, guard: SignedInGuard): FastifyPluginAsync =>
  async (instance) => {
    const app = instance.withTypeProvider<ZodTypeProvider>();
    // The bytes go straight to the disk; nothing else is taken as a body here.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
    const onRequest = guard.required;

    const byTus = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const answer = await uploads.handle(webRequest(request), guard.of(request).actor.accountId);
      if ('code' in answer) return refuse(request, reply, answer);
      reply.code(answer.status);
      for (const [name, value] of answer.headers) reply.header(name, value);
      return reply.send(answer.body === null ? null : Buffer.from(await answer.arrayBuffer()));
    };

    const begin = { onRequest, schema: { tags, summary: 'Begins an upload (tus 1.0); metadata: sha256' } };
    app.post('/files', begin, byTus);
    app.post('/files/', begin, byTus);

    app.route({
      method: ['PATCH', 'DELETE'],
      url: '/files/:name',
      onRequest,
      schema: { tags, summary: 'Continues or gives up an upload', params: named },
      async handler(request, reply) {
        const { accountId } = guard.of(request).actor;
        if (!(await uploads.owns(request.params.name, accountId)))
          return refuse(request, reply, { code: 'not_found' });
        return byTus(request, reply);
      },
    });

    const download = async (request: FastifyRequest, reply: FastifyReply, sha256: string) => {
      const { actor } = guard.of(request);
      const file = sha256Pattern.test(sha256)
        ? await store.find(sha256, actor.accountId, scopesOf(actor))
        : undefined;
      if (file === undefined) return refuse(request, reply, { code: 'not_found' });
      reply
        .header('cache-control', 'private, max-age=31536000, immutable')
        .header('content-disposition', 'attachment')
        .type('application/octet-stream');
      return sendFile(request, reply, file, sha256);
    };

    app.head(
      '/files/:name',
      {
        onRequest,
        schema: { tags, summary: 'Whether a file is there, or how far an upload has come', params: named },
      },
      async (request, reply) => {
        const { name } = request.params;
        if (sha256Pattern.test(name)) return download(request, reply, name);
        const { accountId } = guard.of(request).actor;
        if (!(await uploads.owns(name, accountId))) return refuse(request, reply, { code: 'not_found' });
        return byTus(request, reply);
      },
    );

    app.get(
      '/files/:name',
      { onRequest, schema: { tags, summary: 'A file by its SHA-256, whole or a range', params: named } },
      (request, reply) => download(request, reply, request.params.name),
    );
  };

/** tus decides by method, path, headers and the unread body. */
function webRequest(request: FastifyRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, String(value));
  }
  const body = request.method === 'POST' || request.method === 'PATCH' ? Readable.toWeb(request.raw) : null;
  // Node's stream and the platform's are one thing at run time; their types differ where both are known.
  const rest = (body === null ? {} : { body, duplex: 'half' }) as ConstructorParameters<typeof Request>[1];
  return new Request(new URL(request.url, 'http://localhost'), { method: request.method, headers, ...rest });
}
