// The rules of a 专家抽取申请 to be handed in.
import { readTelephones } from '#shared/kernel/telephone.ts';
import { isValidUscc, normaliseUscc } from '#shared/kernel/uscc.ts';
import { check, type Finding, pathRule, type Rule } from '../engine.ts';
import { committeeRules } from './committee.ts';
import { type ApplicationFacts, exampleApplication, exampleDemand, exampleFacts } from './facts.ts';

const requiredFields = [
  'sectionIds',
  'reviewAt',
  'reviewPlace',
  'committeeSize',
  'purchaserReps',
  'demands',
  'contact',
  'phone',
  'meetingPlace',
] as const;

function isMissing(value: unknown): boolean {
  return (
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  );
}

const consent = {
  ...{ id: '00000000-0000-7000-8000-000000000901', fileName: 'consent.pdf', mediaType: 'application/pdf' },
  ...{ size: 1, sha256: 'a'.repeat(64), purpose: 'consent' as const },
};

const ownRules: readonly Rule<ApplicationFacts>[] = [
  pathRule({
    id: 'expert.required',
    article: 'system',
    severity: 'error',
    broken: ({ content }) => requiredFields.filter((field) => isMissing(content[field])),
    examples: {
      passing: [exampleFacts()],
      failing: [exampleFacts({ reviewAt: null }), exampleFacts({ contact: ' ' })],
    },
  }),
  {
    id: 'expert.sections',
    article: 'system',
    severity: 'error',
    fields: ['sectionIds'],
    appliesTo: ({ content }) => content.sectionIds.length > 0,
    holds: ({ content, open }) => content.sectionIds.every((id) => open.includes(id)),
    examples: { passing: [exampleFacts()], failing: [exampleFacts({}, { open: [] })] },
  },
  {
    id: 'expert.sections_covered',
    article: 'system',
    severity: 'error',
    fields: ['sectionIds'],
    appliesTo: ({ content }) => content.sectionIds.length > 0,
    holds: ({ content, covered }) => !content.sectionIds.some((id) => covered.includes(id)),
    examples: {
      passing: [exampleFacts({}, { covered: ['b'] })],
      failing: [exampleFacts({}, { covered: ['a'] })],
    },
  },
  {
    id: 'expert.review_before_deadline',
    article: 'system',
    severity: 'error',
    fields: ['reviewAt'],
    appliesTo: ({ content, deadline }) => content.reviewAt !== null && deadline !== null,
    holds: ({ content, deadline }) => (content.reviewAt ?? '') >= (deadline ?? ''),
    params: ({ deadline }) => ({ deadline }),
    examples: {
      passing: [exampleFacts(), exampleFacts({ reviewAt: '2026-03-27T09:00' })],
      failing: [exampleFacts({ reviewAt: '2026-03-26T08:59' })],
    },
  },
  {
    id: 'expert.review_past',
    article: 'system',
    severity: 'error',
    fields: ['reviewAt'],
    appliesTo: ({ content }) => content.reviewAt !== null,
    holds: ({ reviewAhead }) => reviewAhead,
    examples: { passing: [exampleFacts()], failing: [exampleFacts({}, { reviewAhead: false })] },
  },
  {
    id: 'expert.review_workday',
    article: 'system',
    severity: 'warning',
    fields: ['reviewAt'],
    appliesTo: ({ reviewOnWorkday }) => reviewOnWorkday !== null,
    holds: ({ reviewOnWorkday }) => reviewOnWorkday === true,
    examples: { passing: [exampleFacts()], failing: [exampleFacts({}, { reviewOnWorkday: false })] },
  },
  pathRule({
    id: 'expert.demand_speciality',
    article: 'system',
    severity: 'error',
    broken: ({ content }) =>
      content.demands.flatMap(({ specialities, legal }, at) =>
        specialities.length === 0 && !legal ? [`demands.${at}.specialities`] : [],
      ),
    examples: {
      passing: [
        exampleFacts(),
        exampleFacts({ demands: [{ ...exampleDemand, specialities: [], legal: true }] }),
      ],
      failing: [exampleFacts({ demands: [{ ...exampleDemand, specialities: [] }] })],
    },
  }),
  {
    // Names that one could guess, and nobody to take a lost seat.
    id: 'expert.reserves',
    article: 'system',
    severity: 'warning',
    fields: ['demands'],
    appliesTo: ({ content }) => content.demands.length > 0 && content.drawMode === 'random',
    holds: ({ content }) => content.demands.reduce((sum, { reserve }) => sum + reserve, 0) >= 2,
    examples: {
      passing: [exampleFacts()],
      failing: [exampleFacts({ demands: [{ ...exampleDemand, reserve: 1 }] })],
    },
  },
  {
    // 技术复杂、专业性强, 随机方式难以确定合适评审专家的, 经主管预算单位同意.
    id: 'expert.chosen_complex',
    article: 'order87/48',
    severity: 'error',
    fields: ['drawMode'],
    appliesTo: ({ content }) => content.drawMode === 'chosen',
    holds: ({ content }) => content.complex,
    examples: {
      passing: [exampleFacts({ drawMode: 'chosen', complex: true })],
      failing: [exampleFacts({ drawMode: 'chosen' })],
    },
  },
  {
    id: 'expert.chosen_consent',
    article: 'order87/48',
    severity: 'error',
    fields: ['files'],
    appliesTo: ({ content }) => content.drawMode === 'chosen',
    holds: ({ content }) => content.files.some(({ purpose }) => purpose === 'consent'),
    examples: {
      passing: [exampleFacts({ drawMode: 'chosen', files: [consent] })],
      failing: [
        exampleFacts({ drawMode: 'chosen' }),
        exampleFacts({ drawMode: 'chosen', files: [{ ...consent, purpose: 'letter' }] }),
      ],
    },
  },
  pathRule({
    id: 'expert.avoid_uscc',
    article: 'system',
    severity: 'error',
    broken: ({ content }) =>
      content.avoidUnits.flatMap(({ uscc }, at) =>
        uscc.trim() === '' || isValidUscc(normaliseUscc(uscc)) ? [] : [`avoidUnits.${at}.uscc`],
      ),
    examples: {
      passing: [exampleFacts({ avoidUnits: [{ name: 'A', uscc: '11411000005712349F' }] })],
      failing: [exampleFacts({ avoidUnits: [{ name: 'A', uscc: '123' }] })],
    },
  }),
  {
    id: 'expert.phone',
    article: 'system',
    severity: 'warning',
    fields: ['phone'],
    appliesTo: ({ content }) => content.phone.trim() !== '',
    holds: ({ content }) => readTelephones(content.phone).unread.length === 0,
    params: ({ content }) => ({ unread: readTelephones(content.phone).unread.join('、') }),
    examples: {
      passing: [exampleFacts({ phone: exampleApplication.phone })],
      failing: [exampleFacts({ phone: 'ask the office' })],
    },
  },
];

export const applicationRules: readonly Rule<ApplicationFacts>[] = [...ownRules, ...committeeRules];

/** The findings on an application to be handed in. */
export function checkApplication(facts: ApplicationFacts): readonly Finding[] {
  return check(applicationRules, facts);
}
