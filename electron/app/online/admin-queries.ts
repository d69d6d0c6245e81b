// What only the server knows: messages of the exchange, desks, the audit log. Asked each time and kept nowhere. The role is looked at here so that
// nobody waits for a refusal that is certain; the server's word counts all the same.

import { z } from 'zod';
import {
  announcementDifferenceSchema,
  eventDifferenceSchema,
  exchangeDifferenceSchema,
  exchangeRefusalSchema,
  type Place,
  receivedMessageSchema,
  sentMessageSchema,
} from '#shared/contract/administration.ts';
import type { QueryOutput, QueryParsed } from '#shared/contract/ipc.ts';
import { mayAdminister } from '#shared/domain/admin/access.ts';
import { auditEntries, desksList } from '#shared/domain/queries.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Account } from '../account.ts';
import type { TransportRequest } from '../ports.ts';
import type { Handlers } from '../query/handler.ts';
import { jsonRequest } from '../sync/server-call.ts';
import { exportMessages } from './export-messages.ts';
import { largeJson } from './large-json.ts';

type OnlineQuery =
  | 'exchange.messages'
  | 'exchange.received'
  | 'exchange.refusals'
  | 'exchange.differences'
  | 'exchange.announcementDifferences'
  | 'exchange.eventDifferences'
  | 'exchange.resend'
  | 'exchange.reconcile'
  | 'accounts.setPassword'
  | 'exchange.export'
  | 'desks.list'
  | 'audit.entries';

export const onlineHandlers: Handlers<OnlineQuery> = {
  'exchange.messages': {
    answer: readers(async ({ server }, { after, limit, ...filter }) => {
      const query = { ...filter, before: after, limit: limit + 1 };
      const answer = await largeJson(
        server,
        get(`/exchange/outbox${queryString(query)}`),
        z.array(sentMessageSchema),
      );
      if (!answer.ok) return answer;
      const items = answer.value.slice(0, limit).map((message) => ({ ...message, id: message.msgId }));
      const next = answer.value.length > limit ? (items.at(-1)?.id ?? null) : null;
      return ok({ items, total: null, next });
    }),
  },
  'exchange.received': {
    answer: readers(async ({ server }, input) => received(server, input)),
  },
  'exchange.refusals': {
    answer: readers(({ server }, input) =>
      placedPage(
        server,
        '/exchange/refusals',
        exchangeRefusalSchema,
        input,
        ({ lastAt: at, bucket: id }) => ({
          at,
          id,
        }),
      ),
    ),
  },
  'exchange.differences': {
    answer: readers(({ server }, input) =>
      placedPage(server, '/exchange/differences', exchangeDifferenceSchema, input, (row) => ({
        at: row.foundAt,
        id: `${row.platformId}/${row.planNo}`,
      })),
    ),
  },
  'exchange.announcementDifferences': {
    answer: readers(async ({ server }, input) => {
      const path = '/exchange/announcement-differences';
      const page = await placedPage(server, path, announcementDifferenceSchema, input, (row) => ({
        at: row.foundAt,
        id: `${row.platformId}/${row.announcementId}`,
      }));
      return comparedThere(page) ? page : ok({ items: [], total: null, next: null });
    }),
  },
  'exchange.eventDifferences': {
    answer: readers(async ({ server }, input) => {
      const path = '/exchange/event-differences';
      const page = await placedPage(server, path, eventDifferenceSchema, input, (row) => ({
        at: row.foundAt,
        id: `${row.platformId}/${row.lotUid}/${row.kind}`,
      }));
      return comparedThere(page) ? page : ok({ items: [], total: null, next: null });
    }),
  },
  'exchange.resend': {
    answer: administrators(async ({ server }, { msgId }) => {
      const request = jsonRequest(`/exchange/outbox/${encodeURIComponent(msgId)}/resend`, {});
      const answer = await largeJson(server, request, sentMessageSchema);
      return answer.ok ? ok({ item: answer.value }) : answer;
    }),
  },
  'exchange.reconcile': {
    answer: administrators(({ server }, { platformId }) =>
      server.json(jsonRequest('/exchange/reconcile', { platformId }), z.object({ plans: z.int() })),
    ),
  },
  'accounts.setPassword': {
    answer: administrators(async ({ server }, input) => {
      const answer = await server.json(jsonRequest('/admin/password', input), z.unknown());
      return answer.ok ? ok({}) : answer;
    }),
  },
  'exchange.export': {
    answer: readers(({ server }, { path, ...filter }) =>
      exportMessages(server, path, (before) =>
        get(`/exchange/outbox/export${queryString({ ...filter, before, limit: 500 })}`),
      ),
    ),
  },
  'desks.list': {
    answer: readers(async ({ server, replica }) => {
      const answer = await largeJson(server, jsonRequest('/query/desks.list', {}), desksList.output);
      if (!answer.ok) return answer;
      const nameOf = accountNames(replica.connection.db);
      const desks = answer.value.map((desk) => {
        const named = nameOf(desk.accountId);
        return { ...desk, username: named?.username ?? null, accountName: named?.name ?? null };
      });
      return ok({ desks });
    }),
  },
  'audit.entries': {
    answer: readers(async ({ server, replica }, { accountId, after, limit }) => {
      const input = {
        limit: limit + 1,
        ...(after === null ? {} : { before: after }),
        ...(accountId === null ? {} : { accountId }),
      };
      const answer = await largeJson(server, jsonRequest('/query/audit.entries', input), auditEntries.output);
      if (!answer.ok) return answer;
      const nameOf = accountNames(replica.connection.db);
      const items = answer.value.slice(0, limit).map((entry) => ({
        ...entry,
        id: String(entry.no),
        accountName: nameOf(entry.accountId)?.name ?? null,
      }));
      const next = answer.value.length > limit ? (items.at(-1)?.no ?? null) : null;
      return ok({ items, total: null, next });
    }),
  },
};

/** Administrators and auditors. */
function readers<Input, Output>(work: (account: Account, input: Input) => Promise<Result<Output>>) {
  return (account: Account, input: Input): Promise<Result<Output>> | Result<Output> =>
    mayAdminister(account.actor) ? work(account, input) : err({ code: 'not_allowed' });
}

function administrators<Input, Output>(work: (account: Account, input: Input) => Promise<Result<Output>>) {
  return (account: Account, input: Input): Promise<Result<Output>> | Result<Output> =>
    account.actor.role === 'administrator' ? work(account, input) : err({ code: 'not_allowed' });
}

/**
 * The server goes on below a time, and several messages may have come in the same millisecond: it is asked from the last one's time on, and what was
 * already shown is passed over.
 */
async function received(
  server: Account['server'],
  { after, limit, state, platformId }: QueryParsed<'exchange.received'>,
): Promise<Result<QueryOutput<'exchange.received'>>> {
  const sameMoment = 100;
  const path = `/exchange/inbox-messages${queryString({
    state,
    platformId,
    receivedBefore: after === null ? null : after.receivedAt + 1,
    limit: limit + 1 + (after === null ? 0 : sameMoment),
  })}`;
  const answer = await largeJson(server, get(path), z.array(receivedMessageSchema));
  if (!answer.ok) return answer;
  const rest = answer.value.filter(
    ({ receivedAt, msgId }) => after === null || receivedAt < after.receivedAt || msgId < after.msgId,
  );
  const items = rest.slice(0, limit).map((row) => ({ ...row, id: `${row.platformId}/${row.msgId}` }));
  const last = items.at(-1);
  const next =
    rest.length > limit && last !== undefined ? { receivedAt: last.receivedAt, msgId: last.msgId } : null;
  return ok({ items, total: null, next });
}

/** `placeOf` says a row's place as the server orders them. */
async function placedPage<Row extends object>(
  server: Account['server'],
  path: string,
  schema: z.ZodType<Row>,
  { after, limit }: QueryParsed<'exchange.refusals'>,
  placeOf: (row: Row) => Place,
) {
  const query = queryString({ limit: limit + 1, before: after?.at ?? null, beforeId: after?.id ?? null });
  const answer = await largeJson(server, get(path + query), z.array(schema));
  if (!answer.ok) {
    // A server of the version before gives the first page alone.
    const older = after !== null && answer.error.code === 'invalid_input';
    return older ? err<AppError>({ code: 'server_too_old' }) : answer;
  }
  const items = answer.value.slice(0, limit).map((row) => ({ ...row, id: placeOf(row).id }));
  const last = answer.value[limit - 1];
  const next = answer.value.length > limit && last !== undefined ? placeOf(last) : null;
  return ok({ items, total: null, next });
}

function get(path: string): TransportRequest {
  return { method: 'GET', path, headers: {} };
}

function queryString(values: { readonly [name: string]: string | number | null }): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== null) query.set(name, String(value));
  return `?${query.toString()}`;
}

type Named = { readonly username: string; readonly name: string };

function accountNames(db: Account['replica']['connection']['db']): (id: string) => Named | undefined {
  const statement = db.prepare<[string], Named>(
    "SELECT username, json_extract(body, '$.name') AS name FROM accounts WHERE id = ?",
  );
  return (id) => statement.get(id);
}

/** A server of the version before compares less, and does not know the question. */
function comparedThere(page: Result<unknown>): boolean {
  return page.ok || page.error.code !== 'not_found';
}
