// A record type that is kept on the server, with online commands and a query: made up, because tests of what carries such things must not wait
// for a module that has them. Everybody shares a scope with these rows, so whatever sent them by scope would send them to all.
import { z } from 'zod';
import { fetchPage, tableOf, tablesOf } from '#server/command/entity-store.ts';
import type { Database } from '#server/db/database.ts';
import { type Answers, handler } from '#server/query/handler.ts';
import { everyone } from '#shared/domain/actor.ts';
import { settings } from '#shared/domain/admin/model.ts';
import { type Command, command, put, remove } from '#shared/domain/command.ts';
import { entities } from '#shared/domain/entities.ts';
import { type Entity, entity } from '#shared/domain/entity.ts';
import { nothing, one, where } from '#shared/domain/load.ts';
import { query } from '#shared/domain/queries.ts';
import { commands } from '#shared/domain/registry.ts';
import { type Id, idSchema } from '#shared/kernel/ids.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { expertKey, expertRecoveryKey } from './experts.ts';

const noteSchema = z.strictObject({
  id: idSchema,
  unitId: idSchema,
  regionCode: z.string().max(20),
  text: z.string().max(2000),
});
export type SealedNote = z.infer<typeof noteSchema>;

export const sealedNotes = entity({
  name: 'sealed_notes',
  schema: noteSchema,
  kept: 'server',
  columns: (of) => ({ unitId: of.text((note) => note.unitId) }),
  scopes: () => [everyone],
});

/** What a clerk's unit seals, new or again. */
const seal = command({
  name: 'sealedNotes.seal',
  authority: 'online',
  input: noteSchema.omit({ unitId: true }),
  access: {
    roles: ['purchaser_clerk'],
    record: (actor, before: SealedNote | undefined) =>
      before === undefined || before.unitId === actor.organisationId,
  },
  *load({ id }) {
    return yield* one(sealedNotes, id);
  },
  decide: (_before, note, { actor }) =>
    actor.organisationId === null
      ? err({ code: 'not_allowed' })
      : ok([put(sealedNotes, { ...note, unitId: actor.organisationId })]),
});

const destroy = command({
  name: 'sealedNotes.destroy',
  authority: 'online',
  input: z.strictObject({ id: idSchema }),
  access: {
    roles: ['purchaser_clerk'],
    record: (actor, before: SealedNote | undefined) =>
      before !== undefined && before.unitId === actor.organisationId,
  },
  *load({ id }) {
    return yield* one(sealedNotes, id);
  },
  decide: (_before, { id }) => ok([remove(sealedNotes, id)]),
});

type Counted = { readonly note: SealedNote | undefined; readonly all: readonly SealedNote[] };

/** Says to everybody how many notes the unit of this one has: an online command may change synced rows too. */
const count = command({
  name: 'sealedNotes.count',
  authority: 'online',
  input: z.strictObject({ id: idSchema }),
  access: {
    roles: ['procurement_office'],
    record: (actor, { note }: Counted) => note !== undefined && actor.regionCodes.includes(note.regionCode),
  },
  *load({ id }) {
    const note = yield* one(sealedNotes, id);
    const all = note === undefined ? [] : yield* where(sealedNotes, { unitId: note.unitId });
    return { note, all };
  },
  decide: ({ all }, { id }, { now }) =>
    ok([put(settings, { id: `counted/${id}`, value: all.length, updatedAt: now })]),
});

/** Bugs: commands of the outbox may not reach what is kept on the server. */
const readInOutbox = command({
  name: 'sealedNotes.readInOutbox',
  authority: 'server',
  input: z.strictObject({ id: idSchema }),
  access: { roles: ['purchaser_clerk'], record: () => true },
  *load({ id }) {
    return yield* one(sealedNotes, id);
  },
  decide: () => ok([]),
});
const writeInOutbox = command({
  name: 'sealedNotes.writeInOutbox',
  authority: 'local',
  input: noteSchema,
  access: { roles: ['purchaser_clerk'], record: () => true },
  load: nothing,
  decide: (_, note) => ok([put(sealedNotes, note)]),
});

export const listSealedNotes = query({
  name: 'sealedNotes.list',
  input: z.strictObject({
    unitId: idSchema,
    after: idSchema.nullable(),
    limit: z.int().min(1).max(100),
  }),
  output: z.array(z.object({ version: z.int(), note: noteSchema })),
  access: { roles: ['procurement_office'], rows: 'all' },
});

const byName = (list: readonly Command[]) => list.map((each) => [each.name, each] as const);

/** The product's registries with these among them. */
export const sealedDomain = {
  commands: new Map<string, Command>([...commands, ...byName([seal, destroy, count])]),
  entities: new Map<string, Entity>([...entities, [sealedNotes.name, sealedNotes]]),
};
export const buggyCommands: ReadonlyMap<string, Command> = new Map(byName([readInOutbox, writeInOutbox]));

export const sealedTables = tablesOf(sealedDomain.entities);

const answers: Answers = new Map([
  handler(listSealedNotes, async ({ database, tables }, _actor, { unitId, after, limit }) => {
    const rows = await fetchPage(database, tableOf(sealedNotes.name, tables), { unitId }, { after, limit });
    return ok(rows.map(({ version, row }) => ({ version, note: noteSchema.parse(row) })));
  }),
]);

/** For a server that knows them. */
export const sealedPorts = {
  ...{ commands: sealedDomain.commands, tables: sealedTables, answers },
  ...{ expertKey, expertRecoveryKey },
};

export async function makeSealedTable(database: Database): Promise<void> {
  await database.exec(
    `CREATE TABLE sealed_notes (id text PRIMARY KEY, version integer NOT NULL, scopes text[] NOT NULL, body json NOT NULL,
       columns_generation integer DEFAULT 0 NOT NULL,
       digest_hi integer NOT NULL, digest_lo integer NOT NULL, unit_id text)`,
  );
}

export function aSealedNote(id: Id, unitId: Id, over: Partial<SealedNote> = {}): SealedNote {
  return { id, unitId, regionCode: '411000', text: 'sealed', ...over };
}
