// Gives a made answer to one visitor: what may be kept and for how long, unchanged or anew, plain or packed, and what a browser may do with it.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Made } from './packed-answer.ts';

/** Nothing but our own style and pictures; no script, no frame, forms to ourselves. */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function setPageHeaders(reply: FastifyReply): FastifyReply {
  return reply.header('content-security-policy', policy).header('referrer-policy', 'same-origin');
}

const worthPacking = 500;

export type Keeping = {
  /** `checked`: ask whether it is still right; `forever`: its address changes with its content. */
  readonly keep: 'checked' | 'forever';
  /** Pages of other sites may read it by their scripts. */
  readonly forOthers?: boolean;
};

export async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, body, packed, tag }: Made,
  { keep, forOthers = false }: Keeping,
): Promise<FastifyReply> {
  const asPacked = body.length > worthPacking && acceptsGzip(request.headers['accept-encoding']);
  setPageHeaders(reply)
    .header('etag', `"${tag}${asPacked ? '-gz' : ''}"`)
    .header('vary', 'accept-encoding')
    .header(
      'cache-control',
      keep === 'forever' ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
    );
  if (forOthers) {
    reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
  }
  if (isKnown(request.headers['if-none-match'], tag)) return reply.code(304).send();
  if (asPacked) reply.header('content-encoding', 'gzip');
  return reply.type(type).send(asPacked ? await packed() : body);
}

/** Whether the visitor has these words already, in whichever packing. */
export function isKnown(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((each) => {
    const given = each.trim().replace(/^W\//, '');
    return given === '*' || given === `"${tag}"` || given === `"${tag}-gz"`;
  });
}

function acceptsGzip(header: string | string[] | undefined): boolean {
  return String(header ?? '')
    .toLowerCase()
    .split(',')
    .some((offer) => /^\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*$)|$)/.test(offer));
}
