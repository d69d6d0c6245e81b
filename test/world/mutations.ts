// Faults put into a world on purpose. For each, the suite must find a history in which the examination sees it: a suite that cannot fail
// proves nothing.

import type { SqliteDatabase } from '#electron/app/db/connection.ts';
import { Outbox } from '#electron/app/db/outbox/outbox.ts';
import { Replica } from '#electron/app/db/replica/replica.ts';
import { Tallies } from '#electron/app/db/replica/tallies.ts';
import { RowWriter } from '#server/command/write-rows.ts';
import type { Database, Sql } from '#server/db/database.ts';
import { protocol1 } from '#shared/contract/protocol-1.ts';
import { expiredIn } from './expired.ts';
import { type Answer, type ServerRequest, Unreachable } from './network.ts';
import { addedType } from './versions.ts';

export type Mutation = {
  readonly name: string;
  /** What the examination must say of it. */
  readonly seen: RegExp;
  /** Put into worlds in which versions are mixed. */
  readonly mixed?: true;
  /** Rewrites what a desk sends for a pull. */
  asked?(body: string): string;
  /** Rewrites what a desk receives for a pull. */
  pulled?(ndjson: string): string;
  /** Answers in the server's place; undefined leaves it to the server. */
  answers?(database: Database, request: ServerRequest): Promise<Answer | undefined>;
  /** After the server has answered; what it throws, the desk meets instead of the answer. */
  answered?(database: Database, request: ServerRequest): Promise<void>;
  /** On the outbox of a desk that has just been killed. */
  killed?(outbox: SqliteDatabase): void;
  /** Changes the product's code; answers with how to change it back. */
  patch?(): () => void;
};

/** Finds nothing where this statement looks. */
function forgetting(sql: Sql, statement: string): Sql {
  return {
    exec: (text) => sql.exec(text),
    query: (text, params, options) =>
      options?.name === statement
        ? Promise.resolve({ rows: [], count: 0 })
        : sql.query(text, params, options),
  };
}

const isPush = ({ path }: ServerRequest): boolean => path === '/sync/push';

export const mutations: readonly Mutation[] = [
  {
    name: 'a line of a pull is lost and no checksum tells',
    seen: /is missing in the replica|the server v/,
    pulled(ndjson) {
      const lines = ndjson.trimEnd().split('\n');
      const end: unknown = JSON.parse(lines.pop() ?? 'null');
      const kept = lines.filter((line, index) => index > 0 || !line.includes('"t":"plans"'));
      return `${[...kept, JSON.stringify(Object.assign({}, end, { digests: null }))].join('\n')}\n`;
    },
  },
  {
    name: 'a command is carried out again when it is sent again',
    seen: /came from no carried-out command|has two audit entries/,
    async answered(database, request) {
      if (!isPush(request) || typeof request.body !== 'string' || !request.body.includes('"commands":[{'))
        return;
      // Once a world: whoever never gets an answer would only be seen waiting.
      const { rows } = await database.query(
        "INSERT INTO server_meta (key, value) VALUES ('forgotten', 'true') ON CONFLICT DO NOTHING RETURNING key",
      );
      if (rows.length === 0) return;
      await database.exec(
        `DELETE FROM outcomes o USING desks d WHERE d.id = o.desk_id AND o.no = d.last_no AND o.seq IS NOT NULL
           AND o.seq = (SELECT seq FROM feed_head);
         UPDATE desks d SET last_no = last_no - 1 WHERE last_no > 0
           AND NOT EXISTS (SELECT 1 FROM outcomes o WHERE o.desk_id = d.id AND o.no = d.last_no)`,
      );
      throw new Unreachable('answer lost');
    },
  },
  {
    name: 'base images are not put back before the feed is applied',
    seen: /nothing had been damaged|has another body|is not for these eyes|has v\d+, the server/,
    patch() {
      const { restoreBase } = Replica.prototype;
      Replica.prototype.restoreBase = function forgetBase(this: Replica) {
        this.connection.db.exec('DELETE FROM base_rows; DELETE FROM overlays;');
      };
      return () => {
        Replica.prototype.restoreBase = restoreBase;
      };
    },
  },
  {
    name: 'a killed desk forgets its last command',
    seen: /was saved and is nowhere/,
    killed(outbox) {
      outbox.exec("DELETE FROM commands WHERE no = (SELECT max(no) FROM commands WHERE state = 'pending')");
    },
  },
  {
    name: 'a row of the feed is lost',
    seen: /feed: /,
    async answered(database, request) {
      if (isPush(request)) {
        await database.exec(
          "DELETE FROM feed f WHERE f.seq = (SELECT max(seq) FROM feed WHERE entity = 'plans') AND f.entity = 'plans'",
        );
      }
    },
  },
  {
    name: 'the feed is trimmed and its mark stays where it was',
    seen: /feed: .* is missing, trimmed up to 0/,
    async answered(database) {
      await database.exec('UPDATE feed_head SET trimmed_upto = 0 WHERE trimmed_upto > 0');
    },
  },
  {
    name: 'one number too many is trimmed',
    seen: /feed: .* is missing|nothing had been damaged/,
    async answered(database) {
      await database.exec(
        `DELETE FROM feed f USING feed_head h
         WHERE h.trimmed_upto > 0 AND f.seq = h.trimmed_upto + 1 AND f.seq < h.seq`,
      );
    },
  },
  {
    name: 'a row that is made again starts at version 1',
    // Its place in the history is taken, so the command that makes it never gets through.
    seen: /plans.create .* is still pending/,
    patch() {
      const { open } = RowWriter;
      RowWriter.open = (sql, ...rest) => open.call(RowWriter, forgetting(sql, 'last_versions'), ...rest);
      return () => {
        RowWriter.open = open;
      };
    },
  },
  {
    name: 'a desk whose cursor has expired is told that the server was restored',
    seen: /was told that the server had been restored, and it had not/,
    async answers(database, request) {
      const epoch = await expiredIn(database, request);
      if (epoch === undefined) return undefined;
      const body = JSON.stringify({ epoch, reason: 'epoch_changed' });
      return { status: 409, headers: {}, body: new TextEncoder().encode(body) };
    },
  },
  {
    name: 'numbers are given twice',
    seen: /number/,
    async answered(database, request) {
      if (isPush(request)) {
        await database.exec(
          `UPDATE number_series SET body = jsonb_set(body::jsonb, '{last}', '0')::json WHERE (body->>'last')::int > 1;
           UPDATE plans SET plan_no = NULL WHERE plan_no IS NOT NULL`,
        );
      }
    },
  },
  {
    name: 'an entry of the audit log is changed',
    seen: /audit: .*broken_link/,
    async answered(database, request) {
      if (isPush(request)) {
        await database.exec(
          "UPDATE audit_log SET account_id = 'somebody' WHERE no = (SELECT max(no) - 1 FROM audit_log)",
        );
      }
    },
  },
  {
    name: 'a message to the trading centre is lost',
    seen: /still waits for the centre/,
    async answered(database, request) {
      if (isPush(request))
        await database.exec("DELETE FROM exchange_outbox WHERE state = 'pending' AND type <> 'ack'");
    },
  },
  {
    name: 'an announcement stays listed that both sides hold alike',
    seen: /it is not so that announcement .* published here, withdrawn there/,
    async answered(database, request) {
      if (!isPush(request)) return;
      // Of no project, so that no comparison comes past it.
      await database.exec(
        `INSERT INTO exchange_announcement_differences (platform_id, announcement_id, project_id, plan_no, ours, theirs, found_at)
         SELECT body->>'platformId', id, '', '', 'published', 'withdrawn', 0 FROM announcements WHERE status = 'published' ON CONFLICT DO NOTHING`,
      );
    },
  },
  {
    name: 'an acknowledged edit has not changed the row',
    seen: /is not in the row|changed without being edited|another body/,
    async answered(database, request) {
      if (!isPush(request)) return;
      await database.exec(
        `UPDATE row_history SET body = jsonb_set(body::jsonb, '{content,contact}', '"someone else"')::json
         WHERE entity = 'plans' AND op = 'put' AND seq = (SELECT max(seq) FROM row_history WHERE entity = 'plans' AND op = 'put');
         UPDATE plans p SET body = h.body FROM row_history h WHERE h.entity = 'plans' AND h.id = p.id AND h.version = p.version`,
      );
    },
  },
  {
    name: 'what is published is changed',
    seen: /published announcement .* changed: title/,
    async answered(database, request) {
      if (!isPush(request)) return;
      await database.exec(
        `UPDATE row_history SET body = regexp_replace(body::text, '"title":"', '"title":"another ')::json
         WHERE entity = 'announcements'
           AND seq = (SELECT max(seq) FROM row_history WHERE entity = 'announcements' AND body->>'status' = 'published');
         UPDATE announcements a SET body = h.body FROM row_history h
         WHERE h.entity = 'announcements' AND h.id = a.id AND h.version = a.version`,
      );
    },
  },
  {
    name: 'sections do not hear that they are announced',
    seen: /section .* is (received|announced|failed) /,
    async answered(database, request) {
      if (isPush(request)) {
        await database.exec(
          // One of them: what every desk says of each would fill the report.
          `UPDATE sections SET body = jsonb_set(body::jsonb, '{status}', '"received"')::json WHERE body->>'status' IN ('announced', 'evaluated')
             AND id = (SELECT min(id) FROM sections WHERE body->'schedule'->>'announcementId' IS NOT NULL)`,
        );
      }
    },
  },
  {
    name: 'a section forgets who has won it',
    seen: /results: award .* its section knows nothing of it/,
    async answered(database, request) {
      if (isPush(request)) {
        await database.exec(
          `UPDATE sections SET body = jsonb_set(body::jsonb, '{results}', '[]')::json WHERE body->'results'->>0 IS NOT NULL`,
        );
      }
    },
  },
  {
    name: 'a section forgets its contracts',
    seen: /contracts: section .* is contracted with 0 contracts in force/,
    async answered(database, request) {
      if (isPush(request)) {
        await database.exec(
          `UPDATE sections SET body = jsonb_set(body::jsonb, '{contracts}', '[]')::json WHERE body->'contracts'->>0 IS NOT NULL`,
        );
      }
    },
  },
  {
    name: 'a secret contract is announced',
    seen: /contracts: .* is (submitted|papers|received|terminated), its notice published/,
    async answered(database, request) {
      if (isPush(request)) {
        await database.exec(
          `UPDATE contracts SET body = jsonb_set(body::jsonb, '{content,secret}', 'true')::json WHERE body->>'announcementId' IS NOT NULL`,
        );
      }
    },
  },
  {
    name: 'a refused command is thrown away',
    seen: /was discarded by nobody/,
    patch() {
      const { settle } = Outbox.prototype;
      Outbox.prototype.settle = function throwAway(this: Outbox, outcomes, now) {
        settle.call(this, outcomes, now);
        for (const command of this.open()) if (command.state === 'rejected') this.discard(command, now);
      };
      return () => {
        Outbox.prototype.settle = settle;
      };
    },
  },
  {
    name: 'a desk keeps rows that are no longer for its eyes',
    seen: /is not for these eyes/,
    patch() {
      const { dropScopes, removeBase } = Replica.prototype;
      Replica.prototype.dropScopes = () => undefined;
      return () => {
        Object.assign(Replica.prototype, { dropScopes, removeBase });
      };
    },
  },
  {
    name: 'the sums of the server are wrong',
    seen: /server: digest of accounts admin/,
    async answered(database, request) {
      if (isPush(request))
        await database.exec(
          "UPDATE scope_digests SET row_count = row_count + 1 WHERE scope = 'admin' AND entity = 'accounts'",
        );
    },
  },
  {
    name: 'a record type that a desk has learnt is not gained',
    mixed: true,
    seen: /should hold .*announcements/,
    asked: (body) => body.replace(`"${addedType}",`, '').replace(`,"${addedType}"`, ''),
  },
  {
    name: 'protocol 1 holds and sums up a type that it does not know',
    mixed: true,
    seen: /nothing had been damaged|holds .*announcements.*should hold/,
    patch() {
      const { types } = protocol1;
      Object.assign(protocol1, { types: [...types, addedType] });
      return () => {
        Object.assign(protocol1, { types });
      };
    },
  },
  {
    name: 'rows of one type are counted to another',
    mixed: true,
    seen: /nothing had been damaged/,
    patch() {
      const { tallyRow } = Tallies.prototype;
      Tallies.prototype.tallyRow = function elsewhere(this: Tallies, entity, ...row) {
        tallyRow.call(this, entity === addedType ? 'sections' : entity, ...row);
      };
      return () => {
        Tallies.prototype.tallyRow = tallyRow;
      };
    },
  },
];
