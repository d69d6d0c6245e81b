// 验收小组: how many, with whom at its head, and who may not sit in it.
import type { AcceptanceContent } from '#shared/domain/contracts/acceptances/model.ts';
import { cleanText } from '#shared/kernel/text.ts';
import { pathRule, type Rule } from '../../engine.ts';
import { type AcceptanceFacts, example, exampleMember, publicService } from './facts.ts';
import { customary } from './plan-rules.ts';

const fewest = 3;

type Member = AcceptanceContent['members'][number];
/** Names and units are compared as they are read. */
const read = (value: string) => cleanText(value).replace(/\s+/gu, '');
const isOneOf = (value: string, names: readonly string[]) => names.some((name) => read(name) === read(value));

/** Where the members of whom this is so stand. */
function placesOf(
  { content }: AcceptanceFacts,
  field: 'name' | 'unit' | 'role',
  isSo: (member: Member) => boolean,
): readonly string[] {
  return content.members.flatMap((member, index) => (isSo(member) ? [`members.${index}.${field}`] : []));
}

/** 财政部门 supervises acceptances and takes part in none. */
const isRegulator = ({ unit }: Member, offices: readonly string[]) =>
  isOneOf(unit, offices) || /财政(局|厅|部)|政府采购监督管理/u.test(unit);

export const acceptanceMemberRules: readonly Rule<AcceptanceFacts>[] = [
  {
    id: 'acceptance.members_missing',
    article: 'law/41',
    severity: 'error',
    fields: ['members'],
    appliesTo: () => true,
    holds: ({ content }) => content.members.length > 0,
    examples: { passing: [example()], failing: [example({ members: [] })] },
  },
  pathRule({
    id: 'acceptance.member_incomplete',
    article: 'system',
    severity: 'error',
    broken: ({ content }) =>
      content.members.flatMap(({ name, unit, role }, index) => [
        ...(cleanText(name) === '' ? [`members.${index}.name`] : []),
        // Those whom a service is for come from nowhere.
        ...(cleanText(unit) === '' && role !== 'served' ? [`members.${index}.unit`] : []),
        ...(role === null ? [`members.${index}.role`] : []),
      ]),
    examples: {
      passing: [example(), example({ members: [exampleMember(1, { role: 'served', unit: '' })] })],
      failing: [
        example({ members: [exampleMember(1, { name: ' ' })] }),
        example({ members: [exampleMember(1, { role: null })] }),
      ],
    },
  }),
  pathRule({
    id: 'acceptance.member_twice',
    article: 'system',
    severity: 'error',
    broken: (facts) =>
      placesOf(facts, 'name', ({ id, name, unit }) =>
        facts.content.members.some(
          (other) => other.id < id && read(other.name) === read(name) && read(other.unit) === read(unit),
        ),
      ),
    examples: {
      passing: [example()],
      failing: [example({ members: [exampleMember(1), exampleMember(2, { name: 'Member 1' })] })],
    },
  }),
  {
    id: 'acceptance.head',
    article: 'system',
    severity: 'error',
    fields: ['members'],
    appliesTo: ({ content }) => content.members.length > 0,
    holds: ({ content }) => content.members.filter(({ head }) => head).length === 1,
    examples: {
      passing: [example()],
      failing: [
        example({ members: [exampleMember(2)] }),
        example({ members: [exampleMember(1), exampleMember(2, { head: true })] }),
      ],
    },
  },
  {
    id: 'acceptance.members_few',
    article: customary,
    severity: 'warning',
    fields: ['members'],
    appliesTo: ({ content }) => content.members.length > 0,
    holds: ({ content }) => content.members.length >= fewest,
    params: ({ content }) => ({ count: content.members.length, fewest }),
    examples: { passing: [example()], failing: [example({ members: [exampleMember(1)] })] },
  },
  {
    id: 'acceptance.members_even',
    article: customary,
    severity: 'warning',
    fields: ['members'],
    appliesTo: ({ content }) => content.members.length >= fewest,
    holds: ({ content }) => content.members.length % 2 === 1,
    params: ({ content }) => ({ count: content.members.length }),
    examples: {
      passing: [example()],
      failing: [example({ members: [1, 2, 3, 4].map((no) => exampleMember(no)) })],
    },
  },
  pathRule({
    // 采购人员及相关人员与供应商有利害关系的，必须回避.
    id: 'acceptance.member_of_supplier',
    article: 'law/12',
    severity: 'error',
    broken: (facts) => placesOf(facts, 'unit', ({ unit }) => isOneOf(unit, facts.suppliers)),
    examples: {
      passing: [example()],
      failing: [example({ members: [exampleMember(1, { unit: ' First' })] })],
    },
  }),
  pathRule({
    id: 'acceptance.member_of_agency',
    article: customary,
    severity: 'warning',
    appliesTo: ({ agency }) => agency !== '',
    broken: (facts) => placesOf(facts, 'unit', ({ unit }) => isOneOf(unit, [facts.agency])),
    examples: {
      passing: [example()],
      failing: [example({ members: [exampleMember(1, { unit: 'Agency' })] })],
    },
  }),
  pathRule({
    id: 'acceptance.member_reviewed',
    article: customary,
    severity: 'warning',
    broken: (facts) => placesOf(facts, 'name', ({ name }) => isOneOf(name, facts.reviewers)),
    examples: {
      passing: [example()],
      failing: [example({ members: [exampleMember(1, { name: 'Reviewer' })] })],
    },
  }),
  pathRule({
    id: 'acceptance.member_regulates',
    article: customary,
    severity: 'warning',
    broken: (facts) => placesOf(facts, 'unit', (member) => isRegulator(member, facts.offices)),
    examples: {
      passing: [example()],
      failing: [example({ members: [exampleMember(1, { unit: 'Office' })] })],
    },
  }),
  {
    id: 'acceptance.served_missing',
    article: 'regulation/45',
    severity: 'error',
    fields: ['members'],
    appliesTo: ({ content }) => content.publicService,
    holds: ({ content }) => content.members.some(({ role }) => role === 'served'),
    examples: { passing: [publicService()], failing: [publicService({ members: [exampleMember(1)] })] },
  },
  {
    id: 'acceptance.served_silent',
    article: 'regulation/45',
    severity: 'error',
    fields: ['servedOpinion'],
    appliesTo: ({ content }) => content.publicService,
    holds: ({ content }) => cleanText(content.servedOpinion) !== '',
    examples: { passing: [publicService()], failing: [publicService({ servedOpinion: ' ' })] },
  },
];
