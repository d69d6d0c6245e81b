// What the window asks of the local side about contracts.
import { z } from 'zod';
import {
  contractChangeContentSchema,
  contractChangeSchema,
  contractChangeStatuses,
} from '#shared/domain/contracts/changes/model.ts';
import { contractContentSchema, contractSchema, contractStatuses } from '#shared/domain/contracts/model.ts';
import { resultSchema } from '#shared/domain/projects/result.ts';
import { contractChangeKinds, sectionContractSchema } from '#shared/domain/projects/section-contracts.ts';
import { plainDateSchema } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { explanationSchema } from '../announcements.ts';
import { findingSchema, limit, markSchema, mostSearched, searchText } from '../paging.ts';

const around = [
  'contracts',
  'sections',
  'projects',
  'plans',
  'calendar_years',
  'settings',
  'organisations',
] as const;

const choosableSectionSchema = z.object({
  id: idSchema,
  sectionNo: z.string(),
  name: z.string(),
  supplierName: z.string(),
  amount: z.int().nullable(),
  rate: z.string(),
  /** When the 通知书 was issued, and until when the contract is to be signed. */
  letterOn: plainDateSchema.nullable(),
  signUntil: plainDateSchema.nullable(),
  /** Of the section, those that are begun or in force. */
  contractCount: z.int(),
});
export type SectionToContract = z.infer<typeof choosableSectionSchema>;

const clocksSchema = z.object({
  sign: explanationSchema.nullable(),
  publish: explanationSchema.nullable(),
  file: explanationSchema.nullable(),
});
export type ContractClocks = z.infer<typeof clocksSchema>;

const itemSchema = z.object({
  id: idSchema,
  contractNo: z.string(),
  status: z.enum(contractStatuses),
  mark: markSchema,
});
export type ContractItem = z.infer<typeof itemSchema>;

const changeItemSchema = z.object({
  id: idSchema,
  status: z.enum(contractChangeStatuses),
  kind: z.enum(contractChangeKinds).nullable(),
  amount: z.int().nullable(),
  /** 主体变更: who takes it over; empty for other kinds. */
  newSupplier: z.string(),
  changedOn: plainDateSchema.nullable(),
  announcementId: idSchema.nullable(),
  mark: markSchema,
});
export type ContractChangeItem = z.infer<typeof changeItemSchema>;

export const contractQueries = {
  /** 选择项目: those of the unit with sections that have an announced result in force, found by name, number, pinyin. None to who files nothing. */
  'contracts.choosable': {
    input: z.strictObject({ text: searchText(mostSearched).default(''), limit }),
    output: z.object({
      projects: z.array(
        z.object({
          id: idSchema,
          name: z.string(),
          planNo: z.string(),
          sections: z.array(choosableSectionSchema).min(1),
        }),
      ),
    }),
    standsOn: ['sections', 'projects', 'contracts', 'calendar_years', 'settings'],
  },
  /** Of each section of a project that has an announced result or a contract. Error code: not_found. */
  'contracts.byProject': {
    input: z.strictObject({ projectId: idSchema }),
    output: z.object({
      sections: z.array(
        z.object({
          sectionId: idSchema,
          sectionNo: z.string(),
          sectionName: z.string(),
          supplierName: z.string(),
          signUntil: plainDateSchema.nullable(),
          /** What everybody who sees the section knows of its contracts. */
          filed: z.array(sectionContractSchema),
          /** The records that this account may open. */
          contracts: z.array(itemSchema.extend({ changes: z.array(changeItemSchema) })),
          /** Whether this actor may begin one now. */
          begin: z.boolean(),
          /** What stops it, as it is called. */
          holds: z.array(z.string()),
        }),
      ),
    }),
    standsOn: [
      'contracts',
      'contract_changes',
      'sections',
      'projects',
      'calendar_years',
      'settings',
      'outbox',
    ],
  },
  /** Error code: not_found. */
  'contracts.get': {
    input: z.strictObject({ id: idSchema }),
    output: z.object({
      contract: contractSchema,
      version: z.int(),
      mark: markSchema,
      /** What may be done with it now, by command name. */
      actions: z.array(z.string()),
      clocks: clocksSchema,
      /** In their order. */
      changes: z.array(changeItemSchema),
      /** Whether this actor may begin one now. */
      beginChange: z.boolean(),
      /** What is not paid, and no funding line provides for; null where the amount is an estimate. */
      unfunded: z.int().nullable(),
    }),
    standsOn: [
      'contracts',
      'contract_changes',
      'payments',
      'sections',
      'projects',
      'calendar_years',
      'settings',
      'outbox',
    ],
  },
  /**
   * What the rules say of a form while it is filled in: the same findings as at `contracts.submit`, and what it has to show. `id` is null for one that has
   * not been saved yet. Error code: not_found.
   */
  'contracts.check': {
    input: z.strictObject({ id: idSchema.nullable(), sectionId: idSchema, content: contractContentSchema }),
    output: z.object({
      findings: z.array(findingSchema),
      projectId: idSchema,
      projectName: z.string(),
      sectionNo: z.string(),
      sectionName: z.string(),
      /** 专门面向中小企业. */
      smeReserved: z.boolean(),
      /** Null where the section has no announced result. */
      result: resultSchema.nullable(),
      /** The other contracts of the section that are in force. */
      others: z.array(sectionContractSchema),
      /** Those that are being written, as far as this account sees them. */
      begun: z.array(itemSchema.omit({ mark: true })),
      /** What is known without typing: 主要标的 of the plan, 履行期限, 履约地点, 甲方联系方式. */
      known: contractContentSchema.pick({
        contractName: true,
        amountKind: true,
        amount: true,
        rate: true,
        purchaserContact: true,
        items: true,
        period: true,
        performancePlace: true,
      }),
      clocks: clocksSchema,
    }),
    standsOn: around,
  },
  /** Error code: not_found. */
  'contractChanges.get': {
    input: z.strictObject({ id: idSchema }),
    output: z.object({
      change: contractChangeSchema,
      version: z.int(),
      mark: markSchema,
      /** What may be done with it now, by command name. */
      actions: z.array(z.string()),
      publish: explanationSchema.nullable(),
    }),
    standsOn: [
      'contract_changes',
      'suppliers',
      'contracts',
      'sections',
      'projects',
      'calendar_years',
      'settings',
      'outbox',
    ],
  },
  /** As `contracts.check`, of a change. Error code: not_found. */
  'contractChanges.check': {
    input: z.strictObject({
      id: idSchema.nullable(),
      contractId: idSchema,
      content: contractChangeContentSchema,
    }),
    output: z.object({
      findings: z.array(findingSchema),
      contract: contractSchema,
      /** 原合同金额的10%, less what was added before; null where there is no amount. */
      mayAdd: z.int().nullable(),
      publish: explanationSchema.nullable(),
    }),
    standsOn: ['contract_changes', 'suppliers', ...around],
  },
} as const;
