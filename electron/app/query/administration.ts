// What administrators keep that stands in the replica, and what everyone's forms choose from. Rows of scope "everyone" are shown to everyone;
// accounts to those who keep or check them.
import { mayAdminister } from '#shared/domain/admin/access.ts';
import {
  accounts,
  calendarYears,
  numberPatterns,
  organisations,
  platforms,
  settings,
} from '#shared/domain/admin/model.ts';
import { settingDefinitions, settingKeys } from '#shared/domain/admin/settings.ts';
import type { Entity, Row } from '#shared/domain/entity.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { Account } from '../account.ts';
import type { Replica } from '../db/replica/replica.ts';
import type { Handlers } from './handler.ts';
import { marksOf } from './marks.ts';
import { parse, record } from './records.ts';

export const administrationHandlers: Handlers<
  | 'organisations.get'
  | 'accounts.get'
  | 'settings.list'
  | 'calendarYears.list'
  | 'numberPatterns.list'
  | 'platforms.list'
  | 'platforms.active'
> = {
  'organisations.get': {
    answer(account, { id }) {
      const found = record(account, organisations, id);
      if (!found.ok) return found;
      const { row: organisation, version } = found.value;
      return ok({ organisation, version, mark: marksOf(account)('organisations', id) });
    },
  },
  'accounts.get': {
    answer(account, { id }) {
      if (!mayAdminister(account.actor)) return err({ code: 'not_allowed' });
      const found = record(account, accounts, id);
      if (!found.ok) return found;
      const { row, version } = found.value;
      return ok({ account: row, version, mark: marksOf(account)('accounts', id) });
    },
  },
  'settings.list': {
    answer(account) {
      const mark = marksOf(account);
      const stored = new Map(allRows(account.replica, settings).map((row) => [row.id, row]));
      return ok({
        settings: settingKeys.map((key) => {
          const row = stored.get(key);
          const { schema, fallback } = settingDefinitions[key];
          const isDefault = row === undefined || !schema.safeParse(row.value).success;
          return {
            key,
            // What is sent is plain data of its own: the window may not change the program's defaults.
            value: structuredClone(isDefault ? plain(fallback) : row.value),
            isDefault,
            updatedAt: row?.updatedAt ?? null,
            mark: mark('settings', key),
          };
        }),
      });
    },
  },
  'calendarYears.list': {
    answer: (account) => ok({ years: markedRows(account, calendarYears) }),
  },
  'numberPatterns.list': {
    answer: (account) => ok({ patterns: markedRows(account, numberPatterns) }),
  },
  'platforms.list': {
    answer: (account) => ok({ platforms: markedRows(account, platforms) }),
  },
  'platforms.active': {
    answer: ({ replica }) =>
      ok({
        platforms: allRows(replica, platforms)
          .filter(({ active }) => active)
          .map(({ id, name, regionCode }) => ({ id, name, regionCode })),
      }),
  },
};

/** All rows of a small table, by id. */
export function allRows<R extends Row>(replica: Replica, kind: Entity<R>): readonly R[] {
  const bodies = replica.table(kind.name)?.bodies({}) ?? [];
  return bodies
    .flatMap((body) => {
      const row = parse(kind, body);
      return row.ok ? [row.value] : [];
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function markedRows<R extends Row>(account: Account, kind: Entity<R>) {
  const mark = marksOf(account);
  return allRows(account.replica, kind).map((row) => ({ ...row, mark: mark(kind.name, row.id) }));
}

function plain(value: unknown) {
  return JSON.parse(JSON.stringify(value));
}
