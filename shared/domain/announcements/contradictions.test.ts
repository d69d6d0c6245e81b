// A notice about a plan in two packages, the second for small and medium enterprises: what section, plan and notice may not say differently.
import { describe, expect, it } from 'vitest';
import { aLine } from '#test/builders/announcement-content.ts';
import {
  recordContent,
  recordFacts,
  recordPublished,
  recordSections,
} from '#test/builders/announcement-record.ts';
import { anId } from '#test/builders/ids.ts';
import type { Section } from '../projects/model.ts';
import { compose } from './compose.ts';
import type { AnnouncementFacts } from './facts-model.ts';
import { plainTextOf, richTextOf, richTextSchema } from './rich-text.ts';
import type { Values } from './values.ts';

type PlanContent = NonNullable<AnnouncementFacts['plan']>['content'];

const [boards, recorder] = recordSections as [Section, Section];
const packages = [
  { ...boards, no: '1', smeReserved: false, catalogCode: 'A02021103' },
  { ...recorder, no: '2', smeReserved: true, catalogCode: 'A02091199' },
];
const idOf = (no: string) => anId(`package ${no}`);

function planned(change: Partial<PlanContent> = {}): Partial<PlanContent> {
  return {
    smeMode: 'LOT',
    items: packages.map(({ no, name, catalogCode, budget }) => ({
      id: anId(`item ${no}`),
      catalogEdition: '2022' as const,
      catalogCode,
      name: `${name}（整包）`,
      qty: no,
      unit: '套',
      unitPrice: null,
      amount: budget,
      plannedSectionId: idOf(no),
    })),
    plannedSections: packages.map(({ no, name, budget, smeReserved }) => ({
      catalogCode: null,
      smeReserved: null,
      evalMethod: null,
      id: idOf(no),
      no,
      name,
      budget,
      reserve: smeReserved ? budget : null,
    })),
    ...change,
  };
}

/** As the centre pushes them: a section for each package. */
const pushed: readonly Section[] = packages.map(({ no, catalogCode, ...section }) => ({
  ...section,
  content: `${section.name}（整包），${no}套`,
  catalogCode,
  plannedSectionId: idOf(no),
}));
/** As a centre of the version before pushes them. */
const before: readonly Section[] = pushed.map((section) => ({
  ...section,
  plannedSectionId: null,
  content: pushed.map(({ content }) => content).join('；'),
  catalogCode: 'A02021103',
  smeReserved: false,
}));

function factsOf(sections: readonly Section[], change: Partial<PlanContent> = {}): AnnouncementFacts {
  const facts = recordFacts('TENDER', { sections, allSections: sections });
  const { plan } = facts;
  if (plan === undefined) throw new Error('the record has a plan');
  return { ...facts, plan: { ...plan, content: { ...plan.content, ...planned(change) } } };
}

function composed(sections: readonly Section[], typed: Values = {}, change: Partial<PlanContent> = {}) {
  const content = { ...recordContent('TENDER'), ...typed };
  return compose(factsOf(sections, change), {
    type: 'TENDER',
    sectionIds: sections.map(({ id }) => id),
    content,
  });
}

function found(...given: Parameters<typeof composed>) {
  return composed(...given)
    .findings.filter(({ severity, ruleId }) => severity === 'error' && !ruleId.startsWith('deadline'))
    .map(({ ruleId, paths }) => [ruleId, ...paths]);
}
const changed = (parts: Partial<Section>): readonly Section[] =>
  pushed.map((section, index) => (index === 1 ? { ...section, ...parts } : section));
const requirementOf = (sections: readonly Section[]) =>
  plainTextOf(richTextSchema.parse(composed(sections).values['requirement']));

describe('a notice of packages', () => {
  it.each([
    ['by their centre', pushed],
    ['by a centre of the version before', before],
  ])('shows each section’s own items, 品目 and reserve, pushed %s', (_how, sections) => {
    const content = sections === pushed ? '采购内容' : '采购标的';
    expect(requirementOf(sections).replaceAll(/(采购品目：[A-Z]\d{8}).*/g, '$1')).toBe(
      [
        '标段A：智慧黑板',
        '预算金额：¥1,800,000.00（大写：壹佰捌拾万元整）',
        '最高限价：¥1,780,000.00（大写：壹佰柒拾捌万元整）',
        '采购品目：A02021103',
        `${content}：智慧黑板（整包），1套`,
        '是否专门面向中小企业采购：否',
        '标段B：录播系统',
        '预算金额：¥880,000.00（大写：捌拾捌万元整）',
        '最高限价：¥865,000.00（大写：捌拾陆万伍仟元整）',
        '采购品目：A02091199',
        `${content}：录播系统（整包），2套`,
        '是否专门面向中小企业采购：是',
      ].join('\n'),
    );
    const qualification = composed(sections).values['policyQualification'];
    expect(plainTextOf(richTextSchema.parse(qualification))).toMatch(/^标段B专门面向中小企业采购/);
  });

  it('tells of a 评审方法 that is not the plan’s, of the package or of the whole', () => {
    const warned = (sections: readonly Section[], change: Partial<PlanContent> = {}) =>
      composed(sections, {}, change)
        .findings.filter(({ ruleId }) => ruleId === 'announcement.section_evaluation')
        .map(({ severity, params }) => [severity, params['numbers']]);
    const same = pushed.map((section) => ({ ...section, evalMethod: 'COMPREHENSIVE_SCORE' }));
    const whole = { evalMethod: 'COMPREHENSIVE_SCORE' };
    expect(warned(same, whole)).toEqual([]);
    const other = changed({ evalMethod: 'LOWEST_PRICE' });
    expect(warned(other, whole)).toEqual([['warning', 'B']]);
    const { plannedSections = [] } = planned();
    const ofPackage = plannedSections.map((each) => ({
      ...each,
      evalMethod: each.no === '2' ? 'LOWEST_PRICE' : null,
    }));
    expect(warned(other, { ...whole, plannedSections: ofPackage })).toEqual([]);
    expect(warned(other, { ...whole, plannedSections: [] })).toEqual([['warning', 'B']]);
    // What the centre does not say is no other one.
    expect(warned(changed({ evalMethod: null }), whole)).toEqual([]);
  });

  it('contradicts nothing as it is filled in', () => {
    expect(found(pushed)).toEqual([]);
    expect(found(before)).toEqual([]);
  });

  it.each<[string, Partial<Section>, string]>([
    ['its budget', { budget: 88_000_001 }, 'announcement.section_over_plan'],
    ['its 品目', { catalogCode: 'A02010105' }, 'announcement.section_catalogue'],
    ['its reserve', { smeReserved: false }, 'announcement.section_reserved'],
    ['its package', { plannedSectionId: anId('package of another plan') }, 'announcement.section_package'],
  ])('is refused where the centre changed %s', (_what, parts, ruleId) => {
    expect(found(changed(parts))).toContainEqual([ruleId, 'sectionIds']);
  });

  it('says the items of a package once where the centre has made two sections of it', () => {
    const [first, second] = pushed as [Section, Section];
    const halves = ['B-1', 'B-2'].map((sectionNo) => ({
      ...second,
      id: anId(sectionNo),
      sectionNo,
      content: `${sectionNo}：录播系统`,
      budget: second.budget / 2,
      ceiling: null,
    }));
    const text = requirementOf([first, ...halves]);
    expect(text).not.toContain('录播系统（整包），2套');
    expect(text).toContain('采购内容：B-2：录播系统');
    expect(found([first, ...halves])).toEqual([]);
  });

  it('asks a person where neither the centre nor a package of this name says who it is for', () => {
    const renamed = before.map((section, index) => ({ ...section, name: `Part ${index}` }));
    const text = requirementOf(renamed);
    const open = '是否专门面向中小企业采购：________';
    expect(text.split('\n').filter((line) => line === open)).toHaveLength(2);
    expect(found(renamed)).toEqual([['announcement.reserve_open', 'requirement']]);
    const answered = text
      .replace(open, '是否专门面向中小企业采购：否')
      .replace(open, '是否专门面向中小企业采购：是');
    const typed = {
      requirement: richTextOf(answered),
      policyQualification: richTextOf('标段B专门面向中小企业采购。'),
    };
    expect(found(renamed, typed)).toEqual([]);
    // Where no package is set aside, or all of them, the centre has said it.
    expect(found(renamed, {}, { smeMode: 'NONE', plannedSections: [] })).toEqual([]);
  });

  it('is refused where the text still tells of a section that is not chosen any more', () => {
    const typed = { ...recordContent('TENDER'), requirement: richTextOf(requirementOf(pushed)) };
    const facts = factsOf(pushed);
    const [first] = facts.sections;
    const sections = facts.sections.slice(0, 1);
    const draft = { type: 'TENDER' as const, sectionIds: [first?.id ?? ''], content: typed };
    const { findings } = compose({ ...facts, sections }, draft);
    expect(findings.map(({ ruleId }) => ruleId)).toContain('announcement.section_lines');
  });

  it('takes the same amount in 万元', () => {
    const text = requirementOf(pushed).replace('预算金额：¥880,000.00', '预算金额：88万元');
    expect(found(pushed, { requirement: richTextOf(text) })).toEqual([]);
  });

  it('is warned where a section has less than its package', () => {
    const { findings } = composed(changed({ budget: 87_999_999 }));
    expect(findings.map(({ ruleId }) => ruleId)).toContain('announcement.section_under_plan');
  });

  it('is refused where 联合体 is demanded and a section, or the notice, does not take any', () => {
    const demanding = { smeMode: 'CONSORTIUM' };
    const open = pushed.map((section) => ({ ...section, smeReserved: false, acceptsConsortium: true }));
    expect(found(open, {}, demanding)).toEqual([]);
    expect(found(open, { consortiumAllowed: false }, demanding)).toEqual([
      ['announcement.consortium', 'consortiumAllowed'],
    ]);
    const closed = open.map((section) => ({ ...section, acceptsConsortium: false }));
    expect(found(closed, {}, demanding)).toEqual([['announcement.section_consortium', 'sectionIds']]);
    expect(found(pushed, { consortiumAllowed: true })).toEqual([
      ['announcement.consortium', 'consortiumAllowed'],
    ]);
  });

  it.each<[string, Values, readonly (readonly string[])[]]>([
    [
      'another budget',
      { budgetAmount: 1 },
      [
        ['announcement.budget_sections', 'budgetAmount'],
        ['announcement.ceiling', 'ceilingPrice'],
      ],
    ],
    ['another ceiling', { ceilingPrice: 100_000_000 }, [['announcement.ceiling_sections', 'ceilingPrice']]],
    [
      'a reserve of the wrong package',
      { policyQualification: richTextOf('包1专门面向中小企业采购，供应商应为中小企业。') },
      [
        ['announcement.reserve_words', 'policyQualification'],
        ['announcement.reserve_unsaid', 'policyQualification'],
      ],
    ],
    [
      'a reserve of all of it',
      { policyQualification: richTextOf('本项目专门面向中小企业采购。') },
      [['announcement.reserve_words', 'policyQualification']],
    ],
    [
      'no reserve',
      { policyQualification: richTextOf('无') },
      [['announcement.reserve_unsaid', 'policyQualification']],
    ],
    [
      'the reserve elsewhere',
      { other: richTextOf('包1专门面向中小企业采购。') },
      [['announcement.reserve_words', 'other']],
    ],
  ])('is refused where somebody typed %s', (_what, typed, rules) => {
    expect(found(pushed, typed)).toEqual(rules);
  });

  it.each([
    ['WHOLE_PROJECT', false],
    ['NONE', true],
    ['SUBCONTRACT', true],
  ])('is refused where a plan that is not divided says %s and the centre another thing', (smeMode, wrong) => {
    const of = (smeReserved: boolean) =>
      found(
        before.map((section) => ({ ...section, smeReserved })),
        {},
        { smeMode, plannedSections: [] },
      );
    expect(of(wrong)).toEqual([['announcement.section_reserved', 'sectionIds']]);
    expect(of(!wrong)).toEqual([]);
  });

  it.each([
    '包1专项针对中小企业采购，包2专门面向中小企业采购。',
    '包1面向中小企业专门采购；包2专门面向中小企业采购。',
    '包1仅限中小企业参加；包2专门面向中小企业采购。',
    '包1专门\u200b面向中小企业采购；包2专门面向中小企业采购。',
  ])('is refused where the wrong package is reserved in other words: %s', (words) => {
    expect(found(pushed, { policyQualification: richTextOf(words) })).toEqual([
      ['announcement.reserve_words', 'policyQualification'],
    ]);
  });

  it('takes the reserve in other words', () => {
    expect(
      found(pushed, { policyQualification: richTextOf('包2专门面向中小企业采购，须提供声明函。') }),
    ).toEqual([]);
  });

  it.each([
    ['是否专门面向中小企业采购：是', '是否专门面向中小企业采购：否'],
    ['预算金额：¥880,000.00', '预算金额：¥980,000.00'],
    ['预算金额：¥880,000.00', '预算金额：98万元'],
    ['最高限价：¥865,000.00', '最高限价：¥880,000.00'],
    ['最高限价：¥865,000.00（', '最高限价：无（'],
    ['采购品目：A02091199', '采购品目：A02010105'],
    ['是否专门面向中小企业采购：是', '是否专门面向中小企业采购: 否'],
    ['预算金额：¥880,000.00', ' 预算金额 :¥980,000.00'],
    ['（大写：捌拾捌万元整）', '（大写：玖拾捌万元整）'],
  ])('is refused where a line of a section was changed: %s', (line, other) => {
    const text = requirementOf(pushed);
    expect(text).toContain(line);
    expect(found(pushed, { requirement: richTextOf(text.replace(line, other)) })).toEqual([
      ['announcement.section_lines', 'requirement'],
    ]);
    expect(found(pushed, { requirement: richTextOf(`${text}\n交货地点：采购人指定地点`) })).toEqual([]);
  });
});

describe('a correction of that notice', () => {
  const target = recordPublished('TENDER', undefined, composed(pushed).values);
  const announced = pushed.map((section) => ({
    ...section,
    status: 'announced' as const,
    schedule: {
      announcementId: target.id,
      round: 1,
      publishedOn: '2026-03-02',
      documentsFrom: null,
      documentsUntil: null,
      deadline: '2026-03-24T09:30',
      opening: '2026-03-24T09:30',
    },
  }));

  function corrected(field: string, after: string, value: boolean | null = null) {
    const { plan } = factsOf(announced);
    const facts = recordFacts('CORRECTION', {
      plan,
      target,
      announcements: [target],
      sections: announced.slice(0, 1),
      allSections: announced,
    });
    const corrections = [aLine('1', { field, item: 'x', before: 'y', after, value })];
    const sectionIds = announced.slice(0, 1).map(({ id }) => id);
    const content = { ...recordContent('CORRECTION'), corrections };
    return compose(facts, { type: 'CORRECTION', sectionIds, content }).findings.map(({ ruleId, paths }) => [
      ruleId,
      ...paths,
    ]);
  }
  const line = 'corrections.0.after';

  it.each<readonly [string, Parameters<typeof corrected>, string]>([
    ['drops the reserve', ['policyQualification', '无'], 'announcement.reserve_unsaid'],
    [
      'reserves another package',
      ['policyQualification', '本项目专门面向中小企业采购。'],
      'announcement.reserve_words',
    ],
    [
      'changes a line of a section that it is not about',
      [
        'requirement',
        requirementOf(pushed).replace('是否专门面向中小企业采购：是', '是否专门面向中小企业采购：否'),
      ],
      'announcement.section_lines',
    ],
    ['takes 联合体', ['consortiumAllowed', '是', true], 'announcement.consortium'],
  ])('is refused where it %s', (_what, given, ruleId) => {
    expect(corrected(...given)).toContainEqual([ruleId, line]);
  });

  it('is taken where it contradicts nothing', () => {
    expect(corrected('requirement', `${requirementOf(pushed)}\n交货地点：采购人指定地点`)).toEqual([]);
    expect(corrected('bidPlace', '第一开标室')).toEqual([]);
  });
});
