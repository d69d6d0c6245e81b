// Copies of every table of the server's database beside the tables themselves: one to begin each history from, one that stands for the
// operator's backup. Copying a few hundred small rows inside the database is what makes a thousand histories affordable.
import type { Database } from '#server/db/database.ts';

export type TableCopies = {
  /** The tables as they are now. */
  save(): Promise<void>;
  /** The tables as they were when saved. */
  load(): Promise<void>;
};

/** `schema` is a name of our own; what is in it already is replaced. */
export async function tableCopies(database: Database, schema: string): Promise<TableCopies> {
  const tables = await columnsByTable(database);
  await database.exec(
    [
      `DROP SCHEMA IF EXISTS ${schema} CASCADE`,
      `CREATE SCHEMA ${schema}`,
      ...[...tables.keys()].map(
        (table) => `CREATE TABLE ${schema}.${table} AS TABLE public.${table} WITH NO DATA`,
      ),
    ].join(';\n'),
  );
  const script = (from: string, into: string) =>
    [...tables]
      .map(
        ([table, columns]) =>
          `DELETE FROM ${into}.${table};\nINSERT INTO ${into}.${table} (${columns}) SELECT ${columns} FROM ${from}.${table};`,
      )
      .join('\n');
  const saving = script('public', schema);
  const loading = script(schema, 'public');
  const run = (text: string) => database.transaction((tx) => tx.exec(text));
  return { save: () => run(saving), load: () => run(loading) };
}

async function columnsByTable(database: Database): Promise<ReadonlyMap<string, string>> {
  const { rows } = await database.query<{ table_name: string; columns: string }>(
    `SELECT c.table_name, string_agg(quote_ident(c.column_name), ', ' ORDER BY c.ordinal_position) AS columns
     FROM information_schema.columns c
     JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
       AND c.table_name <> 'schema_migrations'
     GROUP BY c.table_name ORDER BY c.table_name`,
  );
  return new Map(rows.map(({ table_name, columns }) => [table_name, columns]));
}
