// A desk at rest holds exactly what its account may see: table by table the server's rows filtered by the account's scopes, the same
// versions and bodies, the same digests, nothing left over of commands that are settled.
import { fullCoverage, sameCoverage } from '#shared/contract/coverage.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { scopesOf } from '#shared/domain/actor.ts';
import { emptyDigest, rowDigest, sameDigest, xorDigest } from '#shared/kernel/digest.ts';
import type { ReplicaTables } from '../read-desk.ts';
import type { ServerRow, ServerTables } from '../read-server.ts';

type Sum = readonly [count: number, hi: number, lo: number];

export function replicaEqualsServer(
  desk: string,
  actor: Actor,
  replica: ReplicaTables,
  server: ServerTables,
  types: readonly string[],
): readonly string[] {
  const problems: string[] = [];
  const scopes = new Set(scopesOf(actor));
  const should = fullCoverage(types, scopes);
  for (const [entity, all] of server.rows) {
    const visible = new Map(
      all
        .filter((row) => types.includes(entity) && row.scopes.some((scope) => scopes.has(scope)))
        .map((row) => [row.id, row]),
    );
    const held = new Map((replica.rows.get(entity) ?? []).map((row) => [row.id, row]));
    for (const [id, row] of visible) {
      const ours = held.get(id);
      if (ours === undefined) {
        problems.push(`${desk}: ${entity} ${id} v${row.version} is missing in the replica`);
      } else if (ours.version !== row.version) {
        problems.push(`${desk}: ${entity} ${id} has v${ours.version}, the server v${row.version}`);
      } else if (ours.body !== row.text) {
        problems.push(`${desk}: ${entity} ${id} v${row.version} has another body than the server's`);
      } else if (ours.scopes.join() !== row.scopes.join()) {
        problems.push(`${desk}: ${entity} ${id} has scopes ${ours.scopes.join()}, not ${row.scopes.join()}`);
      }
    }
    for (const [id, row] of held) {
      if (!visible.has(id)) problems.push(`${desk}: ${entity} ${id} v${row.version} is not for these eyes`);
    }
  }
  if (replica.baseRows > 0 || replica.overlays > 0) {
    problems.push(`${desk}: ${replica.baseRows} base images and ${replica.overlays} overlays are left over`);
  }
  const { state } = replica;
  if (state === null || state.cursor !== server.head) {
    problems.push(`${desk}: cursor ${state?.cursor ?? 'none'}, head ${server.head}`);
  } else if (state.gaining !== null || !sameCoverage(state.held, should)) {
    problems.push(`${desk}: holds ${JSON.stringify(state.held)}, should hold ${JSON.stringify(should)}`);
  }
  for (const [entity, rows] of replica.rows) {
    for (const scope of scopes) {
      const expected = sumOf(scope, rows);
      const kept = replica.digests.get(`${entity} ${scope}`) ?? [0, 0, 0];
      if (!same(expected, kept))
        problems.push(`${desk}: digest of ${entity} ${scope} is ${kept}, counted ${expected}`);
    }
  }
  return problems;
}

/** The server's own sums are what its rows add up to. */
export function serverDigestsHold(server: ServerTables): readonly string[] {
  const pairs = new Set(server.digests.keys());
  for (const [entity, rows] of server.rows) {
    for (const { scopes } of rows) for (const scope of scopes) pairs.add(`${entity} ${scope}`);
  }
  return [...pairs].flatMap((pair) => {
    const [entity = '', scope = ''] = pair.split(' ');
    const expected = sumOf(scope, server.rows.get(entity) ?? []);
    const kept = server.digests.get(pair) ?? [0, 0, 0];
    return same(expected, kept) ? [] : [`server: digest of ${pair} is ${kept}, counted ${expected}`];
  });
}

function sumOf(scope: string, rows: readonly Pick<ServerRow, 'id' | 'version' | 'scopes'>[]): Sum {
  let count = 0;
  let digest = emptyDigest;
  for (const { id, version, scopes } of rows) {
    if (!scopes.includes(scope)) continue;
    count += 1;
    digest = xorDigest(digest, rowDigest(id, version));
  }
  return [count, digest.hi, digest.lo];
}

function same([countA, hiA, loA]: Sum, [countB, hiB, loB]: Sum): boolean {
  return countA === countB && sameDigest({ hi: hiA, lo: loA }, { hi: hiB, lo: loB });
}
