// Finding plans by what people type: two characters, whole words, numbers, pinyin, initials, full-width forms.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListCursor } from '#shared/contract/ipc.ts';
import { organisations } from '#shared/domain/admin/model.ts';
import { announcements } from '#shared/domain/announcements/model.ts';
import { plans } from '#shared/domain/plans/model.ts';
import { projects, sections } from '#shared/domain/projects/model.ts';
import { matchExpression, queryWords, searchText } from '#shared/replica-format/terms.ts';
import { anAnnouncement } from '#test/builders/announcement-rows.ts';
import { aStoreWithSections } from '#test/builders/announcements.ts';
import { aSection } from '#test/builders/sections.ts';
import { shared } from '../query/search.ts';
import type { FakeServer } from '../testing/fake-server.ts';
import { noTimers, type TestClock, TestDesk } from '../testing/test-desk.ts';
import { aTown, contentNamed, idOf, office, planOf } from '../testing/town.ts';

let server: FakeServer;
let clock: TestClock;
let desk: TestDesk;

// Names in the language that is searched in, from their code points: words for people stand in shared/text alone.
const name = (hex: string) =>
  String.fromCodePoint(...hex.split(' ').map((code) => Number.parseInt(code, 16)));
const school = name('7B2C 4E00 4E2D 5B66'); // di yi zhong xue
const cooling = name('7A7A 8C03'); // kong tiao
const road = name('9053 8DEF'); // dao lu
const repair = name('7EF4 4FEE'); // wei xiu

async function indexed(): Promise<void> {
  for (let round = 0; round < 200; round += 1) {
    if ((await desk.see('diagnostics', {})).notIndexed === 0) return;
    await desk.see('search.query', { text: 'ab' });
  }
  throw new Error('the index does not come to an end');
}

const found = async (search: string, more: object = {}) =>
  (await desk.see('plans.list', { search, limit: 200, ...more })).items.map(({ id }) => id);

beforeEach(async () => {
  ({ server, clock } = aTown());
  desk = await new TestDesk(server, clock, { timers: noTimers }).open();
  await desk.signIn('clerk');
});

afterEach(() => desk.remove());

describe('a few plans', () => {
  beforeEach(async () => {
    server.put(
      plans,
      planOf(1, { content: contentNamed(`${school}${cooling}`) }),
      planOf(2, { content: contentNamed(`${school}${road}${repair}`), planNo: 'XC-2026-0042' }),
      planOf(3, { content: contentNamed(`${road}ＡＢＣ１２`) }),
    );
    await desk.must('sync.now', {});
    await indexed();
  });

  it.each([
    ['two characters', cooling, [1]],
    ['a whole word', school, [2, 1]],
    ['a word across', `${road}${repair}`, [2]],
    ['two words', `${school} ${repair}`, [2]],
    ['one character', road.charAt(0), [3, 2]],
    ['initials', 'dyzx', [2, 1]],
    ['two initials', 'kt', [1]],
    ['initials in capitals', 'KT', [1]],
    ['pinyin', 'kongtiao', [1]],
    ['part of a number', '2026-0042', [2]],
    ['letters in full width', 'abc12', [3]],
    ['the query in full width', 'ＸＣ－２０２６', [2]],
    ['nothing there', `${cooling}${road}`, []],
  ])('are found by %s', async (_how, text, numbers) => {
    expect(await found(text)).toEqual(numbers.map(idOf));
  });

  it('are found under tab, filter and sort', async () => {
    expect(await found(school, { sort: { by: 'updatedAt', direction: 'asc' } })).toEqual([1, 2].map(idOf));
    expect(await found(school, { tab: 'returned' })).toEqual([]);
    expect(await found(school, { tab: 'draft' })).toEqual([2, 1].map(idOf));
    expect(await found(school, { filters: [{ by: 'fiscalYear', value: 2001 }] })).toEqual([]);
  });

  it('are found by what is published of them', async () => {
    const announcement = anAnnouncement()
      .with({ title: `${school}${repair}` })
      .published()
      .build();
    server.put(announcements, announcement);
    await desk.must('sync.now', {});
    await indexed();
    const { hits } = await desk.see('search.query', { text: `${school}${repair}` });
    expect(hits).toMatchObject([
      {
        entity: 'announcements',
        id: announcement.id,
        page: { entity: 'announcements', id: announcement.id },
      },
    ]);
  });

  it('are found by the palette, with organisations', async () => {
    const { hits } = await desk.see('search.query', { text: cooling });
    expect(hits).toMatchObject([{ entity: 'plans', id: idOf(1), title: `${school}${cooling}` }]);
    expect((await desk.see('organisations.search', { text: 'Office' })).organisations).toHaveLength(1);
    expect(
      (await desk.see('organisations.search', { text: 'Office', kind: 'agency' })).organisations,
    ).toEqual([]);
  });

  it('are found by the palette as sections, with the project they are shown in', async () => {
    const name = `${road}${cooling}${repair}`;
    server.put(sections, aSection('LOT-31', { id: idOf(31), projectId: idOf(30), name }));
    await desk.must('sync.now', {});
    await indexed();
    const { hits } = await desk.see('search.query', { text: `${road}${cooling}${repair}` });
    expect(hits).toMatchObject([
      { entity: 'sections', id: idOf(31), page: { entity: 'projects', id: idOf(30) } },
    ]);
  });

  it('are found by what they are called now, also before it is confirmed, and not by what they were', async () => {
    const from = `${school}${cooling}`;
    await desk.must('plans.edit', {
      id: idOf(1),
      changes: [{ field: 'projectName', from, to: `${road}${cooling}` }],
    });
    expect(await found(`${road}${cooling}`)).toEqual([idOf(1)]);
    expect(await found('dyzx')).toEqual([idOf(2)]);
    await desk.must('plans.delete', { id: idOf(1) });
    expect(await found(cooling)).toEqual([]);
    await desk.must('plans.create', { id: idOf(7), content: contentNamed(`${repair}${cooling}`) });
    expect(await found(cooling)).toEqual([idOf(7)]);
  });
});

describe('many plans', () => {
  it('give the same pages by walking the list as by the index', async () => {
    const titles = [school, road, repair, cooling];
    server.put(
      plans,
      ...Array.from({ length: 3000 }, (_, no) =>
        planOf(no + 1, {
          content: contentNamed(`${titles[no % 4] ?? ''}${no % 50 === 0 ? 'rare' : ''}${no}`),
          updatedAt: 1_700_000_000_000 + ((no * 7919) % 3000),
        }),
      ),
    );
    await desk.must('sync.now', {});
    await indexed();
    // Common: three quarters of a thousand hits, walked. Rare: sixty, from the index.
    for (const [text, expected] of [
      [school, (no: number) => no % 4 === 0],
      ['rare', (no: number) => no % 50 === 0],
    ] as const) {
      const wanted = Array.from({ length: 3000 }, (_, no) => no)
        .filter(expected)
        .toSorted((a, b) => ((b * 7919) % 3000) - ((a * 7919) % 3000))
        .map((no) => idOf(no + 1));
      const pages: string[] = [];
      let after: ListCursor | null = null;
      do {
        const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(text, after);
        pages.push(...page.items.map(({ id }) => id));
        after = page.next;
      } while (after !== null);
      expect(pages).toEqual(wanted);
    }
    function pageOf(search: string, after: ListCursor | null) {
      return desk.see('plans.list', { search, after, limit: 40 });
    }
  });
});

describe('names', () => {
  it('stand in one order with a search and without, rare characters too', async () => {
    // Of two units of UTF-16 the last, and behind the other as bytes.
    const named = ['B', '\uff21', String.fromCodePoint(0x20000)].map((last, no) => ({
      ...office,
      id: idOf(700 + no),
      name: `${school}${last}`,
    }));
    server.put(organisations, ...named);
    await desk.must('sync.now', {});
    await indexed();
    const ids = async (search: string, after: ListCursor | null = null): Promise<readonly string[]> => {
      const { items, next } = await desk.see('organisations.list', { search, after, limit: 1 });
      return [...items.map(({ id }) => id), ...(next === null ? [] : await ids(search, next))];
    };
    const wanted = named.map(({ id }) => id);
    expect((await ids('')).filter((id) => wanted.includes(id))).toEqual(wanted);
    expect(await ids(school)).toEqual(wanted);
  });
});

describe('everything at once', () => {
  it('never lets many hits of one kind hide another', async () => {
    const [project] = aStoreWithSections().all(projects);
    if (project === undefined) throw new Error('no project');
    const many = Array.from({ length: 12 }, (_, no) => ({
      ...project,
      id: idOf(100 + no),
      name: `${school}${no}`,
    }));
    server.put(projects, ...many);
    server.put(plans, planOf(1, { content: contentNamed(`${school}${cooling}`) }));
    await desk.must('sync.now', {});
    await indexed();
    const hits = async (limit: number) => (await desk.see('search.query', { text: school, limit })).hits;
    const found = await hits(10);
    // Projects come first and fill what the plan leaves, the newest of them first.
    expect(found.map(({ id }) => id)).toEqual([
      ...many
        .toReversed()
        .map(({ id }) => id)
        .slice(0, 9),
      idOf(1),
    ]);
    expect((await hits(50)).map(({ entity }) => entity)).toEqual([...many.map(() => 'projects'), 'plans']);
    expect((await hits(1)).map(({ entity }) => entity)).toEqual(['projects']);
  });

  it.each([
    ['an equal share each', ['aaaaaa', 'bbbbbb', 'cccccc'], 6, 'aabbcc'],
    ['what is left over to the first', ['aaaaaa', 'bbbbbb', 'cccccc'], 8, 'aaaabbcc'],
    ['what some do not need to those before and behind', ['aaaaaa', 'b', '', 'cccccc'], 9, 'aaaaabccc'],
    ['the first ones, where there is not one for each', ['aa', 'bb', 'cc'], 2, 'ab'],
    ['all there is', ['a', '', 'bb'], 50, 'abb'],
    ['nothing', ['', ''], 5, ''],
  ])('gives %s', (_what, lists, most, expected) => {
    expect(
      shared(
        lists.map((list) => [...list]),
        most,
      ).join(''),
    ).toBe(expected);
  });
});

describe('terms', () => {
  it('ask the index only for what it can answer', () => {
    expect(matchExpression([road.charAt(0)])).toBeUndefined();
    expect(matchExpression(['abc'])).toBe('"ab" AND "bc"');
    expect(queryWords('  A"b  a"B ')).toEqual(['a"b']);
    expect(matchExpression(['a"b'])).toBeUndefined();
    expect(searchText(['plain'])).toBe('plain');
  });
});
