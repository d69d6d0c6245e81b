// The papers of an acceptance, and what may not stand in what is published of it.
import type { AcceptanceContent, AcceptancePurpose } from '#shared/domain/contracts/acceptances/model.ts';
import { pathRule, type Rule } from '../../engine.ts';
import { givesPrivateNumber } from '../../private-numbers.ts';
import { type AcceptanceFacts, example, exampleFile, exampleMember, publicService } from './facts.ts';

const hasFile = ({ files }: AcceptanceContent, wanted: AcceptancePurpose) =>
  files.some(({ purpose }) => purpose === wanted);

const published = ['standards', 'groupOpinion', 'servedOpinion'] as const;

export const acceptancePaperRules: readonly Rule<AcceptanceFacts>[] = [
  {
    // 验收方成员应当在验收书上签字.
    id: 'acceptance.signed_missing',
    article: 'law/41',
    severity: 'error',
    fields: ['files'],
    appliesTo: ({ secret }) => !secret,
    holds: ({ content }) => hasFile(content, 'signed'),
    examples: { passing: [example()], failing: [example({ files: [] })] },
  },
  {
    id: 'acceptance.completion_missing',
    article: 'state-council-279/16',
    severity: 'error',
    fields: ['files'],
    appliesTo: ({ content, secret }) =>
      !secret && content.stage === 'completion' && content.conclusion === 'passed',
    holds: ({ content }) => hasFile(content, 'completion'),
    examples: {
      passing: [
        example(
          { stage: 'completion', files: [exampleFile('signed'), exampleFile('completion')] },
          { category: 'B' },
        ),
      ],
      failing: [example({ stage: 'completion' }, { category: 'B' })],
    },
  },
  {
    // As of its contract: the texts go to 采购办 on paper.
    id: 'acceptance.secret_files',
    article: 'order101/19',
    severity: 'error',
    fields: ['files'],
    appliesTo: ({ secret }) => secret,
    holds: ({ content }) => content.files.length === 0,
    examples: {
      passing: [example({ files: [] }, { secret: true })],
      failing: [example({}, { secret: true })],
    },
  },
  {
    id: 'acceptance.secret_public',
    article: 'order101/19',
    severity: 'error',
    fields: ['publicService'],
    appliesTo: ({ secret }) => secret,
    holds: ({ content }) => !content.publicService,
    examples: {
      passing: [example({}, { secret: true })],
      failing: [example({ publicService: true }, { secret: true })],
    },
  },
  pathRule({
    // Who took part is published by name and unit, and nothing by which one could be called or found.
    id: 'acceptance.personal_published',
    article: 'system',
    severity: 'error',
    appliesTo: ({ content }) => content.publicService,
    broken: ({ content, account }) => {
      const gives = (text: string) => givesPrivateNumber(text, account);
      return [
        ...published.filter((field) => gives(content[field])),
        ...content.members.flatMap(({ name, unit }, index) => [
          ...(gives(name) ? [`members.${index}.name`] : []),
          ...(gives(unit) ? [`members.${index}.unit`] : []),
        ]),
      ];
    },
    examples: {
      passing: [publicService(), publicService({ groupOpinion: '12345678901 in all.' })],
      failing: [
        publicService({ servedOpinion: 'Call 138 0374 0000.' }),
        publicService({ groupOpinion: 'ID 410105199003071234.' }),
        publicService({ groupOpinion: 'Paid to 6222 0217 0200 1234 567.' }),
        publicService({
          members: [exampleMember(1), exampleMember(2, { role: 'served', unit: '13803740000' })],
        }),
      ],
    },
  }),
];
