// 政府采购政策: what a plan is asked follows its category, its reserve and the day on which procurement begins.
import { describe, expect, it } from 'vitest';
import {
  defaultPolicies,
  type Policy,
  policiesSchema,
  policyName,
} from '#shared/codes/procurement-policies.ts';
import { citation } from '#shared/text/zh-CN/articles.ts';
import { anActor } from '#test/builders/actors.ts';
import { aPlan } from '#test/builders/plans.ts';
import { aStore } from '#test/builders/world.ts';
import { settings } from '../admin/model.ts';
import { settingDefinitions, settingValue } from '../admin/settings.ts';
import { upcast } from '../execute.ts';
import { bodyOf, presentBody } from '../stored-body.ts';
import { createPlan } from './commands/create.ts';
import { type Plan, plans } from './model.ts';
import { appliedPolicies, askedPolicies, choosablePolicies, policyWords } from './policies.ts';

const clerk = anActor('purchaser_clerk');
const administrator = anActor('administrator');
const { id, content } = aPlan().build();
const today = '2026-01-21';

const asked = (parts: Partial<Plan['content']>) =>
  askedPolicies(defaultPolicies, { ...content, ...parts }, today).map(({ code }) => code);
/** The default table with parts of the row of 本国产品 replaced. */
const changed = (parts: Partial<Policy>): readonly Policy[] =>
  defaultPolicies.map((row) => (row.code === 'DOMESTIC_PRODUCT' ? { ...row, ...parts } : row));
const domestic = defaultPolicies.find(({ code }) => code === 'DOMESTIC_PRODUCT');

describe('a plan is asked', () => {
  it('of 本国产品 when goods or services begin in 2026 or later', () => {
    expect(asked({ plannedStart: '2026-01-01' })).toEqual(['DOMESTIC_PRODUCT']);
    expect(asked({ plannedStart: '2025-12-31' })).toEqual([]);
    expect(asked({ category: 'C' })).toEqual(['DOMESTIC_PRODUCT']);
    expect(asked({ category: 'B' })).toEqual([]);
    expect(asked({ category: null })).toEqual([]);
  });

  it('of the deduction for small enterprises where the project is not reserved as a whole', () => {
    expect(asked({ smeMode: 'NONE' })).toEqual(['DOMESTIC_PRODUCT', 'SME_PRICE_DEDUCTION']);
    expect(asked({ smeMode: 'LOT' })).toContain('SME_PRICE_DEDUCTION');
    expect(asked({ smeMode: null })).not.toContain('SME_PRICE_DEDUCTION');
  });

  it('within the range of its own time and category', () => {
    const range = (parts: Partial<Plan['content']>) =>
      askedPolicies(defaultPolicies, { ...content, smeMode: 'NONE', ...parts }, today)
        .filter(({ code }) => code === 'SME_PRICE_DEDUCTION')
        .map(({ deduction }) => deduction);
    expect(range({ plannedStart: '2022-06-30' })).toEqual([{ least: 6, most: 10 }]);
    expect(range({ plannedStart: '2022-07-01' })).toEqual([{ least: 10, most: 20 }]);
    expect(range({ category: 'B' })).toEqual([{ least: 3, most: 5 }]);
  });

  it('and may name 节能 and 环境标志 beside it', () => {
    expect(choosablePolicies(defaultPolicies, content, today).map(({ code }) => code)).toEqual([
      'ENERGY_MANDATORY',
      'ENERGY_PRIORITY',
      'ENVIRONMENT_LABEL',
      'GREEN_PACKAGING',
      'GREEN_MATERIALS',
    ]);
  });
});

describe('what the project carries out', () => {
  const applied = (parts: Partial<Plan['content']>, policies = defaultPolicies) =>
    appliedPolicies(policies, { ...content, ...parts }, today);

  it('is what was answered with 适用 and what was named', () => {
    const all = applied({ greenPolicies: ['ENVIRONMENT_LABEL'] });
    expect(all.map(({ policy, rate }) => [policy.code, rate])).toEqual([
      ['DOMESTIC_PRODUCT', 20],
      ['ENVIRONMENT_LABEL', null],
    ]);
    const [first] = all;
    expect(first && policyWords(first.policy.notice, first)).toContain('本国产品的报价给予20%的价格扣除');
    const answer = { code: 'DOMESTIC_PRODUCT', applies: false, rate: null, reason: '不涉及货物' };
    expect(applied({ policies: [answer] })).toEqual([]);
    expect(applied({ policies: [] })).toEqual([]);
  });

  it('stays what was in force when it began, whatever follows', () => {
    if (domestic === undefined) throw new Error('no such row');
    const next: Policy = {
      ...domestic,
      document: '《新通知》',
      validFrom: '2027-01-01',
      deduction: { least: 15, most: 15 },
    };
    const both = [...changed({ validTo: '2026-12-31' }), next];
    expect(policiesSchema.safeParse(both).success).toBe(true);
    const documents = (plannedStart: string) =>
      applied({ plannedStart }, both).map(({ policy }) => policy.document);
    expect(documents('2026-12-31')).toEqual([domestic.document]);
    expect(documents('2027-01-01')).toEqual(['《新通知》']);
  });
});

describe('提交', () => {
  const submitted = (parts: Partial<Plan['content']>, table?: readonly Policy[]) => {
    const store = aStore().put(plans, aPlan().with(parts).build());
    if (table !== undefined) {
      const value = JSON.parse(JSON.stringify(table));
      expect(store.run(administrator, 'settings.set', { key: 'policies', value })).toMatchObject({
        ok: true,
      });
    }
    return store.run(clerk, 'plans.submit', { id });
  };
  const finding = (code: string, params: object) => ({
    error: {
      fields: [{ path: 'policies', code, article: expect.stringContaining('国办发〔2025〕34号'), params }],
    },
  });

  it('is refused without an answer, with another deduction and without a reason, citing the document', () => {
    const policy = '本国产品';
    expect(submitted({ policies: [] })).toMatchObject(finding('plan.policy_answered', { policy }));
    const answer = { code: 'DOMESTIC_PRODUCT', applies: true, rate: 10, reason: '' };
    const range = { policy, least: 20, most: 20 };
    expect(submitted({ policies: [answer] })).toMatchObject(finding('plan.policy_rate', range));
    const not = { ...answer, applies: false, rate: null };
    expect(submitted({ policies: [not] })).toMatchObject(finding('plan.policy_reason', { policy }));
    expect(submitted({ policies: [{ ...not, reason: '不涉及货物' }] })).toMatchObject({ ok: true });
  });

  it('follows the table as the administrator keeps it', () => {
    const answer = { code: 'DOMESTIC_PRODUCT', applies: true, rate: 15, reason: '' };
    expect(submitted({ policies: [answer] })).toMatchObject({ ok: false });
    const table = changed({ deduction: { least: 10, most: 20 }, clause: '第二条', verified: true });
    expect(submitted({ policies: [answer] }, table)).toMatchObject({ ok: true });
    const refused = submitted({ policies: [{ ...answer, rate: 21 }] }, table);
    const article = refused.ok ? '' : (refused.error.fields?.[0]?.article ?? '');
    expect(citation(article)).toBe(
      '《关于在政府采购中实施本国产品标准及相关政策的通知》（国办发〔2025〕34号）第二条',
    );
  });
});

describe('系统设置', () => {
  it.each<[string, readonly Policy[], (string | number)[], string]>([
    ['an end before its beginning', changed({ validTo: '2025-12-31' }), [0, 'validTo'], 'policy_dates'],
    [
      'a range upside down',
      changed({ deduction: { least: 20, most: 10 } }),
      [0, 'deduction'],
      'policy_range',
    ],
    ['a rate in words alone', changed({ deduction: null }), [0, 'notice'], 'policy_rate'],
    ['words that do not name it', changed({ notice: '按规定执行。' }), [0, 'notice'], 'policy_mention'],
    [
      'two rows at one time',
      [...defaultPolicies, ...changed({}).slice(0, 1)],
      [9, 'validFrom'],
      'policy_overlap',
    ],
    ['a policy less', defaultPolicies.slice(1), [], 'policy_removed'],
  ])('refuse %s', (_what, table, path, message) => {
    const read = policiesSchema.safeParse(table);
    expect(read.error?.issues).toMatchObject([{ path, message }]);
  });

  it('hold a table of their own that suits itself, with what was read of each document', () => {
    expect(policiesSchema.safeParse(defaultPolicies).error).toBeUndefined();
    expect(defaultPolicies.filter(({ evidence }) => evidence === '')).toEqual([]);
    expect(defaultPolicies.some(({ verified }) => verified)).toBe(false);
  });

  it('are not set where a stored table does not suit', () => {
    const row = { id: 'policies', value: [{ code: 'X' }], updatedAt: 0 };
    expect(settingValue([row], 'policies')).toBe(settingDefinitions.policies.fallback);
    const store = aStore();
    expect(store.run(administrator, 'settings.set', { key: 'policies', value: row.value })).toMatchObject({
      error: { code: 'invalid_input' },
    });
    expect(store.all(settings)).toEqual([]);
  });

  it('name a policy that is over', () => {
    expect(policyName(changed({ validTo: '2026-01-31' }), 'DOMESTIC_PRODUCT')).toBe('本国产品');
    expect(policyName(defaultPolicies, 'constructor')).toBe('constructor');
  });
});

describe('a plan of before', () => {
  const { policies: _, ...before } = content;

  it('is read with no answers, in what was returned too', () => {
    const body = { ...aPlan().returned().build(), content: before, returnedContent: before };
    const read = presentBody(plans, body);
    expect(plans.schema.parse(read)).toMatchObject({
      content: { policies: null },
      returnedContent: { policies: null },
    });
    expect(presentBody(plans, { ...body, returnedContent: null })).toMatchObject({ returnedContent: null });
    const written = JSON.parse(bodyOf(plans, aPlan().build()));
    expect(written).toMatchObject({ $revision: 3 });
    expect(presentBody(plans, written)).toEqual(aPlan().build());
  });

  it('is taken from an outbox of before', () => {
    const raised = upcast(createPlan, { id, content: before }, 1);
    expect(raised).toEqual({ ok: true, value: { id, content: { ...before, policies: null } } });
    const store = aStore();
    expect(store.run(clerk, 'plans.create', raised.ok ? raised.value : null)).toMatchObject({ ok: true });
    // Submitted before the update, perhaps, it is not refused for what its form did not ask.
    expect(store.run(clerk, 'plans.submit', { id })).toMatchObject({ ok: true });
    store.run(clerk, 'plans.takeBack', { id });
    const asked = { id, changes: [{ field: 'policies', from: null, to: [] }] };
    expect(store.run(clerk, 'plans.edit', asked)).toMatchObject({ ok: true });
    expect(JSON.stringify(store.run(clerk, 'plans.submit', { id }))).toContain('plan.policy_answered');
  });
});
