import type { FastifyRequest } from 'fastify';
import type { Instant } from '#shared/kernel/dates.ts';
import type { Database } from '../db/database.ts';
import type { FileStore } from '../files/file-store.ts';

/** What the website needs of the server. */
export type Site = {
  readonly database: Database;
  readonly files: Pick<FileStore, 'findPublic'>;
  clock(): Instant;
  /** Where visitors find it, without a slash behind; undefined: wherever they say they are. */
  readonly address: string | undefined;
  reportBug(route: string, error: unknown): void;
};

const plainHost = /^[a-z0-9.-]{1,253}(:\d{1,5})?$|^\[[0-9a-f:]{2,45}\](:\d{1,5})?$/i;

/** For addresses in feeds, which are read elsewhere. A host that is none is left out. */
export function originOf({ address }: Site, request: FastifyRequest): string {
  if (address !== undefined) return address;
  const { host, protocol } = request;
  return plainHost.test(host) ? `${protocol}://${host.toLowerCase()}` : '';
}
