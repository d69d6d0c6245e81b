import { describe, expect, it } from 'vitest';
import { defaultPolicies } from '#shared/codes/procurement-policies.ts';
import { roles } from '#shared/domain/actor.ts';
import { accountSchema, organisationSchema, platformSchema } from '#shared/domain/admin/model.ts';
import { settingKeys } from '#shared/domain/admin/settings.ts';
import {
  changeActions,
  changeContentSchema,
  changePurposes,
  changeStatuses,
  contractStates,
} from '#shared/domain/award-changes/model.ts';
import { awardContentSchema, awardStatuses, bases } from '#shared/domain/awards/model.ts';
import {
  challengeContentSchema,
  challengeSchema,
  challengeStages,
  challengeStatuses,
  conclusions,
  consequences,
  replySchema,
  services,
} from '#shared/domain/challenges/model.ts';
import {
  breachArticles,
  breachConsequences,
  breachContentSchema,
  breachDeliveries,
  breachKinds,
  breachParties,
  breachPurposes,
  breachStatuses,
  statementShape,
} from '#shared/domain/contracts/breaches/model.ts';
import {
  contractChangeContentSchema,
  contractChangePurposes,
  contractChangeStatuses,
} from '#shared/domain/contracts/changes/model.ts';
import {
  amountKinds,
  bondForms,
  contractContentSchema,
  contractKinds,
  contractPurposes,
  contractStatuses,
  paymentKinds,
} from '#shared/domain/contracts/model.ts';
import {
  paymentBases,
  paymentContentSchema,
  paymentPurposes,
  paymentStatuses,
} from '#shared/domain/contracts/payments/model.ts';
import { applicationStatuses } from '#shared/domain/experts/applications/model.ts';
import {
  filePurposes,
  planContentSchema,
  planFundSchema,
  planItemSchema,
  plannedSectionSchema,
  planStatuses,
  policyAnswerSchema,
} from '#shared/domain/plans/model.ts';
import { eventKinds, eventSources } from '#shared/domain/projects/events/model.ts';
import {
  projectSchema,
  pushStateSchema,
  sectionContentSchema,
  sectionStatuses,
} from '#shared/domain/projects/model.ts';
import { contractChangeKinds, severalReasons } from '#shared/domain/projects/section-contracts.ts';
import { commands } from '#shared/domain/registry.ts';
import { sizeClasses, supplierShape } from '#shared/domain/suppliers/model.ts';
import { errorCodes } from '#shared/kernel/errors.ts';
import { announcementPolicyRules } from '#shared/rules/announcement-policies.ts';
import { announcementRules, checkAnnouncementRules } from '#shared/rules/announcement-rules.ts';
import { awardChangeRules, checkAwardChange } from '#shared/rules/award-change-rules.ts';
import { awardMethodRules } from '#shared/rules/awards/method.ts';
import { awardRules, checkAward } from '#shared/rules/awards/rules.ts';
import { challengeRules, replyRules } from '#shared/rules/challenge-rules.ts';
import { acceptanceRules } from '#shared/rules/contracts/acceptance/rules.ts';
import { breachRules, checkBreach } from '#shared/rules/contracts/breach-rules.ts';
import { checkContractChange, contractChangeRules } from '#shared/rules/contracts/contract-change-rules.ts';
import { checkContract, contractRules } from '#shared/rules/contracts/contract-rules.ts';
import { checkPayment, paymentRules } from '#shared/rules/contracts/payment-rules.ts';
import { applicationRules } from '#shared/rules/experts/rules.ts';
import { policyRules } from '#shared/rules/plan/policies.ts';
import { exampleFacts } from '#shared/rules/plan-example.ts';
import { checkPlan, planRules } from '#shared/rules/plan-rules.ts';
import { checkSectionEvent, sectionEventRules } from '#shared/rules/section-event-rules.ts';
import {
  describeError,
  describeField,
  describeFinding,
  describeRefusal,
  fieldLabel,
  hasLabel,
} from './index.ts';
import { chineseNumber, citation } from './zh-CN/articles.ts';
import { ruleTexts } from './zh-CN/rules.ts';

const allPlanRules = [...planRules, ...policyRules(defaultPolicies)];
const allAnnouncementRules = [
  ...announcementRules,
  ...announcementPolicyRules(
    defaultPolicies
      .filter(({ declaration }) => declaration !== '')
      .map((policy) => ({ policy, rate: 20, declaration: { field: 'file', attached: false } })),
  ),
];
const chinese = /\p{Script=Han}/u;
const withPrefix = (prefix: string, names: Iterable<string>) => [...names].map((name) => `${prefix}.${name}`);
const lineFields = (schema: { readonly shape: object }) =>
  Object.keys(schema.shape).filter((name) => name !== 'id');

describe('every code has words', () => {
  it.each(errorCodes)('error %s', (code) => {
    expect(describeError({ code })).toMatch(chinese);
    // A code that leaks into its own words has none.
    expect(describeError({ code })).not.toContain(code);
  });

  it.each([
    ...allPlanRules.map(({ id, article, examples }) => ({
      id,
      article,
      findings: examples.failing.flatMap((facts) => checkPlan(facts)),
    })),
    ...allAnnouncementRules.map(({ id, article, examples }) => ({
      id,
      article,
      findings: examples.failing.flatMap((facts) => checkAnnouncementRules(facts)),
    })),
    ...awardRules.map(({ id, article, examples }) => ({
      id,
      article,
      findings: examples.failing.flatMap((facts) => checkAward(facts)),
    })),
    ...awardChangeRules.map(({ id, article, examples }) => ({
      id,
      article,
      findings: examples.failing.flatMap((facts) => checkAwardChange(facts)),
    })),
    ...contractRules.map(({ id, article, examples }) => ({
      id,
      article,
      findings: examples.failing.flatMap((facts) => checkContract(facts)),
    })),
    ...contractChangeRules.map(({ id, article, examples }) => ({
      id,
      article,
      findings: examples.failing.flatMap((facts) => checkContractChange(facts)),
    })),
    ...paymentRules.map(({ id, article, examples }) => ({
      id,
      article,
      findings: examples.failing.flatMap((facts) => checkPayment(facts)),
    })),
    ...breachRules.map(({ id, article, examples }) => ({
      id,
      article,
      findings: examples.failing.flatMap((facts) => checkBreach(facts)),
    })),
    ...sectionEventRules.map(({ id, article, examples }) => ({
      id,
      article,
      findings: examples.failing.flatMap((facts) => checkSectionEvent(facts)),
    })),
  ])('rule $id', ({ id, article, findings }) => {
    const own = findings.filter(({ ruleId }) => ruleId === id);
    expect(own).not.toEqual([]);
    for (const finding of own) {
      const words = describeFinding(finding);
      expect(words).toMatch(chinese);
      expect(words).not.toMatch(/undefined|NaN|null|\[object|—。/);
      expect(words).not.toContain(id);
      expect(words).toContain(`依据${citation(article) ?? 'nothing'}`);
    }
  });

  it('and of an intention it says what is missing of it, not that there is none', () => {
    const words = (content: Parameters<typeof exampleFacts>[0]) =>
      checkPlan(exampleFacts(content)).map(describeFinding).join('');
    expect(words({ intentionId: null, intentionPublishedOn: null })).toContain('未填写采购意向，');
    expect(words({ intentionId: null })).toContain('已填写采购意向公开日期，未填写是哪一份意向公告');
    expect(words({ intentionPublishedOn: null })).toContain('已填写采购意向公告，未填写公开日期');
    for (const content of [{ intentionId: null }, { intentionPublishedOn: null }]) {
      expect(words(content)).not.toContain('未填写采购意向，');
    }
  });

  it('and no rule has words that does not exist', () => {
    const ids = [
      ...allPlanRules,
      ...allAnnouncementRules,
      ...awardRules,
      ...awardMethodRules,
      ...awardChangeRules,
      ...challengeRules,
      ...replyRules,
      ...contractRules,
      ...contractChangeRules,
      ...acceptanceRules,
      ...paymentRules,
      ...breachRules,
      ...applicationRules,
      ...sectionEventRules,
    ].map(({ id }) => id);
    expect([...ruleTexts.keys()].sort()).toEqual([...new Set(ids)].sort());
  });

  it.each([
    ...withPrefix('roles', roles),
    ...withPrefix('plans.status', planStatuses),
    ...withPrefix('plans.content', Object.keys(planContentSchema.shape)),
    ...withPrefix('plans.content.items', lineFields(planItemSchema)),
    ...withPrefix('plans.content.funds', lineFields(planFundSchema)),
    ...withPrefix('plans.content.plannedSections', lineFields(plannedSectionSchema)),
    ...withPrefix('plans.content.policies', lineFields(policyAnswerSchema)),
    ...withPrefix('plans.filePurpose', filePurposes),
    ...withPrefix('projects.status', projectSchema.shape.status.options),
    ...withPrefix('projects.push', pushStateSchema.shape.status.options),
    ...withPrefix('sections.status', sectionStatuses),
    ...withPrefix('sections', Object.keys(sectionContentSchema.shape)),
    ...withPrefix('sectionEvents.kind', eventKinds),
    ...withPrefix('sectionEvents.source', eventSources),
    ...withPrefix('expertApplications.status', applicationStatuses),
    ...withPrefix('challenges.status', challengeStatuses),
    ...withPrefix('challenges.stage', challengeStages),
    ...withPrefix('challenges.conclusion', conclusions),
    ...withPrefix('challenges.consequence', consequences),
    ...withPrefix('challenges.service', services),
    ...withPrefix('challenges.source', challengeSchema.shape.source.options),
    ...withPrefix('challenges.content', Object.keys(challengeContentSchema.shape)),
    ...withPrefix('challenges.reply', Object.keys(replySchema.shape)),
    ...withPrefix('awards.status', awardStatuses),
    ...withPrefix('awards.basis', bases),
    ...withPrefix('awards.tieBy', ['document', 'lot']),
    ...withPrefix('awards.content', Object.keys(awardContentSchema.shape)),
    ...withPrefix('awards.content.candidates', lineFields(awardContentSchema.shape.candidates.element)),
    ...withPrefix('awards.content.passedOver', lineFields(awardContentSchema.shape.passedOver.element)),
    ...withPrefix('awards.content.members', lineFields(awardContentSchema.shape.members.element)),
    ...withPrefix('awardChanges.status', changeStatuses),
    ...withPrefix('awardChanges.action', changeActions),
    ...withPrefix('awardChanges.contractState', contractStates),
    ...withPrefix('awardChanges.purpose', changePurposes),
    ...withPrefix('awardChanges.content', Object.keys(changeContentSchema.shape)),
    ...withPrefix('contracts.status', contractStatuses),
    ...withPrefix('contracts.kind', contractKinds),
    ...withPrefix('contracts.amountKind', amountKinds),
    ...withPrefix('contracts.payment', paymentKinds),
    ...withPrefix('contracts.bond', bondForms),
    ...withPrefix('contracts.several', severalReasons),
    ...withPrefix('contracts.purpose', contractPurposes),
    ...withPrefix('contracts.content', Object.keys(contractContentSchema.shape)),
    ...(['items', 'payments', 'subcontracts'] as const).flatMap((table) =>
      withPrefix(`contracts.content.${table}`, lineFields(contractContentSchema.shape[table].element)),
    ),
    ...withPrefix('contractChanges.status', contractChangeStatuses),
    ...withPrefix('contractChanges.kind', contractChangeKinds),
    ...withPrefix('contractChanges.purpose', contractChangePurposes),
    ...withPrefix('contractChanges.content', Object.keys(contractChangeContentSchema.shape)),
    ...withPrefix('payments.status', paymentStatuses),
    ...withPrefix('payments.basis', paymentBases),
    ...withPrefix('payments.purpose', paymentPurposes),
    ...withPrefix('payments.content', Object.keys(paymentContentSchema.shape)),
    ...withPrefix('breaches.status', breachStatuses),
    ...withPrefix('breaches.party', breachParties),
    ...withPrefix('breaches.kind', breachKinds),
    ...withPrefix('breaches.delivery', breachDeliveries),
    ...withPrefix('breaches.purpose', breachPurposes),
    ...withPrefix('breaches.consequence', breachConsequences),
    ...withPrefix('breaches.article', breachArticles),
    ...withPrefix('breaches.content', Object.keys(breachContentSchema.shape)),
    ...withPrefix('breaches', Object.keys(statementShape)),
    ...withPrefix('suppliers.size', [...sizeClasses, 'unsaid']),
    ...withPrefix('suppliers', Object.keys(supplierShape)),
    ...withPrefix('organisations.kind', organisationSchema.shape.kind.options),
    ...withPrefix('organisation', lineFields(organisationSchema)),
    ...withPrefix('account', lineFields(accountSchema)),
    ...withPrefix('platform', lineFields(platformSchema.omit({ publicKeys: true }))),
    ...withPrefix('settings', settingKeys),
    ...withPrefix('commands', commands.keys()),
    ...withPrefix('actions', commands.keys()),
  ])('%s', (key) => {
    expect(hasLabel(key)).toBe(true);
  });
});

describe('messages say what happened, why, and what to do', () => {
  it('for a rule', () => {
    expect(
      describeField({
        path: 'ceilingPrice',
        code: 'plan.ceiling',
        article: 'order87/12',
        params: { ceiling: 150_000_001, budget: 150_000_000 },
      }),
    ).toBe(
      '最高限价¥1,500,000.01超过预算金额¥1,500,000.00。依据《政府采购货物和服务招标投标管理办法》（财政部令第87号）第十二条。请将最高限价改为不超过预算金额。',
    );
  });

  it('for a refused command', () => {
    const fields = [
      { path: 'contact', code: 'plan.required', article: 'regulation/29' },
      { path: 'phone', code: 'plan.phone', article: 'system' },
    ];
    expect(describeRefusal('plans.submit', { code: 'rule_broken', fields })).toBe(
      '提交采购计划未通过：此栏为必填项。依据《政府采购法实施条例》第二十九条。请填写。另有1处，请按各栏提示修改。',
    );
    expect(describeRefusal('plans.approve', { code: 'same_person' })).toContain('提交人与审核人不能是同一人');
  });

  it('with times of Asia/Shanghai', () => {
    const retryAt = Date.UTC(2026, 2, 22, 2, 32);
    expect(describeError({ code: 'rate_limited', params: { retryAt } })).toContain('2026-03-22 10:32');
  });

  it('name the line of a table', () => {
    expect(fieldLabel('plans.content', 'items.0.amount')).toBe('采购品目第1行 · 金额');
    expect(fieldLabel('plans', 'content.phone')).toBe('联系电话');
    expect(fieldLabel('', 'organisation.uscc')).toBe('统一社会信用代码');
  });

  it('cite clauses in Chinese numerals', () => {
    expect([1, 10, 15, 20, 35, 100, 103, 110, 115].map(chineseNumber)).toEqual([
      '一',
      '十',
      '十五',
      '二十',
      '三十五',
      '一百',
      '一百零三',
      '一百一十',
      '一百一十五',
    ]);
  });
});
