// Gives a stored file to one who may have it, whole or a range of it. Who that is, and what it is called, the caller has settled.
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { byteRange } from './byte-range.ts';
import type { StoredFile } from './file-store.ts';

export function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { path, size }: StoredFile,
  sha256: string,
): FastifyReply {
  const tag = `"${sha256}"`;
  reply.header('accept-ranges', 'bytes').header('etag', tag);
  // A range of another state of it would not fit what was downloaded before.
  const ifRange = request.headers['if-range'];
  const range = ifRange === undefined || ifRange === tag ? byteRange(request.headers.range, size) : undefined;
  if (range === 'unsatisfiable') {
    return reply
      .code(416)
      .header('content-range', `bytes */${size}`)
      .header('cache-control', 'no-store')
      .removeHeader('content-disposition')
      .type('application/json; charset=utf-8')
      .send(JSON.stringify({ error: { code: 'invalid_input' }, requestId: request.id }));
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  if (range !== undefined) reply.code(206).header('content-range', `bytes ${start}-${end}/${size}`);
  reply.header('content-length', end - start + 1);
  if (request.method === 'HEAD') return reply.send(null);
  return reply.send(size === 0 ? Readable.from([]) : createReadStream(path, { start, end }));
}
