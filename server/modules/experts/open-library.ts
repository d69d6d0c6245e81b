// The whole library, opened, in this process's memory: names may stand in no index of the database, so that they are looked through here. A
// version once opened stays opened; a question reads the numbers of all versions and the bodies of those that are new.
import { experts, openPerson } from '#shared/domain/experts/library/model.ts';
import { nameForMatching, type Person } from '#shared/domain/experts/library/person.ts';
import type { Vault } from '#shared/domain/vault.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { comparable, searchText } from '#shared/replica-format/terms.ts';
import { fetchRows, fetchSetVersions, type StoreTables, tableOf } from '../../command/entity-store.ts';
import type { Sql } from '../../db/database.ts';

export type OpenExpert = {
  readonly id: Id;
  readonly version: number;
  readonly expertNo: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly person: Person;
  /** By which it is found: name, initials and pinyin, employer, number. */
  readonly words: string;
  readonly employer: string;
  readonly matchingName: string;
  readonly pinyin: string;
};

export class OpenLibrary {
  #experts: ReadonlyMap<Id, OpenExpert> = new Map();
  #keyId: string | undefined;

  /** Everybody, removed persons included. Throws VaultError where a row is damaged. */
  async read(sql: Sql, tables: StoreTables | undefined, vault: Vault): Promise<ReadonlyMap<Id, OpenExpert>> {
    const table = tableOf(experts.name, tables);
    const present = await fetchSetVersions(sql, table, {});
    const known = this.#keyId === vault.keyId ? this.#experts : new Map<Id, OpenExpert>();
    const wanted = present.filter(({ id, version }) => known.get(id)?.version !== version);
    const fetched = new Map<Id, OpenExpert>();
    for (let start = 0; start < wanted.length; start += rowsAtOnce) {
      const ids = wanted.slice(start, start + rowsAtOnce).map(({ id }) => id);
      for (const { id, version, row } of await fetchRows(sql, table, ids)) {
        fetched.set(id, opened(vault, version, experts.schema.parse(row)));
      }
    }
    const now = present.flatMap(({ id }) => {
      const expert = fetched.get(id) ?? known.get(id);
      return expert === undefined ? [] : [[id, expert] as const];
    });
    this.#experts = new Map(now);
    this.#keyId = vault.keyId;
    return this.#experts;
  }
}

const rowsAtOnce = 2000;

function opened(
  vault: Vault,
  version: number,
  row: Parameters<typeof openPerson>[1] & Pick<OpenExpert, 'expertNo' | 'createdAt' | 'updatedAt'>,
): OpenExpert {
  const person = openPerson(vault, row);
  const { name, employer } = person.content;
  const [, initials = '', whole = ''] = searchText([name]).split('\n');
  return {
    id: row.id,
    version,
    expertNo: row.expertNo,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    person,
    words: `${searchText([name, employer])}\n${comparable(row.expertNo)}\n${initials}`,
    employer: comparable(employer),
    matchingName: nameForMatching(person.content),
    pinyin: whole === '' ? comparable(name) : whole,
  };
}
