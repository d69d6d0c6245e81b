// The feed is the one order: numbers from 1 without gap or repeat, versions of each row one after another, and the rows themselves are
// what the feed ends with.
import type { ServerTables } from '../read-server.ts';

export function feedIsWhole({ feed, head, rows }: ServerTables): readonly string[] {
  const problems: string[] = [];
  let expected = 0;
  let place = -1;
  for (const { seq, n } of feed) {
    if (seq !== expected) {
      if (seq !== expected + 1 || n !== 0) problems.push(`feed: ${seq}/${n} follows ${expected}/${place}`);
    } else if (n !== place + 1) {
      problems.push(`feed: ${seq}/${n} follows ${expected}/${place}`);
    }
    expected = seq;
    place = n;
  }
  if (expected !== head) problems.push(`feed: ends at ${expected}, its head says ${head}`);
  const last = new Map<string, (typeof feed)[number]>();
  for (const entry of feed) {
    const key = `${entry.entity}/${entry.id}`;
    const before = last.get(key)?.version ?? 0;
    if (entry.version !== before + 1) problems.push(`feed: ${key} goes from v${before} to v${entry.version}`);
    last.set(key, entry);
  }
  for (const [entity, stored] of rows) {
    for (const row of stored) {
      const entry = last.get(`${entity}/${row.id}`);
      last.delete(`${entity}/${row.id}`);
      if (entry?.op !== 'put' || entry.version !== row.version || entry.text !== row.text) {
        problems.push(`feed: ${entity}/${row.id} v${row.version} is not what the feed ends with`);
      } else if (entry.scopes.join() !== row.scopes.join()) {
        problems.push(`feed: ${entity}/${row.id} has other scopes in the feed`);
      }
    }
  }
  for (const [key, entry] of last) {
    if (entry.op === 'put') problems.push(`feed: ${key} v${entry.version} is in the feed and in no table`);
  }
  return problems;
}
