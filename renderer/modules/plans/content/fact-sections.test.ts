// The facts of a plan: what applies to it, with names in place of codes, and where what does not come from the form comes from.
import { describe, expect, it } from 'vitest';
import { aPlan, planDay } from '#test/builders/plans.ts';
import { factSections } from './fact-sections.ts';

const names = {
  organisation: () => 'the agency',
  platform: () => 'the centre',
  policy: (code: string) => code,
  plannedSection: () => 'the package',
};
const nothing: ReadonlySet<string> = new Set();
const factsOf = (plan = aPlan().build(), changed = nothing) =>
  new Map(factSections(plan, names, changed).flatMap(({ facts }) => facts.map((fact) => [fact.label, fact])));

describe('the facts of a plan', () => {
  it('are named, not coded', () => {
    const facts = factsOf();
    expect(facts.get('采购方式')?.value).toBe('公开招标');
    expect(facts.get('行政区划')?.value).toBe('许昌市');
    expect(facts.get('代理机构')?.value).toBe('the agency');
    expect(facts.get('价格分值占比（%）')?.value).toBe('30%');
    expect(facts.get('预算金额')?.value).toBe('¥1,500,000.00\n大写：壹佰伍拾万元整');
  });

  it('leave out what does not apply', () => {
    expect(factsOf().has('适用情形')).toBe(false);
    const alone = aPlan()
      .with({ method: 'INQUIRY', entrusted: false, agencyId: null, smeMode: 'NONE' })
      .build();
    const facts = factsOf(alone);
    expect([facts.has('适用情形'), facts.has('不预留的情形')]).toEqual([true, true]);
    expect([facts.has('代理机构'), facts.has('预留金额')]).toEqual([false, false]);
  });

  it('say where a number comes from, and what it means that there is none', () => {
    expect(factsOf().get('备案号')).toMatchObject({ value: '备案后由系统编号' });
    const filed = { ...aPlan().approved().build(), planNo: 'XC-1', filedAt: planDay };
    expect(factsOf(filed).get('备案号')).toMatchObject({ value: 'XC-1', source: '采购办备案' });
    expect(factsOf().get('采购单位')).toMatchObject({ source: '单位登记' });
    const without = aPlan().with({ platformId: null }).build();
    expect(factsOf(without).get('交易平台')?.value).toBe('未选择，不推送交易中心');
  });

  it('mark what has changed', () => {
    const facts = factsOf(aPlan().build(), new Set(['phone']));
    expect([facts.get('联系电话')?.changed, facts.get('联系人')?.changed]).toEqual([true, undefined]);
  });
});
