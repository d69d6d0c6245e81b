// 落实政府采购政策: what the plan answered stands in notice and result by itself; what is left out is found, with the document of the policy.
import { describe, expect, it } from 'vitest';
import { defaultPolicies } from '#shared/codes/procurement-policies.ts';
import { recordContent, recordFacts } from '#test/builders/announcement-record.ts';
import type { Section } from '../projects/model.ts';
import { appliedPolicies, type ProjectPlan } from '../projects/plan-of-project.ts';
import { compose } from './compose.ts';
import type { AnnouncementFacts } from './facts-model.ts';
import { isRich } from './field-values.ts';
import type { AnnouncementTypeCode } from './model.ts';
import { statedPolicies } from './policies.ts';
import { plainTextOf, richTextOf } from './rich-text.ts';
import { templateOf } from './templates/index.ts';
import type { Values } from './values.ts';

/** As drafted for a plan with these answers. */
function drafted(
  type: AnnouncementTypeCode,
  answers: Partial<ProjectPlan['content']> = {},
  typed: Values = {},
  parts: Partial<AnnouncementFacts> = {},
) {
  const given = recordFacts(type);
  if (given.plan === undefined) throw new Error('no plan');
  const content = { ...given.plan.content, smeMode: 'WHOLE_PROJECT', ...answers };
  const policies = appliedPolicies(defaultPolicies, content, given.today);
  const facts = { ...given, policies, ...parts };
  const { values, findings } = compose(facts, {
    type,
    sectionIds: facts.sections.map(({ id }) => id),
    content: { ...recordContent(type), ...typed },
  });
  const { policies: said } = values;
  return {
    said: isRich(said) ? plainTextOf(said) : said,
    findings: findings.filter(({ ruleId }) => ruleId.startsWith('announcement.policy')),
  };
}

const notDomestic = [{ code: 'DOMESTIC_PRODUCT', applies: false, rate: null, reason: '不涉及货物' }];

describe('a notice', () => {
  it.each([
    ['announcement.policy_said', '本项目不执行本国产品政策。'],
    ['announcement.policy_said', '本国产品政策不适用于本项目。'],
    ['announcement.policy_rate', '执行本国产品政策，对本国产品的报价给予10%的价格扣除。'],
    ['announcement.policy_rate', '执行本国产品政策：给予本国产品25％的扣除。'],
  ])('does not contradict the plan: %s', (rule, words) => {
    expect(drafted('TENDER', {}, { policies: richTextOf(words) }).findings).toMatchObject([
      { ruleId: rule, severity: 'error', paths: ['policies'] },
    ]);
  });

  it.each([
    '执行本国产品政策，对本国产品的报价给予20％的价格扣除；非本国产品不享受。',
    '本国产品：成本比例达到80%的，给予20%的价格扣除。',
    '执行本国产品政策。不适用本国产品标准的品目除外。',
  ])('may say it in other words: %s', (words) => {
    expect(drafted('TENDER', {}, { policies: richTextOf(words) }).findings).toEqual([]);
  });

  it('may give others another deduction', () => {
    const policies = [...notDomestic, { code: 'SME_PRICE_DEDUCTION', applies: true, rate: 10, reason: '' }];
    const words = '对小微企业的报价给予10%的扣除；大中型企业与小微企业组成联合体的，给予4%的扣除。';
    const { findings } = drafted('TENDER', { smeMode: 'NONE', policies }, { policies: richTextOf(words) });
    expect(findings).toEqual([]);
  });

  it('says what the plan answered, a line a policy', () => {
    expect(drafted('TENDER').said).toMatch(
      /^执行本国产品标准及相关政策（国办发〔2025〕34号）.*20%的价格扣除/u,
    );
    const several = drafted('NEGOTIATION_NOTICE', {
      greenPolicies: ['ENERGY_PRIORITY', 'ENVIRONMENT_LABEL'],
    });
    expect(
      String(several.said)
        .split('\n')
        .map((line) => line.slice(0, 2)),
    ).toEqual(['1.', '2.', '3.']);
    expect(several.findings).toEqual([]);
  });

  it('says the deduction for small enterprises that the plan chose', () => {
    const policies = [...notDomestic, { code: 'SME_PRICE_DEDUCTION', applies: true, rate: 12, reason: '' }];
    const { said } = drafted('TENDER', { smeMode: 'NONE', policies });
    expect(said).toMatch(/^执行小微企业价格扣除政策.*12%/u);
  });

  it('says nothing of what does not apply, and of what was not in force when the project began', () => {
    expect(drafted('TENDER', { policies: notDomestic })).toEqual({ said: undefined, findings: [] });
    expect(drafted('TENDER', { plannedStart: '2025-12-31' })).toEqual({ said: undefined, findings: [] });
  });

  it('is an error where it leaves out what the plan answered, and none where the words stand elsewhere', () => {
    const { findings } = drafted('TENDER', {}, { policies: richTextOf('按规定执行。') });
    expect(findings).toMatchObject([
      {
        ruleId: 'announcement.policy_said',
        severity: 'error',
        paths: ['policies'],
        article: expect.stringContaining('国办发〔2025〕34号'),
        params: { policy: '本国产品' },
      },
    ]);
    const elsewhere = { policies: null, other: richTextOf('本项目执行本国产品政策。') };
    expect(drafted('TENDER', {}, elsewhere).findings).toEqual([]);
  });

  it('in the format of before is asked nothing', () => {
    const template = templateOf('TENDER', 1);
    if (template === undefined) throw new Error('no such format');
    expect(drafted('TENDER', {}, {}, { template })).toEqual({ said: undefined, findings: [] });
  });
});

describe('a result', () => {
  it('says what was applied, and misses the 声明函 until it is attached', () => {
    const { said, findings } = drafted('RESULT', {}, { domesticDeclaration: null });
    expect(said).toMatch(/^评审执行本国产品标准及相关政策.*20%/u);
    expect(findings).toMatchObject([
      {
        ruleId: 'announcement.policy_declared',
        severity: 'warning',
        paths: ['domesticDeclaration'],
        params: { declaration: '关于符合本国产品标准的声明函' },
      },
    ]);
    expect(drafted('RESULT').findings).toEqual([]);
  });

  it('says nothing of policies whose results say nothing', () => {
    const { said, findings } = drafted('RESULT', {
      policies: notDomestic,
      greenPolicies: ['ENERGY_PRIORITY'],
    });
    expect({ said, findings }).toEqual({ said: undefined, findings: [] });
  });
});

describe('a deduction for small enterprises', () => {
  const small = (sectionNo: string, smeReserved: boolean | null) => ({
    section: { ...recordFacts('TENDER').sections[0], sectionNo } as Section,
    smeReserved,
  });
  const applied = defaultPolicies.map((policy) => ({ policy, rate: policy.deduction?.least ?? null }));
  const codesOf = (sections: readonly ReturnType<typeof small>[]) =>
    statedPolicies(applied, sections).map(({ policy, sectionNos }) => [policy.code, sectionNos] as const);
  const others = applied.filter(({ policy }) => !policy.unlessReserved).map(({ policy }) => policy.code);

  it('is not said of sections that are reserved for them', () => {
    expect(applied.length).toBeGreaterThan(others.length);
    expect(codesOf([small('1', true)]).map(([code]) => code)).toEqual(others);
    expect(codesOf([small('1', false), small('2', null)]).every(([, nos]) => nos === undefined)).toBe(true);
    expect(codesOf([])).toHaveLength(applied.length);
  });

  it('names the sections that are open, where others are reserved', () => {
    const stated = codesOf([small('1', true), small('2', false), small('3', false)]);
    const [limited] = stated.filter(([, nos]) => nos !== undefined);
    expect(limited?.[1]).toEqual(['2', '3']);
    expect(stated).toHaveLength(applied.length);
    const policies = statedPolicies(applied.slice(0, 9), [small('1', true), small('2', false)]);
    expect(drafted('TENDER', {}, {}, { policies }).said).toContain('标段2：');
  });
});
