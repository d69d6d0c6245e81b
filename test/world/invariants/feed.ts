// The history is the one order: numbers from 1 without gap, versions of each row one after another, and the rows themselves are what it ends
// with. The feed is the history above its mark, nothing less and nothing more, and never without the newest number.
import type { HistoryEntry, ServerTables } from '../read-server.ts';

export function historyIsWhole({ history, head, rows }: ServerTables): readonly string[] {
  const problems: string[] = [];
  let expected = 0;
  const last = new Map<string, HistoryEntry>();
  for (const entry of history) {
    if (entry.seq !== expected && entry.seq !== expected + 1)
      problems.push(`history: ${entry.seq} follows ${expected}`);
    expected = entry.seq;
    const key = `${entry.entity}/${entry.id}`;
    const before = last.get(key)?.version ?? 0;
    if (entry.version !== before + 1)
      problems.push(`history: ${key} goes from v${before} to v${entry.version}`);
    last.set(key, entry);
  }
  if (expected !== head) problems.push(`history: ends at ${expected}, the head says ${head}`);
  for (const [entity, stored] of rows) {
    for (const row of stored) {
      const entry = last.get(`${entity}/${row.id}`);
      last.delete(`${entity}/${row.id}`);
      if (entry?.op !== 'put' || entry.version !== row.version || entry.text !== row.text)
        problems.push(`history: ${entity}/${row.id} v${row.version} is not what the history ends with`);
    }
  }
  for (const [key, entry] of last) {
    if (entry.op === 'put')
      problems.push(`history: ${key} v${entry.version} is in the history and in no table`);
  }
  return problems;
}

export function feedIsWhole({ feed, history, trimmedUpto, head, rows }: ServerTables): readonly string[] {
  const problems: string[] = [];
  if (trimmedUpto >= head && head > 0)
    problems.push(`feed: trimmed up to ${trimmedUpto}, the head is ${head}`);
  let [seq, n] = [0, -1];
  for (const entry of feed) {
    [n, seq] = [entry.seq === seq ? n + 1 : 0, entry.seq];
    if (entry.n !== n) problems.push(`feed: ${seq}/${entry.n} stands in the place of ${seq}/${n}`);
  }
  const nameOf = (entry: Omit<HistoryEntry, 'at' | 'text'>) =>
    `${entry.seq} ${entry.op} ${entry.entity}/${entry.id} v${entry.version}`;
  const kept = new Set(feed.map(nameOf));
  for (const entry of history) {
    const is = kept.delete(nameOf(entry));
    if (is !== entry.seq > trimmedUpto)
      problems.push(`feed: ${nameOf(entry)} is ${is ? 'there' : 'missing'}, trimmed up to ${trimmedUpto}`);
  }
  for (const name of kept) problems.push(`feed: ${name} is in no history`);
  const scopes = new Map(feed.map((entry) => [`${entry.entity}/${entry.id}`, entry.scopes.join()]));
  for (const [entity, stored] of rows) {
    for (const row of stored) {
      const told = scopes.get(`${entity}/${row.id}`) ?? row.scopes.join();
      if (told !== row.scopes.join()) problems.push(`feed: ${entity}/${row.id} has other scopes in the feed`);
    }
  }
  return problems;
}
