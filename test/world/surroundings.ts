// What a world stands on: made once (world-template.ts), shared by the worlds that follow one another on it.
import type { Database } from '#server/db/database.ts';
import type { PublicKey } from '#server/exchange/keys.ts';
import type { ServerSettings } from '#server/settings.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import type { CentreStore } from './centre.ts';
import type { DeskName } from './people.ts';
import type { TableCopies } from './table-copies.ts';

export type Surroundings = {
  /** Whether worlds begin with the version before, on every desk and the server. */
  readonly older: boolean;
  readonly database: Database;
  readonly backup: TableCopies;
  /** For the server's keys and files. */
  readonly serverFolder: string;
  readonly serverSettings: Partial<ServerSettings>;
  readonly serverId: string;
  readonly serverKeys: readonly PublicKey[];
  readonly platformIds: readonly string[];
  /** When histories begin, and after which sequence number. */
  readonly startsAt: Instant;
  readonly startsAtSeq: number;
  /** The files that a desk begins with; undefined before there are any. */
  deskImage(name: DeskName): string | undefined;
  centreRecords(): CentreStore;
};
