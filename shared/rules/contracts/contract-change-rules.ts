// 合同变更 (法 49, 50; 条例 50; 财办库〔2023〕243号): what may be added without a procurement of its own, and what is published of it.
import { type Amounts, hasAmount } from '#shared/domain/contracts/changes/amounts.ts';
import {
  type ContractChangeContent,
  type ContractChangePurpose,
  emptyContractChange,
} from '#shared/domain/contracts/changes/model.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { type Fen, sumFen } from '#shared/kernel/money.ts';
import { cleanText } from '#shared/kernel/text.ts';
import { isValidUscc } from '#shared/kernel/uscc.ts';
import { digitsOf, leastAccountDigits } from '../account-digits.ts';
import { check, type Finding, pathRule, type Rule } from '../engine.ts';
import { givesPrivateNumber } from '../private-numbers.ts';

/** Of the contract, without the change itself. */
export type ContractChangeFacts = Amounts & {
  readonly content: ContractChangeContent;
  /** The contract is. */
  readonly inForce: boolean;
  /** Everything of it has been accepted. */
  readonly performed: boolean;
  /** Another change of it is begun and not announced. */
  readonly otherOpen: boolean;
  /** Fields that the 合同变更公告 cannot say as they are. */
  readonly unfit: readonly string[];
  /** The contract may not be published, and so its changes may not. */
  readonly secret: boolean;
  /** Hashes of the files of the contract that are not for everybody. */
  readonly keptTexts: readonly string[];
  /** What has been paid. */
  readonly paid: Fen;
  /** The decision by which who takes it over is excluded today; null where there is none. */
  readonly newcomerBan: { readonly document: string; readonly until: PlainDate } | null;
  /** 乙方账号. */
  readonly account: string;
  readonly signedOn: PlainDate | null;
  readonly publishUntil: PlainDate | null;
  readonly today: PlainDate;
};

const paper = (
  purpose: ContractChangePurpose,
  hash = purpose === 'full' ? 'c' : 'd',
): ContractChangeContent['files'][number] => ({
  id: '00000000-0000-7000-8000-000000000921',
  fileName: `${purpose}.pdf`,
  mediaType: 'application/pdf',
  size: 1,
  sha256: hash.repeat(64),
  purpose,
});

export const exampleContractChange: ContractChangeContent = {
  ...emptyContractChange,
  kind: 'addition',
  clauses: 'Clause 2',
  description: 'Two more of the same firewalls.',
  reason: 'A second campus was opened.',
  amount: 9_000_000,
  identical: true,
  changedOn: '2026-10-20',
  files: [paper('full'), paper('public')],
};

const example = (
  content: Partial<ContractChangeContent> = {},
  facts: Partial<Omit<ContractChangeFacts, 'content'>> = {},
): ContractChangeFacts => ({
  content: { ...exampleContractChange, ...content },
  inForce: true,
  performed: false,
  otherOpen: false,
  unfit: [],
  amount: 90_000_002,
  added: [],
  reduced: [],
  secret: false,
  keptTexts: [],
  paid: 0,
  newcomerBan: null,
  account: '',
  signedOn: '2026-09-20',
  publishUntil: '2026-10-22',
  today: '2026-10-21',
  ...facts,
});

/** 终止 by agreement. */
const ended = (
  content: Partial<ContractChangeContent> = {},
  facts: Partial<Omit<ContractChangeFacts, 'content'>> = {},
): ContractChangeFacts =>
  example(
    {
      ...{ kind: 'termination', clauses: '', amount: null, identical: false },
      ...{ terminationReason: 'agreement', settlement: 'What was delivered is paid.' },
      ...content,
    },
    facts,
  );

/** Signs that nobody sees are not published: text of them alone says nothing. */
const isBlank = (text: string) => cleanText(text) === '';
type TextField = 'clauses' | 'description' | 'reason' | 'newSupplier' | 'newSupplierUscc' | 'settlement';
const blankOf = (content: ContractChangeContent, fields: readonly TextField[]) =>
  fields.filter((field) => isBlank(content[field]));
const hasFile = ({ files }: ContractChangeContent, wanted: ContractChangePurpose) =>
  files.some(({ purpose }) => purpose === wanted);

/** A tenth of what was signed (法 art 49), whole fen. */
export const mostAdded = ({ amount }: Pick<Amounts, 'amount'>) => Math.floor((amount ?? 0) / 10);

/** How much more may be added; null where the contract has no amount. */
export function stillToAdd({ amount, added }: Pick<Amounts, 'amount' | 'added'>): number | null {
  return amount === null ? null : Math.max(0, mostAdded({ amount }) - sumFen([...added]));
}

const addedWith = ({ content, added }: ContractChangeFacts) => sumFen([...added, content.amount ?? 0]);
const reducedWith = ({ content, reduced }: ContractChangeFacts) => sumFen([...reduced, content.amount ?? 0]);

export const contractChangeRules: readonly Rule<ContractChangeFacts>[] = [
  {
    id: 'contract_change.not_in_force',
    article: 'system',
    severity: 'error',
    fields: ['kind'],
    appliesTo: () => true,
    holds: ({ inForce }) => inForce,
    examples: { passing: [example()], failing: [example({}, { inForce: false })] },
  },
  {
    id: 'contract_change.other_open',
    article: 'system',
    severity: 'error',
    fields: ['kind'],
    appliesTo: () => true,
    holds: ({ otherOpen }) => !otherOpen,
    examples: { passing: [example()], failing: [example({}, { otherOpen: true })] },
  },
  pathRule({
    id: 'contract_change.required',
    article: 'system',
    severity: 'error',
    broken: ({ content }) => [
      ...(content.kind === null ? ['kind'] : []),
      // 终止 is about no clause, but about the whole contract.
      ...blankOf(
        content,
        content.kind === 'termination' ? ['description', 'reason'] : ['clauses', 'description', 'reason'],
      ),
      ...(content.changedOn === null ? ['changedOn'] : []),
      ...(hasAmount(content.kind) && (content.amount ?? 0) === 0 ? ['amount'] : []),
      ...(content.kind === 'party' ? blankOf(content, ['newSupplier', 'newSupplierUscc']) : []),
      ...(content.kind === 'termination' && content.terminationReason === null ? ['terminationReason'] : []),
      ...(content.kind === 'termination' ? blankOf(content, ['settlement']) : []),
    ],
    examples: {
      passing: [example(), example({ kind: 'extension', amount: null, identical: false }), ended()],
      failing: [
        example({ kind: null }),
        example({ clauses: ' ' }),
        example({ amount: null }),
        example({ amount: 0 }),
        example({ kind: 'party', newSupplier: 'Heir' }),
        ended({ terminationReason: null }),
        ended({ settlement: ' ' }),
      ],
    },
  }),
  pathRule({
    // Learnt while it is written, not when everything has been reviewed and is to be published.
    id: 'contract_change.notice_unfit',
    article: 'system',
    severity: 'error',
    broken: ({ unfit }) => unfit,
    examples: { passing: [example()], failing: [example({}, { unfit: ['description'] })] },
  }),
  {
    // 需追加与合同标的相同的货物、工程或者服务的: anything else is a procurement of its own.
    id: 'contract_change.not_identical',
    article: 'law/49',
    severity: 'error',
    fields: ['identical'],
    appliesTo: ({ content }) => content.kind === 'addition',
    holds: ({ content }) => content.identical,
    examples: { passing: [example()], failing: [example({ identical: false })] },
  },
  {
    id: 'contract_change.above_tenth',
    article: 'law/49',
    severity: 'error',
    fields: ['amount'],
    appliesTo: ({ content, amount }) =>
      content.kind === 'addition' && content.amount !== null && amount !== null,
    holds: (facts) => addedWith(facts) <= mostAdded(facts),
    params: (facts) => ({ added: addedWith(facts), most: mostAdded(facts) }),
    examples: {
      passing: [example(), example({ amount: 4_000_000 }, { added: [5_000_000] })],
      failing: [example({ amount: 9_000_001 }), example({ amount: 4_000_001 }, { added: [5_000_000] })],
    },
  },
  {
    id: 'contract_change.below_nothing',
    article: 'system',
    severity: 'error',
    fields: ['amount'],
    appliesTo: ({ content, amount }) =>
      content.kind === 'reduction' && content.amount !== null && amount !== null,
    holds: (facts) => reducedWith(facts) < (facts.amount ?? 0) + sumFen([...facts.added]),
    params: (facts) => ({ amount: (facts.amount ?? 0) + sumFen([...facts.added]) }),
    examples: {
      passing: [example({ kind: 'reduction', amount: 90_000_001 })],
      failing: [
        example({ kind: 'reduction', amount: 90_000_002 }),
        example({ kind: 'reduction', amount: 2 }, { reduced: [90_000_000] }),
      ],
    },
  },
  {
    // What has been paid has been performed: less than that nobody can agree.
    id: 'contract_change.below_paid',
    article: 'system',
    severity: 'error',
    fields: ['amount'],
    appliesTo: ({ content, amount }) =>
      content.kind === 'reduction' && content.amount !== null && amount !== null,
    holds: (facts) => (facts.amount ?? 0) + sumFen([...facts.added]) - reducedWith(facts) >= facts.paid,
    params: ({ paid }) => ({ paid }),
    examples: {
      passing: [example({ kind: 'reduction', amount: 90_000_000 }, { paid: 2 })],
      failing: [example({ kind: 'reduction', amount: 90_000_000 }, { paid: 3 })],
    },
  },
  {
    // What has been carried out has ended already; a wrong acceptance is withdrawn first.
    id: 'contract_change.performed',
    article: 'law/50',
    severity: 'error',
    fields: ['kind'],
    appliesTo: ({ content }) => content.kind === 'termination',
    holds: ({ performed }) => !performed,
    examples: { passing: [ended()], failing: [ended({}, { performed: true })] },
  },
  {
    // 双方当事人不得擅自变更、中止或者终止合同: who ends it alone pays for it where it is his fault.
    id: 'contract_change.one_sided',
    article: 'law/50',
    severity: 'warning',
    fields: ['terminationReason'],
    appliesTo: ({ content }) => content.kind === 'termination',
    holds: ({ content }) =>
      content.terminationReason !== 'purchaser' && content.terminationReason !== 'other',
    examples: {
      passing: [ended(), ended({ terminationReason: 'supplier_breach' })],
      failing: [ended({ terminationReason: 'purchaser' })],
    },
  },
  {
    // 主体变更: who takes the contract over, by a code that one can look up.
    id: 'contract_change.new_supplier',
    article: 'system',
    severity: 'error',
    fields: ['newSupplierUscc'],
    appliesTo: ({ content }) => content.kind === 'party' && !isBlank(content.newSupplierUscc),
    holds: ({ content }) => isValidUscc(content.newSupplierUscc),
    examples: {
      passing: [
        example({ kind: 'party', amount: null, newSupplier: 'Heir', newSupplierUscc: '91411000MA3X12345A' }),
      ],
      failing: [example({ kind: 'party', newSupplier: 'Heir', newSupplierUscc: '1' })],
    },
  },
  {
    // Who may not be awarded a contract does not take one over either.
    id: 'contract_change.newcomer_banned',
    article: 'law/77',
    severity: 'error',
    fields: ['newSupplier'],
    appliesTo: ({ content }) => content.kind === 'party',
    holds: ({ newcomerBan }) => newcomerBan === null,
    params: ({ newcomerBan }) => ({
      document: newcomerBan?.document ?? '',
      until: newcomerBan?.until ?? '',
    }),
    examples: {
      passing: [example({ kind: 'party', amount: null, newSupplier: 'Heir' })],
      failing: [
        example(
          { kind: 'party', amount: null, newSupplier: 'Heir' },
          { newcomerBan: { document: 'No 1', until: '2027-10-20' } },
        ),
      ],
    },
  },
  {
    id: 'contract_change.later',
    article: 'system',
    severity: 'error',
    fields: ['changedOn'],
    appliesTo: ({ content }) => content.changedOn !== null,
    holds: ({ content, today }) => (content.changedOn ?? '') <= today,
    examples: { passing: [example()], failing: [example({ changedOn: '2026-10-22' })] },
  },
  {
    id: 'contract_change.before_contract',
    article: 'system',
    severity: 'error',
    fields: ['changedOn'],
    appliesTo: ({ content, signedOn }) => content.changedOn !== null && signedOn !== null,
    holds: ({ content, signedOn }) => (content.changedOn ?? '') >= (signedOn ?? ''),
    params: ({ signedOn }) => ({ signedOn: signedOn ?? '' }),
    examples: { passing: [example()], failing: [example({ changedOn: '2026-09-19' })] },
  },
  {
    id: 'contract_change.published_late',
    article: 'caibanku-2023-243',
    severity: 'warning',
    fields: ['changedOn'],
    appliesTo: ({ publishUntil, secret }) => publishUntil !== null && !secret,
    holds: ({ publishUntil, today }) => today <= (publishUntil ?? ''),
    params: ({ publishUntil }) => ({ until: publishUntil ?? '' }),
    examples: { passing: [example()], failing: [example({}, { today: '2026-10-23' })] },
  },
  {
    // As of its contract: the text goes to 采购办 on paper.
    id: 'contract_change.secret_files',
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
    id: 'contract_change.full_text_missing',
    article: 'system',
    severity: 'error',
    fields: ['files'],
    appliesTo: ({ secret }) => !secret,
    holds: ({ content }) => hasFile(content, 'full'),
    examples: { passing: [example()], failing: [example({ files: [paper('public')] })] },
  },
  {
    id: 'contract_change.public_text_missing',
    article: 'caibanku-2023-243',
    severity: 'error',
    fields: ['files'],
    appliesTo: ({ secret }) => !secret,
    holds: ({ content }) => hasFile(content, 'public'),
    examples: { passing: [example()], failing: [example({ files: [paper('full')] })] },
  },
  {
    // Nobody publishes account numbers by choosing the same file twice.
    id: 'contract_change.same_text',
    article: 'regulation/50',
    severity: 'error',
    fields: ['files'],
    appliesTo: ({ secret }) => !secret,
    holds: ({ content: { files, nothingHidden }, keptTexts }) => {
      const kept = files.filter(
        ({ purpose }) => purpose !== 'public' && !(purpose === 'full' && nothingHidden),
      );
      const hashes = new Set([...keptTexts, ...kept.map(({ sha256 }) => sha256)]);
      return !files.some(({ purpose, sha256 }) => purpose === 'public' && hashes.has(sha256));
    },
    examples: {
      passing: [example(), example({ nothingHidden: true, files: [paper('full'), paper('public', 'c')] })],
      failing: [
        example({ files: [paper('full'), paper('public', 'c')] }),
        example({ files: [paper('full'), paper('public'), paper('other', 'd')] }),
        example({}, { keptTexts: ['d'.repeat(64)] }),
      ],
    },
  },
  pathRule({
    // 乙方账号 is for 采购办 alone.
    id: 'contract_change.account_published',
    article: 'regulation/50',
    severity: 'error',
    broken: ({ content, account, secret }) => {
      const digits = digitsOf(account);
      if (digits.length < leastAccountDigits || secret) return [];
      return (['clauses', 'description', 'newSupplier'] as const).filter((field) =>
        digitsOf(content[field]).includes(digits),
      );
    },
    examples: {
      passing: [example({}, { account: '6222021702001234567' })],
      failing: [
        example({ description: 'Paid to 6222 0217 0200 1234 567.' }, { account: '6222021702001234567' }),
      ],
    },
  }),
  pathRule({
    id: 'contract_change.private_published',
    article: 'regulation/50',
    severity: 'error',
    appliesTo: ({ secret }) => !secret,
    broken: ({ content }) =>
      (['clauses', 'description', 'newSupplier'] as const).filter((field) =>
        givesPrivateNumber(content[field]),
      ),
    examples: {
      passing: [example()],
      failing: [example({ description: 'Call 138 0374 0000.' })],
    },
  }),
];

export function checkContractChange(facts: ContractChangeFacts): readonly Finding[] {
  return check(contractChangeRules, facts);
}
