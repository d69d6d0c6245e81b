import { scopesOf } from '#shared/domain/actor.ts';
import { actorOf } from '../../seed-steps.ts';
import { synced } from '../asking.ts';
import { expect } from '../outcome.ts';
import { serverTruth } from '../server-truth.ts';
import { everyDesk, type Step } from '../world.ts';

export const replicasEqual: Step = {
  title: '每个副本等于服务器上其权限内的数据',
  async run(world) {
    const replicas = [];
    for (const desk of everyDesk(world)) {
      await synced(desk);
      replicas.push({ desk, rows: await desk.rows() });
    }
    await world.server.stop();
    const truth = await serverTruth(world.server.folder, (database) => database.rows());
    const seen: string[] = [];
    for (const { desk, rows } of replicas) {
      const held = new Set(scopesOf(actorOf(desk.account)));
      const due = [...truth].filter(([, { scopes }]) => scopes.some((scope) => held.has(scope)));
      for (const [key, { version, body }] of due) {
        const row = rows.get(key);
        expect(row !== undefined, `${desk.title} misses ${key}`);
        expect(row.version === version && same(row.body, body), `${desk.title} holds another ${key}`);
      }
      expect(rows.size === due.length, `${desk.title} holds ${rows.size - due.length} rows too many`);
      seen.push(`${desk.title} ${rows.size}`);
    }
    return `逐行比对 ${seen.join('，')}`;
  },
};

/** Equal as JSON, whatever the order of the keys. */
function same(a: string, b: string): boolean {
  return canonical(a) === canonical(b);
}

function canonical(text: string): string {
  return JSON.stringify(JSON.parse(text), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
      : value,
  );
}
