// 合同公告及备案 (法 46, 47, 49; 条例 48, 50, 54; 财库〔2014〕37号): with whom, for how much, until when, and what is published of it.
import type { ContractContent, ContractPurpose } from '#shared/domain/contracts/model.ts';
import { yearOf } from '#shared/kernel/dates.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { cleanText } from '#shared/kernel/text.ts';
import { digitsOf, leastAccountDigits } from '../account-digits.ts';
import { check, type Finding, pathRule, type Rule } from '../engine.ts';
import { givesPrivateNumber } from '../private-numbers.ts';
import {
  aSubcontract,
  contractFile,
  exampleContractFacts as example,
  exampleContract,
  examplePayment,
  otherContract,
} from './contract-example.ts';
import type { ContractFacts } from './contract-facts.ts';

/** Signs that nobody sees are not published: text of them alone says nothing. */
const isBlank = (text: string) => cleanText(text) === '';
const filesOf = ({ files }: ContractContent, purpose: ContractPurpose) =>
  files.filter((file) => file.purpose === purpose);

/** Whether its amount is one of all, not an estimate. */
const isFixed = ({ amountKind }: ContractContent) => amountKind === 'total';

/** Most of a 履约保证金: a tenth of the contract (条例 art 48). */
function mostBond({ amount }: ContractContent): number {
  return Math.floor((amount ?? 0) / 10);
}

const isByYear = (several: ContractContent['several']) => several === 'by_year';

/** Those that count against the same award: all of them, but of contracts signed by year those of other years. */
function ofSameAward<C extends Pick<ContractFacts['others'][number], 'year' | 'several'>>(
  { signedOn, several }: Pick<ContractContent, 'signedOn' | 'several'>,
  all: readonly C[],
): readonly C[] {
  const year = signedOn === null ? null : yearOf(signedOn);
  return all.filter((each) => ![several, each.several].every(isByYear) || each.year === year);
}

/** What was paid under contracts that have ended is not there to be signed again. */
function paidBefore({ content, ended }: ContractFacts): number {
  return sumFen(ofSameAward(content, ended).map(({ paid }) => paid));
}

function together(facts: ContractFacts): number {
  const { content, others } = facts;
  const signed = ofSameAward(content, others).map(({ amount }) => amount ?? 0);
  return sumFen([content.amount ?? 0, ...signed, paidBefore(facts)]);
}

/** Holds that were there when it was signed, or that came later. */
function heldAt({ holds, content: { signedOn } }: ContractFacts, signing: boolean): readonly string[] {
  return holds
    .filter(({ since }) => (signedOn === null || since <= signedOn) === signing)
    .map(({ document }) => document);
}

/** Texts that everybody will read. */
function publicTexts({ content }: ContractFacts): readonly (readonly [string, string])[] {
  const { items } = content;
  return [
    ...(
      [
        'contractNo',
        'contractName',
        'purchaserContact',
        'supplierContact',
        'period',
        'performancePlace',
        'rate',
        'other',
      ] as const
    ).map((field) => [field, content[field]] as const),
    ...items.flatMap(({ name, spec, requirement, qty }, index) =>
      Object.entries({ name, spec, requirement, qty }).map(
        ([column, text]) => [`items.${index}.${column}`, text] as const,
      ),
    ),
  ];
}

const required: readonly (keyof ContractContent & string)[] = [
  'contractNo',
  'contractName',
  'contractKind',
  'amountKind',
  'amount',
  'signedOn',
  'purchaserContact',
  'supplierContact',
  'period',
  'performancePlace',
  'acceptanceStandard',
];

export const contractRules: readonly Rule<ContractFacts>[] = [
  {
    id: 'contract.result_changed',
    article: 'law/46',
    severity: 'error',
    fields: ['contractName'],
    appliesTo: () => true,
    holds: ({ award }) => award.inForce,
    params: ({ award }) => ({ supplier: award.supplier }),
    examples: {
      passing: [example()],
      failing: [example({}, { award: { ...example().award, inForce: false } })],
    },
  },
  {
    // A 质疑 that may affect the result (条例 art 54).
    id: 'contract.held',
    article: 'regulation/54',
    severity: 'error',
    fields: ['signedOn'],
    appliesTo: () => true,
    holds: (facts) => heldAt(facts, true).length === 0,
    params: (facts) => ({ documents: heldAt(facts, true).join('、') }),
    examples: {
      passing: [example(), example({}, { holds: [{ document: 'No 1', since: '2026-09-21' }] })],
      failing: [
        example({}, { holds: [{ document: 'No 1', since: '2026-09-20' }] }),
        example({ signedOn: null }, { holds: [{ document: 'No 1', since: '2026-09-21' }] }),
      ],
    },
  },
  {
    // Signed before it came in: the contract is announced and filed, and its performance stops (条例 art 54).
    id: 'contract.held_since',
    article: 'regulation/54',
    severity: 'warning',
    fields: ['signedOn'],
    appliesTo: () => true,
    holds: (facts) => heldAt(facts, false).length === 0,
    params: (facts) => ({ documents: heldAt(facts, false).join('、') }),
    examples: {
      passing: [example()],
      failing: [example({}, { holds: [{ document: 'No 1', since: '2026-09-21' }] })],
    },
  },
  {
    // 结果变更: from its announcement on the contract is another one, or with another supplier.
    id: 'contract.result_changing',
    article: 'system',
    severity: 'error',
    fields: ['contractName'],
    appliesTo: () => true,
    holds: ({ changeNo }) => changeNo === null,
    params: ({ changeNo }) => ({ changeNo: changeNo ?? '' }),
    examples: { passing: [example()], failing: [example({}, { changeNo: 'No 1' })] },
  },
  pathRule({
    // Learnt while it is written, not when everything has been reviewed and is to be published.
    id: 'contract.notice_unfit',
    article: 'system',
    severity: 'error',
    broken: ({ unfit }) => unfit,
    examples: { passing: [example()], failing: [example({}, { unfit: ['items'] })] },
  }),
  pathRule({
    id: 'contract.required',
    article: 'system',
    severity: 'error',
    broken: ({ content }) =>
      required.filter((field) => {
        const value = content[field];
        return value === null || value === 0 || (typeof value === 'string' && isBlank(value));
      }),
    examples: {
      passing: [example()],
      failing: [
        example({ contractNo: ' ' }),
        example({ amount: null }),
        example({ amount: 0 }),
        example({ period: '' }),
      ],
    },
  }),
  {
    id: 'contract.rate_missing',
    article: 'system',
    severity: 'error',
    fields: ['rate'],
    appliesTo: ({ content }) => content.amountKind === 'rate',
    holds: ({ content }) => !isBlank(content.rate),
    examples: {
      passing: [example({ amountKind: 'rate', rate: '95%' })],
      failing: [example({ amountKind: 'rate' })],
    },
  },
  {
    // 按照采购文件确定的事项签订: nothing beyond what was won.
    id: 'contract.above_award',
    article: 'law/46',
    severity: 'error',
    fields: ['amount'],
    appliesTo: ({ content, award }) =>
      content.amount !== null && award.amount !== null && content.several !== 'by_year',
    holds: (facts) => together(facts) <= (facts.award.amount ?? 0),
    params: (facts) => ({
      ...{ together: together(facts), paidBefore: paidBefore(facts) },
      award: facts.award.amount ?? 0,
    }),
    examples: {
      passing: [
        example(),
        example(
          { several: 'by_batch', amount: 40_000_002 },
          { others: [otherContract({ amount: 50_000_000, year: 2026 })] },
        ),
      ],
      failing: [
        example({ amount: 90_000_003 }),
        example({ several: 'by_batch' }, { others: [otherContract({ amount: 1, year: 2026 })] }),
        example({}, { ended: [{ paid: 1, year: 2026, several: null }] }),
      ],
    },
  },
  {
    // 一招三年: what was won is one year's (财库〔2014〕37号).
    id: 'contract.above_award_of_year',
    article: 'caiku-2014-37',
    severity: 'error',
    fields: ['amount'],
    appliesTo: ({ content, award }) =>
      content.amount !== null && award.amount !== null && content.several === 'by_year',
    holds: (facts) => together(facts) <= (facts.award.amount ?? 0),
    params: (facts) => ({
      ...{ together: together(facts), paidBefore: paidBefore(facts) },
      award: facts.award.amount ?? 0,
    }),
    examples: {
      passing: [
        example(
          { several: 'by_year' },
          { others: [otherContract({ amount: 90_000_002, year: 2025, several: 'by_year' })] },
        ),
        example({ several: 'by_year' }, { ended: [{ paid: 1, year: 2025, several: 'by_year' }] }),
      ],
      failing: [
        example({ several: 'by_year' }, { others: [otherContract({ amount: 1, year: 2026 })] }),
        example({ several: 'by_year' }, { ended: [{ paid: 1, year: 2026, several: 'by_year' }] }),
      ],
    },
  },
  {
    // Won at a rate, it has no sum of its own: the budget stands for it (法 art 6).
    id: 'contract.above_budget',
    article: 'law/6',
    severity: 'error',
    fields: ['amount'],
    appliesTo: ({ content, award }) => content.amount !== null && award.amount === null,
    holds: (facts) => together(facts) <= facts.ceiling,
    params: (facts) => ({
      ...{ together: together(facts), paidBefore: paidBefore(facts) },
      ceiling: facts.ceiling,
    }),
    examples: {
      passing: [example({}, { award: { ...example().award, amount: null } })],
      failing: [example({ amount: 100_000_001 }, { award: { ...example().award, amount: null } })],
    },
  },
  {
    // 一招三年: services, for three years at most.
    id: 'contract.by_year',
    article: 'caiku-2014-37',
    severity: 'error',
    fields: ['several'],
    appliesTo: ({ content }) => isByYear(content.several),
    holds: ({ category, content, others }) => {
      const years = [
        ...(content.signedOn === null ? [] : [yearOf(content.signedOn)]),
        ...others.map(({ year }) => year),
      ];
      return category === 'C' && Math.max(0, ...years) - Math.min(...years, Number.MAX_SAFE_INTEGER) < 3;
    },
    examples: {
      passing: [example({ several: 'by_year' }, { others: [otherContract({ year: 2024 })] })],
      failing: [
        example({ several: 'by_year' }, { category: 'A' }),
        example({ several: 'by_year' }, { others: [otherContract({ year: 2023 })] }),
      ],
    },
  },
  {
    id: 'contract.number_taken',
    article: 'system',
    severity: 'error',
    fields: ['contractNo'],
    appliesTo: ({ content }) => !isBlank(content.contractNo),
    holds: ({ content, others }) =>
      others.every(({ contractNo }) => contractNo.trim() !== content.contractNo.trim()),
    examples: {
      passing: [example()],
      failing: [example({ contractNo: 'HT-2026-002' }, { others: [otherContract()] })],
    },
  },
  pathRule({
    // 乙方账号 is for 采购办 alone.
    id: 'contract.account_published',
    article: 'regulation/50',
    severity: 'error',
    broken: (facts) => {
      const account = digitsOf(facts.content.supplierAccount);
      if (account.length < leastAccountDigits || facts.content.secret) return [];
      return publicTexts(facts).flatMap(([path, text]) => (digitsOf(text).includes(account) ? [path] : []));
    },
    examples: {
      passing: [example({ supplierAccount: '6222021702001234567' })],
      failing: [
        example({ supplierAccount: '6222 0217 0200 1234 567', other: 'To 6222021702001234567.' }),
        example({
          supplierAccount: '6222021702001234567',
          period: 'Paid to ６２２２０２１７０２００１２３４５６７',
        }),
      ],
    },
  }),
  pathRule({
    // A supplier may be a person, and a contact always is one.
    id: 'contract.private_published',
    article: 'regulation/50',
    severity: 'error',
    appliesTo: ({ content }) => !content.secret,
    broken: (facts) =>
      publicTexts(facts).flatMap(([path, text]) =>
        givesPrivateNumber(text) && (path !== 'supplierContact' || facts.award.contactTold) ? [path] : [],
      ),
    examples: {
      passing: [
        example(),
        example({ supplierContact: '13803740000' }, { award: { ...example().award, contactTold: false } }),
      ],
      failing: [
        example({ supplierContact: '13803740000' }),
        example({ other: 'ID 410105199003071234.' }),
        example({ period: 'Paid to 6222 0217 0200 1234 566.' }),
      ],
    },
  }),
  {
    id: 'contract.subcontracts_sum',
    article: 'system',
    severity: 'error',
    fields: ['subcontracts'],
    appliesTo: ({ content }) => content.amount !== null && content.subcontracts.length > 0,
    holds: ({ content }) => subcontracted(content) <= (content.amount ?? 0),
    params: ({ content }) => ({ sum: subcontracted(content), amount: content.amount ?? 0 }),
    examples: {
      passing: [example({ subcontracts: [aSubcontract(1)] })],
      failing: [example({ subcontracts: [aSubcontract(90_000_003)] })],
    },
  },
  {
    id: 'contract.amount_reason',
    article: 'law/46',
    severity: 'error',
    fields: ['amountReason'],
    appliesTo: ({ content }) => content.amount !== null && content.several === null,
    holds: ({ content, award }) =>
      (content.amount === (award.amount ?? content.amount) && content.rate.trim() === award.rate.trim()) ||
      !isBlank(content.amountReason),
    params: ({ award }) => ({ award: award.amount }),
    examples: {
      passing: [example(), example({ amount: 80_000_000, amountReason: 'One unit less.' })],
      failing: [example({ amount: 80_000_000 }), example({ rate: '300%' })],
    },
  },
  {
    id: 'contract.several_reason',
    article: 'system',
    severity: 'error',
    fields: ['several'],
    appliesTo: ({ others }) => others.length > 0,
    holds: ({ content }) => content.several !== null,
    params: ({ others }) => ({ count: others.length }),
    examples: {
      passing: [example({ several: 'by_year' }, { others: [otherContract({ amount: 1, year: 2025 })] })],
      failing: [example({}, { others: [otherContract({ amount: 1, year: 2026 })] })],
    },
  },
  {
    id: 'contract.signed_later',
    article: 'system',
    severity: 'error',
    fields: ['signedOn'],
    appliesTo: ({ content }) => content.signedOn !== null,
    holds: ({ content, today }) => (content.signedOn ?? '') <= today,
    examples: { passing: [example()], failing: [example({ signedOn: '2026-09-22' })] },
  },
  {
    id: 'contract.signed_before_letter',
    article: 'law/46',
    severity: 'error',
    fields: ['signedOn'],
    appliesTo: ({ content, award }) => content.signedOn !== null && award.issued !== null,
    holds: ({ content, award }) => (content.signedOn ?? '') >= (award.issued ?? ''),
    params: ({ award }) => ({ issued: award.issued ?? '' }),
    examples: { passing: [example()], failing: [example({ signedOn: '2026-08-31' })] },
  },
  {
    // Signed late it is filed all the same; only the first of several carries the thirty days.
    id: 'contract.signed_late',
    article: 'law/46',
    severity: 'warning',
    fields: ['signedOn'],
    appliesTo: ({ content, signUntil, others }) =>
      content.signedOn !== null && signUntil !== null && others.length === 0,
    holds: ({ content, signUntil }) => (content.signedOn ?? '') <= (signUntil ?? ''),
    params: ({ signUntil }) => ({ until: signUntil ?? '' }),
    examples: {
      passing: [example()],
      failing: [example({ signedOn: '2026-10-09' }, { today: '2026-10-10' })],
    },
  },
  {
    id: 'contract.signed_in_challenge_period',
    article: 'law/52',
    severity: 'warning',
    fields: ['signedOn'],
    appliesTo: ({ content, challengeUntil }) => content.signedOn !== null && challengeUntil !== null,
    holds: ({ content, challengeUntil }) => (content.signedOn ?? '') > (challengeUntil ?? ''),
    params: ({ challengeUntil }) => ({ until: challengeUntil ?? '' }),
    examples: { passing: [example()], failing: [example({ signedOn: '2026-09-11' })] },
  },
  {
    id: 'contract.published_late',
    article: 'regulation/50',
    severity: 'warning',
    fields: ['signedOn'],
    appliesTo: ({ content, publishUntil }) => publishUntil !== null && !content.secret,
    holds: ({ publishUntil, today }) => today <= (publishUntil ?? ''),
    params: ({ publishUntil }) => ({ until: publishUntil ?? '' }),
    examples: { passing: [example()], failing: [example({}, { today: '2026-09-23' })] },
  },
  {
    id: 'contract.filed_late',
    article: 'law/47',
    severity: 'warning',
    fields: ['signedOn'],
    appliesTo: ({ fileUntil }) => fileUntil !== null,
    holds: ({ fileUntil, today }) => today <= (fileUntil ?? ''),
    params: ({ fileUntil }) => ({ until: fileUntil ?? '' }),
    examples: { passing: [example()], failing: [example({}, { today: '2026-09-30' })] },
  },
  {
    id: 'contract.items_missing',
    article: 'system',
    severity: 'error',
    fields: ['items'],
    appliesTo: () => true,
    holds: ({ content }) => content.items.length > 0,
    examples: { passing: [example()], failing: [example({ items: [] })] },
  },
  pathRule({
    // As the notice asks for them: a name, what it is, how much of it, and for how much.
    id: 'contract.item_incomplete',
    article: 'system',
    severity: 'error',
    broken: ({ content: { items } }) =>
      items.flatMap((item, index) => [
        ...(isBlank(item.name) ? [`items.${index}.name`] : []),
        ...(isBlank(item.spec) && isBlank(item.requirement) ? [`items.${index}.spec`] : []),
        ...(isBlank(item.qty) ? [`items.${index}.qty`] : []),
        ...(item.unitPrice === null ? [`items.${index}.unitPrice`] : []),
      ]),
    examples: {
      passing: [
        example(),
        example({
          items: exampleContract.items.map((item) => ({ ...item, spec: '', requirement: 'Guard' })),
        }),
      ],
      failing: [
        example({ items: exampleContract.items.map((item) => ({ ...item, spec: '' })) }),
        example({ items: exampleContract.items.map((item) => ({ ...item, unitPrice: null })) }),
      ],
    },
  }),
  {
    id: 'contract.payments_missing',
    article: 'system',
    severity: 'error',
    fields: ['payments'],
    appliesTo: () => true,
    holds: ({ content }) => content.payments.length > 0,
    examples: { passing: [example()], failing: [example({ payments: [] })] },
  },
  pathRule({
    id: 'contract.payment_incomplete',
    article: 'system',
    severity: 'error',
    broken: ({ content }) =>
      content.payments.flatMap(({ kind, condition, amount }, index) => [
        ...(kind === null ? [`payments.${index}.kind`] : []),
        ...(isBlank(condition) ? [`payments.${index}.condition`] : []),
        ...(amount === null && isFixed(content) ? [`payments.${index}.amount`] : []),
      ]),
    examples: {
      passing: [
        example(),
        example({ amountKind: 'rate', rate: '95%', payments: [examplePayment('acceptance', null)] }),
      ],
      failing: [
        example({ payments: [{ ...examplePayment('acceptance', 90_000_002), condition: '' }] }),
        example({ payments: [examplePayment('acceptance', null)] }),
      ],
    },
  }),
  {
    id: 'contract.payments_sum',
    article: 'system',
    severity: 'error',
    fields: ['payments'],
    appliesTo: ({ content }) =>
      isFixed(content) &&
      content.amount !== null &&
      content.payments.length > 0 &&
      content.payments.every(({ amount }) => amount !== null),
    holds: ({ content }) => paid(content) === content.amount,
    params: ({ content }) => ({ sum: paid(content), amount: content.amount ?? 0 }),
    examples: {
      passing: [example()],
      failing: [example({ payments: [examplePayment('acceptance', 90_000_001)] })],
    },
  },
  {
    id: 'contract.bond_too_high',
    article: 'regulation/48',
    severity: 'error',
    fields: ['bondAmount'],
    appliesTo: ({ content }) => content.bondAmount !== null && content.amount !== null,
    holds: ({ content }) => (content.bondAmount ?? 0) <= mostBond(content),
    params: ({ content }) => ({ most: mostBond(content) }),
    examples: {
      passing: [example({ bondAmount: 9_000_000, bondForm: 'transfer' })],
      failing: [example({ bondAmount: 9_000_001, bondForm: 'transfer' })],
    },
  },
  {
    // 以支票、汇票、本票或者金融机构、担保机构出具的保函等非现金形式.
    id: 'contract.bond_form',
    article: 'regulation/48',
    severity: 'error',
    fields: ['bondForm'],
    appliesTo: ({ content }) => (content.bondAmount ?? 0) > 0,
    holds: ({ content }) => content.bondForm !== null,
    examples: {
      passing: [example({ bondAmount: 1, bondForm: 'guarantee' })],
      failing: [example({ bondAmount: 1 })],
    },
  },
  {
    id: 'contract.bond_expires',
    article: 'system',
    severity: 'warning',
    fields: ['bondExpiresOn'],
    appliesTo: ({ content }) => content.bondForm === 'guarantee' || content.bondForm === 'insurance',
    holds: ({ content }) => content.bondExpiresOn !== null,
    examples: {
      passing: [example({ bondAmount: 1, bondForm: 'guarantee', bondExpiresOn: '2026-12-31' })],
      failing: [example({ bondAmount: 1, bondForm: 'guarantee' })],
    },
  },
  pathRule({
    id: 'contract.subcontract_incomplete',
    article: 'system',
    severity: 'error',
    broken: ({ content: { subcontracts } }) =>
      subcontracts.flatMap(({ name, part }, index) => [
        ...(isBlank(name) ? [`subcontracts.${index}.name`] : []),
        ...(isBlank(part) ? [`subcontracts.${index}.part`] : []),
      ]),
    examples: {
      passing: [example()],
      failing: [
        example({
          subcontracts: [
            { id: '00000000-0000-7000-8000-000000000913', name: '', part: 'Cabling', amount: null },
          ],
        }),
      ],
    },
  }),
  {
    // What is a state secret does not enter this system: its text goes to 采购办 on paper.
    id: 'contract.secret_files',
    article: 'order101/19',
    severity: 'error',
    fields: ['files'],
    appliesTo: ({ content }) => content.secret,
    holds: ({ content }) => content.files.length === 0,
    examples: {
      passing: [example({ secret: true, secretBasis: 'No 1', files: [] })],
      failing: [example({ secret: true, secretBasis: 'No 1' })],
    },
  },
  {
    id: 'contract.full_text_missing',
    article: 'law/47',
    severity: 'error',
    fields: ['files'],
    appliesTo: ({ content }) => !content.secret,
    holds: ({ content }) => filesOf(content, 'full').length > 0,
    examples: { passing: [example()], failing: [example({ files: [contractFile('public')] })] },
  },
  {
    id: 'contract.public_text_missing',
    article: 'regulation/50',
    severity: 'error',
    fields: ['files'],
    appliesTo: ({ content }) => !content.secret,
    holds: ({ content }) => filesOf(content, 'public').length > 0,
    examples: {
      passing: [example()],
      failing: [example({ files: [contractFile('full')] })],
    },
  },
  {
    // Nobody publishes account numbers by choosing the same file twice.
    id: 'contract.same_text',
    article: 'regulation/50',
    severity: 'error',
    fields: ['files'],
    appliesTo: ({ content }) => !content.secret,
    holds: ({ content: { files, nothingHidden } }) => {
      const kept = files.filter(
        ({ purpose }) => purpose !== 'public' && !(purpose === 'full' && nothingHidden),
      );
      const hashes = new Set(kept.map(({ sha256 }) => sha256));
      return !files.some(({ purpose, sha256 }) => purpose === 'public' && hashes.has(sha256));
    },
    examples: {
      passing: [
        example(),
        example({ nothingHidden: true, files: [contractFile('full'), contractFile('public', 'c')] }),
      ],
      failing: [
        example({ files: [contractFile('full'), contractFile('public', 'c')] }),
        example({ files: [contractFile('full'), contractFile('public'), contractFile('bond', 'd')] }),
      ],
    },
  },
  {
    id: 'contract.secret_basis',
    article: 'regulation/50',
    severity: 'error',
    fields: ['secretBasis'],
    appliesTo: ({ content }) => content.secret,
    holds: ({ content }) => !isBlank(content.secretBasis),
    examples: {
      passing: [example({ secret: true, secretBasis: 'No 1' })],
      failing: [example({ secret: true })],
    },
  },
];

function subcontracted({ subcontracts }: ContractContent): number {
  return sumFen(subcontracts.map(({ amount }) => amount ?? 0));
}

function paid({ payments }: ContractContent): number {
  return sumFen(payments.map(({ amount }) => amount ?? 0));
}

export function checkContract(facts: ContractFacts): readonly Finding[] {
  return check(contractRules, facts);
}
