// A transport that answers a first sync out of its own head, so that a replica of any size can be had without a server: it signs anybody in
// as 采购办 of all regions and sends made-up rows, page by page.

import { demoRegions } from '#demo/data/regions.ts';
import type { Transport, TransportRequest, TransportResponse } from '#electron/app/ports.ts';
import { fullCoverage, noCoverage } from '#shared/contract/coverage.ts';
import { type PullEnd, pullRequestSchema, type TypeDigests } from '#shared/contract/sync.ts';
import { type Actor, scopesOf } from '#shared/domain/actor.ts';
import { type Digest, emptyDigest, rowDigest, xorDigest } from '#shared/kernel/digest.ts';
import type { MadeUp } from '../made-up.ts';
import { pullLine, scopesOfRow } from '../rows.ts';

const epoch = '018f0000-0000-7000-8000-000000000001';
const actor: Actor = {
  accountId: '018f0000-0000-7000-8000-000000000002',
  name: '示例',
  role: 'procurement_office',
  organisationId: null,
  regionCodes: demoRegions.map(({ code }) => code),
  platformId: null,
};
const held = scopesOf(actor);

/** `rows` of each kind, one kind after the other. */
export function madeUpServer(rows: number, kinds: readonly MadeUp[]): Transport {
  const sums = kinds.map(
    () =>
      new Map<string, { count: number; digest: Digest }>(
        held.map((scope) => [scope, { count: 0, digest: emptyDigest }]),
      ),
  );
  const total = rows * kinds.length;
  let counted = 0;
  return {
    origin: 'http://made-up.invalid',
    async request(request) {
      if (request.path === '/sync/pull') return page(request);
      if (request.path === '/auth/sign-in') {
        return json({
          token: 'made-up',
          expiresAt: Date.now() + 86_400_000,
          actor,
          mustChangePassword: false,
        });
      }
      return json({ error: { code: 'not_found' }, requestId: 'none' }, 404);
    },
  };

  function page({ body }: TransportRequest): TransportResponse {
    const { types, state, limit } = pullRequestSchema.parse(JSON.parse(String(body)));
    const from = state.cursor === null ? 0 : state.gaining === null ? total : Number(state.gaining.after);
    return { status: 200, headers: {}, body: lines(types, from, Math.min(total, from + limit)) };
  }

  async function* lines(types: readonly string[], from: number, to: number): AsyncIterable<Uint8Array> {
    let text = '';
    for (let at = from; at < to; at += 1) {
      const place = Math.floor(at / rows);
      const made = kinds[place];
      if (made === undefined) continue;
      const row = made.rowAt(at % rows);
      // A page that broke off is asked for again.
      if (at >= counted) {
        count(place, row.id, scopesOfRow(made.kind, row));
        counted = at + 1;
      }
      text += `${pullLine(made.kind, row)}\n`;
      if (text.length < 60_000) continue;
      yield Buffer.from(text);
      text = '';
    }
    yield Buffer.from(`${text}${JSON.stringify(endOf(types, to))}\n`);
  }

  function count(place: number, id: string, scopes: readonly string[]): void {
    const digest = rowDigest(id, 1);
    for (const scope of scopes) {
      const sum = sums[place]?.get(scope);
      if (sum === undefined) continue;
      sum.count += 1;
      sum.digest = xorDigest(sum.digest, digest);
    }
  }

  function endOf(types: readonly string[], to: number): PullEnd {
    const done = to >= total;
    const of = fullCoverage(types, held);
    const digests: TypeDigests = Object.fromEntries(
      kinds.map(({ kind }, place) => [
        kind.name,
        Object.fromEntries(
          [...(sums[place] ?? [])].map(([scope, { count: n, digest }]) => [scope, [n, digest.hi, digest.lo]]),
        ),
      ]),
    );
    const entity = kinds[Math.floor(Math.max(0, to - 1) / rows)]?.kind.name ?? '';
    return {
      end: true,
      state: {
        epoch,
        cursor: 1,
        held: done ? of : noCoverage,
        gaining: done ? null : { of, entity, after: String(to) },
      },
      lost: noCoverage,
      more: !done,
      head: 1,
      now: Date.now(),
      digests: done ? digests : null,
    };
  }
}

function json(value: unknown, status = 200): TransportResponse {
  return { status, headers: {}, body: bytes(JSON.stringify(value)) };
}

async function* bytes(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text);
}
