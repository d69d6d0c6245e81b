// What the rules of contracts are told.
import type { ContractContent } from '#shared/domain/contracts/model.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';

export type ContractFacts = {
  readonly content: ContractContent;
  /** The result that it is signed on. */
  readonly award: {
    /** It is still the one in force. */
    readonly inForce: boolean;
    readonly supplier: string;
    readonly amount: number | null;
    readonly rate: string;
    /** When the 通知书 was issued. */
    readonly issued: PlainDate | null;
    /** 供应商联系方式 is published: not of one without a code, who may be a person. */
    readonly contactTold: boolean;
  };
  /** The other contracts of the section that are in force. */
  readonly others: readonly {
    readonly contractNo: string;
    readonly amount: number | null;
    readonly year: number;
    readonly several: ContractContent['several'];
  }[];
  /** Contracts that were signed on the same result and have ended, each with what was paid under it. */
  readonly ended: readonly {
    readonly paid: number;
    readonly year: number;
    readonly several: ContractContent['several'];
  }[];
  /** A: 货物, B: 工程, C: 服务. */
  readonly category: 'A' | 'B' | 'C';
  /** 最高限价, else the budget of the section: what no contract may exceed. */
  readonly ceiling: number;
  /** What stops signing now, as it is called, and since when. */
  readonly holds: readonly { readonly document: string; readonly since: PlainDate }[];
  /** 备案编号 of a change of the result that is approved and not announced yet. */
  readonly changeNo: string | null;
  /** Fields that the 合同公告 cannot say as they are. */
  readonly unfit: readonly string[];
  /** 质疑期 of the result; null where it cannot be counted. */
  readonly challengeUntil: PlainDate | null;
  readonly signUntil: PlainDate | null;
  readonly publishUntil: PlainDate | null;
  readonly fileUntil: PlainDate | null;
  readonly today: PlainDate;
};
