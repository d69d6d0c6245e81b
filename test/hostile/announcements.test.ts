// What nobody should do with announcements, pushed to the real server: forged sections, those of another project, texts that are bombs, signs that
// turn lines around, pastes of megabytes, and the same publication from several desks at once. Each is refused with a code, or happens once.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Outcome, protocol, pushResponseSchema } from '#shared/contract/sync.ts';
import { announcementSchema } from '#shared/domain/announcements/model.ts';
import { projectSchema, type Section, sectionSchema } from '#shared/domain/projects/model.ts';
import { commands } from '#shared/domain/registry.ts';
import { announcementIn, newAnnouncement } from '#test/access/announcement-scenes.ts';
import { actingAccounts, idOf, matrixClock } from '#test/access/cast.ts';
import { groundRows } from '#test/access/cells.ts';
import type { Stored } from '#test/access/records.ts';
import { announcementWarnings } from '#test/support/announcement-warnings.ts';
import { oneDatabase, type TestDatabase } from '#test/support/database.ts';
import { givePasswords, storeAll } from '#test/support/seed.ts';
import { type TestServer, testServer } from '#test/support/test-server.ts';

const centre = { inboxUrl: 'http://127.0.0.1:1/exchange/inbox', keyId: 'k', publicKey: 'p' };
const { username } = actingAccounts.purchaser_clerk;

type Draft = {
  readonly id: string;
  readonly type: string;
  readonly projectId: string;
  readonly sectionIds: readonly string[];
  readonly content: Readonly<Record<string, unknown>>;
};
type Desk = { readonly token: string; readonly deskId: string; no: number };
type Asked = readonly [name: string, input: unknown];

describe.each(oneDatabase())('hostile announcements on $name', (engine) => {
  let held: TestDatabase;
  let server: TestServer;
  let desk: Desk;
  let made = 0;

  beforeAll(async () => {
    held = await engine.open();
    await storeAll(held.database, groundRows(centre), matrixClock - 86_400_000);
    await givePasswords(held.database, Object.values(actingAccounts));
    server = await testServer(held.database, matrixClock);
  });
  afterAll(async () => {
    await server.close();
    await held.close();
  });
  beforeEach(async () => {
    made += 1;
    desk = await newDesk();
  });

  async function newDesk(): Promise<Desk> {
    const deskId = idOf(`desk/${randomUUID()}`);
    return { token: await server.signIn(username, deskId), deskId, no: 0 };
  }

  function send(from: Desk, asked: readonly Asked[]) {
    const list = asked.map(([name, input]) => {
      from.no += 1;
      const version = commands.get(name)?.version ?? 1;
      return { no: from.no, id: randomUUID(), name, version, input, madeAt: matrixClock };
    });
    const payload = { protocol, deskId: from.deskId, epoch: null, firstKept: 1, commands: list };
    const headers = { authorization: `Bearer ${from.token}` };
    return server.inject({ method: 'POST', url: '/sync/push', headers, payload });
  }

  async function push(from: Desk, ...asked: readonly Asked[]): Promise<readonly string[]> {
    const answer = await send(from, asked);
    expect(answer.statusCode).toBe(200);
    return pushResponseSchema.parse(answer.json()).outcomes.map(({ outcome }) => codeOf(outcome));
  }

  const cell = (name: string) =>
    ({ command: `${name} ${made}`, role: 'purchaser_clerk', relation: 'own' }) as const;

  /** A project with one section, and a lawful draft about it that nobody has saved yet. */
  async function project(name: string): Promise<{ readonly draft: Draft; readonly section: Section }> {
    const { stored, input } = newAnnouncement(cell(name));
    await storeAll(held.database, stored, matrixClock - 3_600_000);
    return { draft: input as Draft, section: sectionSchema.parse(rowOf(stored, 'sections')) };
  }

  const create = (draft: Draft, over: object = {}): Asked => [
    'announcements.create',
    { ...draft, id: randomUUID(), ...over },
  ];

  it('sections that do not exist and those of another project get the same answer', async () => {
    const [mine, other] = [await project('mine'), await project('other')];
    for (const sectionIds of [
      [randomUUID()],
      [other.section.id],
      [mine.section.id, other.section.id],
      [mine.draft.projectId],
    ]) {
      expect(await push(desk, create(mine.draft, { sectionIds }))).toEqual(['reference_missing']);
    }
    expect(
      await push(
        desk,
        ['announcements.create', mine.draft],
        [
          'announcements.edit',
          {
            id: mine.draft.id,
            changes: [{ field: 'sectionIds', from: mine.draft.sectionIds, to: [other.section.id] }],
          },
        ],
      ),
    ).toEqual(['applied', 'reference_missing']);
  });

  it('a project of another unit, and a target that is not there, begin nothing', async () => {
    const { draft } = await project('mine');
    expect(
      await push(
        desk,
        create(draft, { projectId: randomUUID() }),
        create(draft, { type: 'CORRECTION', targetId: randomUUID(), content: {} }),
        create(draft, { type: 'TERMINATION', targetId: draft.id, content: {} }),
        create(draft, { type: 'RESULT', content: {} }),
        create(draft, { type: '__proto__' }),
      ),
    ).toEqual(['not_found', 'wrong_state', 'wrong_state', 'wrong_state', 'invalid_input']);
  });

  it.each([
    ['paragraphs in paragraphs', nested(8)],
    ['a list in a list', doc({ type: 'bulletList', content: [{ type: 'bulletList', content: [] }] })],
    ['a table in a cell', doc(table(1, 1, table(1, 1, paragraph('x'))))],
    ['a table of more than three thousand nodes', doc(table(300, 4, paragraph('x')))],
    ['a table of a hundred columns', doc(table(1, 100, paragraph('x')))],
    ['two thousand paragraphs', doc(...Array.from({ length: 2000 }, () => paragraph('x')))],
    [
      'longer than twenty thousand signs',
      doc(paragraph('长'.repeat(10_000)), paragraph('长'.repeat(10_001))),
    ],
    ['a script', doc({ type: 'script', content: [{ type: 'text', text: 'alert(1)' }] })],
    ['HTML', doc({ type: 'html', html: '<img src=x onerror=alert(1)>' })],
    ['attributes', doc({ ...paragraph('x'), attrs: { onclick: 'alert(1)', style: 'position:fixed' } })],
    ['a link', doc(paragraph('x', [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }]))],
    [
      'marks without end',
      doc(
        paragraph(
          'x',
          Array.from({ length: 5000 }, () => ({ type: 'bold' })),
        ),
      ),
    ],
    ['an overridden direction', doc(paragraph('\u202eevil\u202c'))],
    ['an isolate', doc(paragraph('\u2067evil\u2069'))],
    ['a mark of direction', doc(paragraph('a\u200fb'))],
    ['half a sign', doc(paragraph('\ud800'))],
    ['a zero', doc(paragraph('a\u0000b'))],
  ])('text that is %s is refused', async (_what, value) => {
    const { draft } = await project('text');
    const content = { ...draft.content, requirement: value };
    const change = { field: 'requirement', from: null, to: value };
    expect(
      await push(
        desk,
        create(draft, { content }),
        ['announcements.create', draft],
        ['announcements.edit', { id: draft.id, changes: [change] }],
      ),
    ).toEqual(['invalid_input', 'applied', 'invalid_input']);
  });

  it('a tree without end is refused before anybody looks at it', async () => {
    const { draft } = await project('deep');
    const answer = await send(desk, [create(draft, { content: { requirement: nested(200) } })]);
    expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'invalid_input']);
  });

  it('signs that turn lines around are refused in every kind of field', async () => {
    const { draft } = await project('turned');
    const turned = 'Trading \u202ecentre\u202c';
    for (const field of ['docPlace', 'docHow', 'contactPerson', 'contactPhone', 'projectNo']) {
      const content = { ...draft.content, [field]: turned };
      expect(await push(desk, create(draft, { content }))).toEqual(['invalid_input']);
    }
  });

  it('what looks like HTML is text, and stays text', async () => {
    const { draft } = await project('html');
    const text = '<script>alert(1)</script><img src=x onerror=alert(2)>';
    const content = { ...draft.content, requirement: doc(paragraph(text)) };
    expect(await push(desk, ['announcements.create', { ...draft, content }])).toEqual(['applied']);
    const row = announcementSchema.parse(await server.operations.row('announcements', draft.id));
    expect(row.content['requirement']).toEqual(doc(paragraph(text)));
  });

  it('a paste of ten megabytes does not get in', async () => {
    const { draft } = await project('paste');
    const before = desk.no;
    const content = { ...draft.content, requirement: doc(paragraph('x'.repeat(10_000_000))) };
    const answer = await send(desk, [create(draft, { content })]);
    expect(answer.statusCode).toBe(413);
    expect(answer.json()).toMatchObject({ error: { code: 'too_large' } });
    desk.no = before;
    expect(await push(desk, create(draft))).toEqual(['applied']);
  });

  it('more fields, lines or sections than there can be are refused', async () => {
    const { draft } = await project('many');
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`field${index}`, '']));
    const sectionIds = Array.from({ length: 201 }, () => randomUUID());
    const lines = Array.from({ length: 501 }, () => ({ id: randomUUID(), cells: {} }));
    expect(
      await push(
        desk,
        create(draft, { content: many(101) }),
        create(draft, { content: { unknownField: 'x' } }),
        create(draft, { content: { constructor: 'x' } }),
        create(draft, { sectionIds }),
        create(draft, { content: { ...draft.content, requirement: lines } }),
      ),
    ).toEqual(Array.from({ length: 5 }, () => 'invalid_input'));
  });

  it('the same publication from several desks at once happens once', async () => {
    const { stored, id } = approved('publish');
    await storeAll(held.database, stored, matrixClock - 3_600_000);
    const desks = [desk, ...(await Promise.all([newDesk(), newDesk(), newDesk()]))];
    const answers = await Promise.all(desks.map((each) => push(each, ['announcements.publish', { id }])));
    expect(answers.flat().toSorted()).toEqual(['applied', 'wrong_state', 'wrong_state', 'wrong_state']);
    expect(await pushesOf(id)).toBe(1);
  });

  it('of two announcements of one section, published at once, one is', async () => {
    const { draft, section } = await project('rivals');
    const rivals = [draft.id, randomUUID()];
    for (const id of rivals) {
      expect(
        await push(
          desk,
          ['announcements.create', { ...draft, id }],
          ['announcements.submit', { id, acknowledged: announcementWarnings }],
        ),
      ).toEqual(['applied', 'applied']);
      const reviewer = { ...actingAccounts.purchaser_reviewer, accountId: idOf('reviewer') };
      const { name, role, organisationId, regionCodes } = reviewer;
      const actor = { accountId: reviewer.id, name, role, organisationId, regionCodes, platformId: null };
      expect(await server.operations.runAs(actor, 'announcements.approve', { id })).toMatchObject({
        ok: true,
      });
    }
    const desks = [desk, await newDesk()];
    const answers = await Promise.all(
      rivals.map((id, index) => push(desks[index] ?? desk, ['announcements.publish', { id }])),
    );
    expect(answers.flat().toSorted()).toEqual(['applied', 'wrong_state']);
    const rows = await Promise.all(rivals.map((id) => server.operations.row('announcements', id)));
    const winner = rows
      .map((row) => announcementSchema.parse(row))
      .find(({ status }) => status === 'published');
    const after = sectionSchema.parse(await server.operations.row('sections', section.id));
    expect([after.status, after.schedule?.announcementId]).toEqual(['announced', winner?.id]);
    expect(await pushesOf(...rivals)).toBe(1);
  });

  it('publication and withdrawal of the project’s section by the centre at once leave no half', async () => {
    const { stored, id } = approved('cancelled');
    await storeAll(held.database, stored, matrixClock - 3_600_000);
    const section = sectionSchema.parse(rowOf(stored, 'sections'));
    const { planId, planNo, platformId } = projectSchema.parse(rowOf(stored, 'projects'));
    const actor = {
      accountId: idOf('centre'),
      name: 'centre',
      role: 'trading_platform',
      organisationId: null,
      regionCodes: [],
      platformId,
    } as const;
    const input = { planId, planNo, lotUid: section.lotUid, version: 2, reason: '示例原因' };
    const [published, cancelled] = await Promise.all([
      push(desk, ['announcements.publish', { id }]),
      server.operations.runAs(actor, 'sections.cancel', input),
    ]);
    const after = sectionSchema.parse(await server.operations.row('sections', section.id));
    expect([published[0] === 'applied', cancelled.ok, after.status]).toEqual(
      cancelled.ok ? [false, true, 'cancelled'] : [true, false, 'announced'],
    );
  });

  it('leaves nothing in the log of errors', () => {
    expect(server.bugs).toEqual([]);
  });

  function approved(name: string): { readonly stored: readonly Stored[]; readonly id: string } {
    const { stored, input } = announcementIn('approved', ({ id }) => ({ id }))(cell(name));
    return { stored, id: announcementSchema.pick({ id: true }).parse(input).id };
  }

  async function pushesOf(...ids: readonly string[]): Promise<number> {
    const { rows } = await held.database.query(
      "SELECT 1 FROM exchange_outbox WHERE type = 'announcement.push' AND body::jsonb ->> 'announcementId' = ANY($1::text[])",
      [ids],
    );
    return rows.length;
  }
});

function codeOf(outcome: Outcome): string {
  return outcome.kind === 'applied' ? 'applied' : outcome.error.code;
}

function rowOf(stored: readonly Stored[], entity: string): unknown {
  return stored.find((each) => each.entity === entity)?.row;
}

function doc(...content: readonly unknown[]): unknown {
  return { type: 'doc', content };
}

function paragraph(text: string, marks?: readonly unknown[]) {
  return { type: 'paragraph', content: [{ type: 'text', text, ...(marks === undefined ? {} : { marks }) }] };
}

function table(rows: number, columns: number, content: unknown): unknown {
  const cell = { type: 'tableCell', content: [content] };
  const row = { type: 'tableRow', content: Array.from({ length: columns }, () => cell) };
  return { type: 'table', content: Array.from({ length: rows }, () => row) };
}

function nested(depth: number): unknown {
  let node: unknown = { type: 'text', text: 'x' };
  for (let level = 0; level < depth; level += 1) node = { type: 'paragraph', content: [node] };
  return doc(node);
}
