// The queue of files to be sent, in outbox.db: it must outlive everything the commands that name them outlive.
import { z } from 'zod';
import { type AppError, appErrorSchema } from '#shared/kernel/errors.ts';
import type { Connection } from '../db/connection.ts';

const rowSchema = z
  .object({
    sha256: z.string(),
    file_name: z.string(),
    media_type: z.string(),
    size: z.int(),
    location: z.string().nullable(),
    sent: z.int(),
    state: z.enum(['waiting', 'done']),
    error: z.string().nullable(),
    added_at: z.int(),
  })
  .transform((row) => ({
    sha256: row.sha256,
    fileName: row.file_name,
    mediaType: row.media_type,
    size: row.size,
    location: row.location,
    sent: row.sent,
    state: row.state,
    error: errorOf(row.error),
    addedAt: row.added_at,
  }));
export type Upload = z.infer<typeof rowSchema>;

export class UploadList {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** In the order of the hashes, each once. */
  of(hashes: readonly string[]): readonly Upload[] {
    return [...new Set(hashes)].flatMap((sha256) => this.get(sha256) ?? []);
  }

  waiting(): readonly Upload[] {
    return this.#read("SELECT * FROM uploads WHERE state = 'waiting' ORDER BY size, added_at");
  }

  get(sha256: string): Upload | undefined {
    return this.#read('SELECT * FROM uploads WHERE sha256 = ?', sha256)[0];
  }

  /** Choosing it again is the way out where its copy here had been lost or changed. */
  giveUp(sha256: string): void {
    this.#write("DELETE FROM uploads WHERE sha256 = ? AND state = 'waiting'", [sha256]);
  }

  /** A file added twice is sent once. */
  add({
    sha256,
    fileName,
    mediaType,
    size,
    addedAt,
  }: Pick<Upload, 'sha256' | 'fileName' | 'mediaType' | 'size' | 'addedAt'>): void {
    this.#write(
      `INSERT INTO uploads (sha256, file_name, media_type, size, state, added_at) VALUES (?, ?, ?, ?, 'waiting', ?)
       ON CONFLICT (sha256) DO UPDATE SET file_name = excluded.file_name, media_type = excluded.media_type, error = NULL`,
      [sha256, fileName, mediaType, size, addedAt],
    );
  }

  begun(sha256: string, location: string): void {
    this.#write('UPDATE uploads SET location = ?, sent = 0, error = NULL WHERE sha256 = ?', [
      location,
      sha256,
    ]);
  }

  sent(sha256: string, bytes: number): void {
    this.#write('UPDATE uploads SET sent = ? WHERE sha256 = ?', [bytes, sha256]);
  }

  failed(sha256: string, error: AppError): void {
    this.#write('UPDATE uploads SET error = ? WHERE sha256 = ?', [JSON.stringify(error), sha256]);
  }

  done(sha256: string): void {
    this.#write("UPDATE uploads SET state = 'done', sent = size, error = NULL WHERE sha256 = ?", [sha256]);
  }

  #read(sql: string, ...values: readonly string[]): readonly Upload[] {
    return this.#connection.db
      .prepare<string[]>(sql)
      .all(...values)
      .map((row) => rowSchema.parse(row));
  }

  #write(sql: string, values: readonly (string | number)[]): void {
    this.#connection.write(() => this.#connection.db.prepare<(string | number)[]>(sql).run(...values));
  }
}

/** Written by another version it may be one that this one does not know. */
function errorOf(text: string | null): AppError | null {
  if (text === null) return null;
  const error = appErrorSchema.safeParse(JSON.parse(text));
  return error.success ? error.data : { code: 'internal' };
}
