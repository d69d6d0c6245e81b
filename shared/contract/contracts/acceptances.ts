// What the window asks of the local side about 履约验收.
import { z } from 'zod';
import { officialDocumentSchema } from '#shared/documents/model.ts';
import {
  acceptanceContentSchema,
  acceptanceParts,
  acceptanceSchema,
  acceptanceStages,
  acceptanceStatuses,
  conclusions,
} from '#shared/domain/contracts/acceptances/model.ts';
import { acceptanceStates, contractSchema } from '#shared/domain/contracts/model.ts';
import { plainDateSchema } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { explanationSchema } from '../announcements.ts';
import { paperSchema } from '../documents.ts';
import { findingSchema, limit, markSchema, mostSearched, searchText } from '../paging.ts';

const around = [
  'acceptances',
  'contracts',
  'sections',
  'projects',
  'announcements',
  'organisations',
  'calendar_years',
] as const;

const itemSchema = z.object({
  id: idSchema,
  status: z.enum(acceptanceStatuses),
  acceptanceNo: z.string().nullable(),
  part: z.enum(acceptanceParts).nullable(),
  stage: z.enum(acceptanceStages).nullable(),
  conclusion: z.enum(conclusions).nullable(),
  heldOn: plainDateSchema.nullable(),
  rectifyUntil: plainDateSchema.nullable(),
  /** The one before, after whose 整改 it looks once more. */
  predecessorId: idSchema.nullable(),
  announcementId: idSchema.nullable(),
  mark: markSchema,
});
export type AcceptanceItem = z.infer<typeof itemSchema>;

/** Whether one may be begun now by this actor; otherwise why not, where it is of interest to them. */
const beginSchema = z.object({
  may: z.boolean(),
  why: z.enum(['contract_not_to_accept', 'contract_accepted', 'acceptance_open', 'barred']).nullable(),
  /** The one that was not 合格, which the next one repeats. */
  after: idSchema.nullable(),
});
export type AcceptanceBegin = z.infer<typeof beginSchema>;

const choosableSchema = z.object({
  id: idSchema,
  contractNo: z.string(),
  contractName: z.string(),
  projectName: z.string(),
  supplierName: z.string(),
  acceptance: z.enum(acceptanceStates),
  after: idSchema.nullable(),
});
export type ContractToAccept = z.infer<typeof choosableSchema>;

export const acceptanceQueries = {
  /** 选择合同: those of the unit in force of which something is left to be accepted and none is begun, found by name, number, pinyin. None to who accepts nothing. */
  'acceptances.choosable': {
    input: z.strictObject({ text: searchText(mostSearched).default(''), limit }),
    output: z.object({ contracts: z.array(choosableSchema) }),
    standsOn: around,
  },
  /** In their order. Error code: not_found. */
  'acceptances.ofContract': {
    input: z.strictObject({ contractId: idSchema }),
    output: z.object({ acceptances: z.array(itemSchema), begin: beginSchema }),
    standsOn: [...around, 'outbox'],
  },
  /** Of each contract of a project that is in force. Error code: not_found. */
  'acceptances.byProject': {
    input: z.strictObject({ projectId: idSchema }),
    output: z.object({
      contracts: z.array(
        z.object({
          contractId: idSchema,
          contractNo: z.string(),
          supplierName: z.string(),
          sectionNo: z.string(),
          /** What everybody who sees the section knows. */
          acceptedOn: plainDateSchema.nullable(),
          /** Whether this account may open the contract; otherwise nothing more is known of it. */
          known: z.boolean(),
          acceptances: z.array(itemSchema),
          begin: beginSchema,
        }),
      ),
    }),
    standsOn: [...around, 'outbox'],
  },
  /** Error code: not_found. */
  'acceptances.get': {
    input: z.strictObject({ id: idSchema }),
    output: z.object({
      acceptance: acceptanceSchema,
      version: z.int(),
      mark: markSchema,
      /** What may be done with it now, by command name. */
      actions: z.array(z.string()),
      /** Items of the contract and additions to it, of which some may be named as passed. */
      items: z.array(z.object({ id: idSchema, name: z.string() })),
      /** 涉及国家秘密: nothing of the contract is announced. */
      secret: z.boolean(),
      answer: explanationSchema.nullable(),
      /** The 履约验收书. */
      papers: z.array(paperSchema),
      /** Whether one may be begun that looks once more at what did not pass. */
      repeat: z.boolean(),
    }),
    standsOn: [...around, 'outbox'],
  },
  /**
   * What the rules say of a form while it is filled in: the same findings as at `acceptances.submit`, and what it has to show. `id` is null for one that has
   * not been saved yet. Error code: not_found.
   */
  'acceptances.check': {
    input: z.strictObject({
      id: idSchema.nullable(),
      contractId: idSchema,
      content: acceptanceContentSchema,
    }),
    output: z.object({
      findings: z.array(findingSchema),
      contract: contractSchema,
      category: z.enum(['A', 'B', 'C']),
      /** What is known without typing: what is left of the contract, place and standards; after a 整改 the group of before. */
      known: acceptanceContentSchema,
      answer: explanationSchema.nullable(),
      document: officialDocumentSchema,
    }),
    standsOn: around,
  },
} as const;
