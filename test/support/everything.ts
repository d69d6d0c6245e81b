// All that a server keeps and says, as one text, for tests that look for words that may be nowhere in it.
import { hash } from 'node:crypto';
import type { TestServer } from './server.ts';

/** Every row of every table, and the log. */
export async function everythingIn({ held: { database }, logged }: TestServer): Promise<string> {
  const { rows } = await database.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  const tables: string[] = [];
  for (const { name } of rows) {
    const all = await database.query<{ text: string }>(`SELECT row_to_json(t)::text AS text FROM ${name} t`);
    tables.push(all.rows.map(({ text }) => text).join('\n'));
  }
  return [...tables, ...logged].join('\n');
}

/** A word as it may stand somewhere: itself, encoded, escaped, hashed bare. */
export function formsOf(word: string): readonly string[] {
  return [
    word,
    Buffer.from(word).toString('base64').replace(/=+$/, ''),
    Buffer.from(word).toString('hex'),
    Buffer.from(word, 'utf16le').toString('hex'),
    JSON.stringify(word).slice(1, -1),
    hash('sha256', word, 'hex'),
    hash('md5', word, 'hex'),
  ];
}
