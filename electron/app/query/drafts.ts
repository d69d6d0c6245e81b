// Contents of open forms, kept beside the outbox within a second of typing. They are nobody's but this desk's, and no command.
import { ok } from '#shared/kernel/result.ts';
import type { Account } from '../account.ts';
import type { Handlers } from './handler.ts';

type DraftRow = {
  readonly key: string;
  readonly form: string;
  readonly body: string;
  readonly saved_at: number;
};

export const draftHandlers: Handlers<'drafts.save' | 'drafts.get' | 'drafts.list' | 'drafts.remove'> = {
  'drafts.save': {
    answer(account, { key, form, body }) {
      const savedAt = account.ports.clock();
      const text = JSON.stringify(body ?? null);
      account.outboxConnection.write(() =>
        db(account)
          .prepare<[string, string, string, number]>(
            `INSERT INTO drafts (key, form, body, saved_at) VALUES (?, ?, ?, ?)
             ON CONFLICT (key) DO UPDATE SET form = excluded.form, body = excluded.body, saved_at = excluded.saved_at`,
          )
          .run(key, form, text, savedAt),
      );
      return ok({ savedAt });
    },
  },
  'drafts.get': {
    answer(account, { key }) {
      const row = db(account).prepare<[string], DraftRow>('SELECT * FROM drafts WHERE key = ?').get(key);
      if (row === undefined) return ok({ draft: null });
      const body: unknown = JSON.parse(row.body);
      return ok({ draft: { key, form: row.form, body, savedAt: row.saved_at } });
    },
  },
  'drafts.list': {
    answer(account, { form }) {
      const rows = db(account)
        .prepare<[], Omit<DraftRow, 'body'>>('SELECT key, form, saved_at FROM drafts ORDER BY saved_at DESC')
        .all();
      const wanted = rows.filter((row) => form === null || row.form === form);
      return ok({
        drafts: wanted.map(({ key, form: of, saved_at }) => ({ key, form: of, savedAt: saved_at })),
      });
    },
  },
  'drafts.remove': {
    answer(account, { key }) {
      account.outboxConnection.write(() =>
        db(account).prepare<[string]>('DELETE FROM drafts WHERE key = ?').run(key),
      );
      return ok({});
    },
  },
};

function db(account: Account) {
  return account.outboxConnection.db;
}
