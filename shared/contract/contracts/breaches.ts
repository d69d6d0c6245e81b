// What the window asks of the local side about 违约处理.
import { z } from 'zod';
import { officialDocumentSchema } from '#shared/documents/model.ts';
import {
  breachConsequences,
  breachContentSchema,
  breachKinds,
  breachParties,
  breachSchema,
  breachStatuses,
  statementShape,
} from '#shared/domain/contracts/breaches/model.ts';
import { contractChangeContentSchema } from '#shared/domain/contracts/changes/model.ts';
import { contractSchema } from '#shared/domain/contracts/model.ts';
import { plainDateSchema } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { paperSchema } from '../documents.ts';
import { findingSchema, limit, markSchema, mostSearched, searchText } from '../paging.ts';

const around = ['breaches', 'contracts', 'calendar_years', 'settings'] as const;

const itemSchema = z.object({
  id: idSchema,
  status: z.enum(breachStatuses),
  party: z.enum(breachParties).nullable(),
  kind: z.enum(breachKinds).nullable(),
  happenedOn: plainDateSchema.nullable(),
  /** Of a decided one. */
  upheld: z.boolean().nullable(),
  consequences: z.array(z.enum(breachConsequences)),
  mark: markSchema,
});
export type BreachItem = z.infer<typeof itemSchema>;

const choosableSchema = z.object({
  id: idSchema,
  contractNo: z.string(),
  contractName: z.string(),
  projectName: z.string(),
  supplierName: z.string(),
});
export type ContractToNotice = z.infer<typeof choosableSchema>;

export const breachQueries = {
  /** Contracts of the unit in force or ended, found by name, number, pinyin; the latest first. None to who notices nothing. */
  'breaches.choosable': {
    input: z.strictObject({ text: searchText(mostSearched).default(''), limit }),
    output: z.object({ contracts: z.array(choosableSchema) }),
    standsOn: ['contracts'],
  },
  /** In their order, and what the decided ones leave to be done by hand. Error code: not_found. */
  'breaches.ofContract': {
    input: z.strictObject({ contractId: idSchema }),
    output: z.object({
      breaches: z.array(itemSchema),
      /** Σ of what decisions on the supplier's breaches take from the price; corrected decisions do not count. */
      deductible: z.int(),
      withheld: z.int(),
      /** Whether this actor may begin one now. */
      begin: z.boolean(),
    }),
    standsOn: ['breaches', 'contracts', 'outbox'],
  },
  /** Error code: not_found. */
  'breaches.get': {
    input: z.strictObject({ id: idSchema }),
    output: z.object({
      breach: breachSchema,
      version: z.int(),
      mark: markSchema,
      /** What may be done with it now, by command name. */
      actions: z.array(z.string()),
      papers: z.array(paperSchema),
      /** Whether this account may open the contract. */
      contractKnown: z.boolean(),
      /** 终止 that it leads to, as far as it is known; null where it does not, or the contract is not in force. */
      termination: contractChangeContentSchema.nullable(),
      /** What one that puts it right begins with; null where none may be begun. */
      correction: breachContentSchema.nullable(),
    }),
    standsOn: [...around, 'outbox'],
  },
  /**
   * What the rules say: of a draft as at `breaches.notify`, of one that was heard as at `breaches.submit`; with `statement`, as at `breaches.hear`. `id` is null for one that has not been
   * saved yet. Error code: not_found.
   */
  'breaches.check': {
    input: z.strictObject({
      id: idSchema.nullable(),
      contractId: idSchema,
      /** The decided one that one that is not saved yet puts right. */
      predecessorId: idSchema.nullable().default(null),
      content: breachContentSchema,
      statement: z.strictObject(statementShape).nullable().default(null),
    }),
    output: z.object({
      findings: z.array(findingSchema),
      contract: contractSchema,
      /** What of the contract is not paid, and not deducted by another decision; null where it has no amount. */
      owed: z.int().nullable(),
      /** 履约保证金 that is handed in and not returned, without what another decision withholds. */
      bond: z.int().nullable(),
      usualStatementDay: plainDateSchema.nullable(),
      /** The paper of the step that comes next; null where there is none. */
      document: officialDocumentSchema.nullable(),
    }),
    standsOn: around,
  },
} as const;
