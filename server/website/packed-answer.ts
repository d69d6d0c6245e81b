// An answer of the website before anybody in particular gets it: its bytes, plain and packed, and the tag of its content.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

export type Made = {
  readonly type: string;
  readonly body: Buffer;
  /** gzip; made when it is asked for, and once. */
  packed(): Promise<Buffer>;
  /** Of the plain body; the packed one has `-gz` behind it, as a strong tag names bytes. */
  readonly tag: string;
};

const pack = promisify(gzip);

export function make(type: string, text: string | Buffer): Made {
  const body = typeof text === 'string' ? Buffer.from(text) : text;
  const tag = createHash('sha256').update(body).digest('base64url').slice(0, 27);
  let packing: Promise<Buffer> | undefined;
  return {
    type,
    body,
    tag,
    packed() {
      packing ??= pack(body, { level: 5 });
      return packing;
    },
  };
}

export const types = {
  html: 'text/html; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  text: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
} as const;
