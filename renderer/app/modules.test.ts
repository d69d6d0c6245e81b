// What the window asks of every module: words for whatever its commands hold, a tone for every state, a page for what search finds, a way to put right
// what was refused.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { modules } from '#renderer/modules/index.ts';
import { editableFields } from '#renderer/modules/outbox/editing.ts';
import { formRoute } from '#renderer/modules/outbox/form-route.ts';
import { inputWords } from '#renderer/modules/outbox/input-words.ts';
import { toneOf } from '#renderer/ui/states/status-tones.ts';
import { humanRoles } from '#shared/domain/actor.ts';
import { settingDefinitions, settingKeys } from '#shared/domain/admin/settings.ts';
import type { Command } from '#shared/domain/command.ts';
import { entities } from '#shared/domain/entities.ts';
import { lists } from '#shared/domain/lists.ts';
import { modules as declared } from '#shared/domain/modules.ts';
import { commands } from '#shared/domain/registry.ts';
import { camelCase } from '#shared/kernel/camel-case.ts';
import { snakeCase } from '#shared/kernel/snake-case.ts';
import { labels } from '#shared/text/zh-CN/labels.ts';
import { listWordsOf, recordType, tonesOf } from './module.ts';
import { groupsOf } from './palette/entries.ts';

const groups = modules.flatMap((each) => each.commands ?? []);
const read = (command: string, input: unknown) => inputWords(groups, command, input);
const pairs = (command: string, input: unknown) =>
  read(command, input)
    .lines()
    .map(({ label, words }) => `${label}：${words}`);

const people: ReadonlySet<string> = new Set(humanRoles);
/** What machines do stands in nobody's 未通过的操作. */
const ofPeople = [...commands.values()].filter(({ access }) => access.roles.some((role) => people.has(role)));
const isLatin = (words: string) => /[A-Za-z]{3}/.test(words);
const id = '01890000-0000-7000-8000-000000000001';

type Schema = z.core.JSONSchema.BaseSchema;
const schemaOf = ({ input }: Command): Schema =>
  z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });

/** An input in which every field is filled in, a choice with each of its values in turn. */
function samplesOf(schema: Schema | boolean): readonly unknown[] {
  if (typeof schema === 'boolean') return ['x'];
  const { properties, items, enum: choices, anyOf, oneOf } = schema;
  if (choices !== undefined) return choices;
  const [first] = anyOf ?? oneOf ?? [];
  if (first !== undefined) return samplesOf(first);
  if (typeof items === 'object' && !Array.isArray(items)) return samplesOf(items).map((each) => [each]);
  if (properties === undefined) return [sampleOf(schema)];
  const parts = Object.entries(properties).map(([key, part]) => [key, samplesOf(part)] as const);
  const most = Math.max(1, ...parts.map(([, samples]) => samples.length));
  return Array.from({ length: most }, (_, index) =>
    Object.fromEntries(parts.map(([key, samples]) => [key, samples[index % samples.length]])),
  );
}

/** What a setting is, its key says: each with its default. */
function inputsOf(command: Command): readonly unknown[] {
  return command.name === 'settings.set'
    ? settingKeys.map((key) => ({ key, value: settingDefinitions[key].fallback }))
    : samplesOf(schemaOf(command));
}

function sampleOf({ type, format, pattern }: Schema): unknown {
  if (type === 'integer' || type === 'number') return 7;
  if (type === 'boolean') return true;
  if (type === 'object') return {};
  return format === 'uuid' || pattern?.includes('[0-9a-f]{8}') === true ? id : '字';
}

describe('the inputs of commands', () => {
  it('name what a new plan holds, and leave out what is empty', () => {
    const content = {
      fiscalYear: 2026,
      projectName: '电梯采购',
      category: 'A',
      budgetAmount: 123_456_700,
      importAllowed: false,
      supervisingUnit: '',
      platformId: null,
      items: [
        {
          id: 'x',
          catalogEdition: '2022',
          catalogCode: null,
          name: '电梯',
          qty: '2',
          unit: '台',
          unitPrice: null,
          amount: 500,
        },
      ],
    };
    expect(pairs('plans.create', { id: '0190', content })).toEqual([
      '财政年度：2026',
      '项目名称：电梯采购',
      '项目类别：货物',
      '预算金额：¥1,234,567.00',
      '是否采购进口产品：否',
      '采购品目：电梯 · 2 · 台 · ¥5.00',
    ]);
  });

  it('show a change with what was before', () => {
    const input = { id: '0190', changes: [{ field: 'contact', from: '', to: '李四' }] };
    expect(read('plans.edit', input).lines()).toEqual([
      { path: 'changes.0.to', label: '联系人', words: '李四', before: '（空）' },
    ]);
  });

  it('read an announcement in the words of its format', () => {
    const content = { bidDeadline: '2026-03-24T09:00', docPrice: 30_000, consortiumAllowed: false };
    const input = {
      id: '0190',
      type: 'TENDER',
      projectId: 'p',
      targetId: null,
      sectionIds: ['a', 'b'],
      content,
    };
    expect(pairs('announcements.create', input)).toEqual([
      '公告类型：招标公告',
      '标段：2个标段',
      '投标截止/开标时间：2026年3月24日 09:00（北京时间）',
      '售价：¥300.00',
      '是否接受联合体投标：否',
    ]);
    const changes = [{ field: 'docPrice', from: null, to: 30_000 }];
    expect(read('announcements.edit', { id: '0190', changes }).lines()).toEqual([
      { path: 'changes.0.to', label: '售价', words: '¥300.00', before: '（空）' },
    ]);
    expect(read('announcements.submit', {}).labelOf('bidDeadline')).toBe('投标截止/开标时间');
  });

  it('speak of what the administrator keeps', () => {
    expect(pairs('settings.set', { key: 'plans.intentionDays', value: 30 })).toEqual([
      '采购意向提前公开天数：30',
    ]);
    expect(read('settings.set', { key: 'sync.feedDays' }).labelOf('value')).toBe('变更记录保留天数');
    expect(
      pairs('accounts.save', {
        account: { id: '0190', username: 'li.si', role: 'agency', regionCodes: ['411000'] },
      }),
    ).toEqual(['用户名：li.si', '岗位：采购代理机构', '负责的行政区划：许昌市']);
  });

  it('give the id of an organisation to be named', () => {
    expect(read('accounts.save', { account: { organisationId: 'o-1' } }).lines()[0]).toMatchObject({
      label: '所属单位',
      organisation: 'o-1',
    });
  });

  it('have a name for fields of rules too', () => {
    const labelOf = (command: string, path: string) => read(command, {}).labelOf(path);
    expect(labelOf('plans.submit', 'items.0.qty')).toBe('采购品目第1行 · 数量');
    expect(labelOf('plans.return', 'reason')).toBe('原因');
    expect(labelOf('announcements.return', 'reason')).toBe('原因');
    expect(labelOf('announcements.approve', 'note')).toBe('意见');
  });

  it('have a name for every field of what people do, and for every choice', () => {
    expect(ofPeople.length).toBeGreaterThan(15);
    const lines = ofPeople.flatMap((command) =>
      inputsOf(command).flatMap((input) =>
        read(command.name, input)
          .lines()
          .map((line) => ({ ...line, command: command.name })),
      ),
    );
    expect(lines.length).toBeGreaterThan(150);
    expect(lines.filter(({ label, words }) => isLatin(label) || (isLatin(words) && words !== id))).toEqual(
      [],
    );
  });

  it('say of no value what it is that no command has', () => {
    const names = new Map<string, Set<string>>();
    for (const command of commands.values()) {
      const of = command.name.split('.')[0] ?? '';
      const known = names.get(of) ?? new Set();
      names.set(of, known);
      JSON.stringify(schemaOf(command), (key, value) => {
        if (key === 'properties') for (const name of Object.keys(value)) known.add(name);
        return value;
      });
    }
    const stale = groups.flatMap(({ of, values = {} }) =>
      Object.keys(values)
        .filter((key) => names.get(of)?.has(key) !== true)
        .map((key) => `${of}: ${key}`),
    );
    expect(stale).toEqual([]);
    expect(groups.map(({ of }) => of).filter((of) => !names.has(of))).toEqual([]);
  });

  it('that were refused can be put right, or their record opened', () => {
    const stuck = ofPeople.filter((command) => {
      const input = samplesOf(schemaOf(command))[0];
      const { kindOf } = read(command.name, input);
      return (
        formRoute(groups, { id, name: command.name }, input) === undefined &&
        editableFields(input, null, kindOf).length === 0 &&
        recordType(modules, snakeCase(command.name.split('.')[0] ?? '')) === undefined
      );
    });
    expect(stuck.map(({ name }) => name)).toEqual(['accounts.disable', 'views.remove']);
  });
});

describe('lists', () => {
  it('have words for their tabs and sorts, by which two versions of a saved view are told apart', () => {
    // Saved views are themselves seen nowhere as a list.
    const shown = lists.filter(({ name }) => name !== 'views');
    const words = Object.assign({}, ...modules.map(({ listWords = {} }) => listWords));
    const missing = shown.flatMap(({ name, tabNames, sortNames }) => [
      ...tabNames.filter((tab) => tabNames.length > 1 && !(tab in (words[name]?.tabs ?? {}))),
      ...sortNames.filter((sort) => !(sort in (words[name]?.sorts ?? {}))),
    ]);
    expect(missing).toEqual([]);
  });

  it('are named in a view that was changed on two desks, with all that tells the two apart', () => {
    const look = {
      tab: 'filed',
      filters: {},
      sort: { by: 'budgetAmount', direction: 'desc' },
      search: '',
      hidden: [],
    };
    const { wordsOf } = inputWords(groups, 'views.edit', { id, changes: [] }, listWordsOf(modules));
    expect(wordsOf('look', look)).toBe('状态“已备案”，不筛选，按预算金额（元）降序，显示全部列');
    const tasks = { ...look, tab: 'plans.approve', sort: { by: 'updatedAt', direction: 'asc' } };
    expect(wordsOf('look', tasks)).toBe('状态“审核采购计划”，不筛选，按更新时间升序，显示全部列');
    // Another version of the program may have made it.
    const unknown = { ...look, tab: 'archived', sort: { by: 'colour', direction: 'asc' } };
    expect(wordsOf('look', unknown)).toBe('不筛选，显示全部列');
  });
});

describe('states', () => {
  const tones = tonesOf(modules);
  const named = [...labels.keys()].flatMap((key) => {
    const match = /^(\w+\.(?:status|push))\.(\w+)$/.exec(key);
    return match === null ? [] : [[match[1] ?? '', match[2] ?? ''] as const];
  });
  const ofRows = [...entities.values()].flatMap(({ name, schema }) => {
    const { status } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }).properties ?? {};
    const choices = typeof status === 'object' ? (status.enum ?? []) : [];
    return choices.map((state) => [`${camelCase(name)}.status`, String(state)] as const);
  });

  it('are asked for', () => {
    expect(named.length).toBeGreaterThan(25);
    expect(ofRows.length).toBeGreaterThan(25);
  });

  it.each([...named, ...ofRows])('%s.%s has a tone and a word', (of, status) => {
    expect(toneOf(tones, of, status)).toBeDefined();
    expect(labels.has(`${of}.${status}`)).toBe(true);
  });
});

describe('tasks', () => {
  const types = modules.flatMap(({ tasks = [] }) => tasks);

  it('of every kind have words, and a page to be done on', () => {
    const kinds = declared.flatMap(({ tasks }) => tasks);
    expect(kinds.length).toBeGreaterThan(4);
    expect(types.map(({ kind }) => kind).toSorted()).toEqual(kinds.map(({ command }) => command).toSorted());
    const pages = kinds.map(({ entity, columns: { shownOn } }) => shownOn?.entity ?? entity.name);
    expect(pages.filter((page) => recordType(modules, page)?.route === undefined)).toEqual([]);
  });

  it('are done several at once only where it can be undone: what the server decides is for good', () => {
    const inBatches = types.filter(({ batch }) => batch !== undefined).map(({ kind }) => commands.get(kind));
    expect(inBatches.length).toBeGreaterThan(0);
    expect(inBatches.map((command) => command?.authority)).toEqual(inBatches.map(() => 'local'));
  });
});

describe('records', () => {
  it('that search finds have a name and a page', () => {
    const found = declared.flatMap(({ search }) => search);
    expect(found.length).toBeGreaterThan(3);
    const hits = found.map(({ entity: { name }, shownOn }) => ({
      entity: name,
      id,
      page: { entity: shownOn?.entity ?? name, id },
    }));
    const shown = groupsOf(hits).flatMap(({ items }) => items.map(({ entity }) => entity));
    expect(shown).toEqual(hits.map(({ entity }) => entity));
  });
});

describe('modules', () => {
  it('share no name: of their own, of entries of menu and palette, of record types, tones and groups of commands', () => {
    const names = [
      modules.map(({ name }) => name),
      modules.flatMap(({ menu = [] }) => menu.map(({ key }) => key)),
      modules.flatMap(({ actions = [] }) => actions.map(({ code }) => code)),
      modules.flatMap(({ pages = [] }) => pages.map(({ code }) => code)),
      modules.flatMap(({ records = {} }) => Object.keys(records)),
      modules.flatMap(({ tones = {} }) => Object.keys(tones)),
      groups.map(({ of }) => of),
    ];
    for (const each of names) expect(each.filter((name, index) => each.indexOf(name) !== index)).toEqual([]);
  });

  it('give every role of a person one page to begin with', () => {
    const homes = modules.flatMap(({ menu = [] }) => menu.flatMap(({ home = [] }) => home));
    expect(homes.toSorted()).toEqual([...humanRoles].toSorted());
  });
});
