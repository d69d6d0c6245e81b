// What the steps of the walk-through act on: the demo world, the server, the trading centre, the desks and the lines between them, and what
// earlier steps left for later ones.
import type { PlainDate } from '#shared/kernel/dates.ts';
import type { DemoWorld } from '../data/demo-world.ts';
import type { FaultPatch, Probe } from '../trading-centre/faults.ts';
import type { CourseOrder } from '../trading-centre/orders.ts';
import type { Desk } from './desk.ts';
import type { Network } from './network.ts';

/** What the centre takes for its sections: nobody is so slow that it is over before 请等待交易中心推送标段 has been looked at. */
export const sectionsDelayMs = 30 * 60_000;

export type Desks = {
  readonly clerk: Desk;
  /** The same clerk's account on a second computer. */
  readonly clerkAtHome: Desk;
  readonly reviewer: Desk;
  readonly office: Desk;
  readonly agency: Desk;
  readonly supervisor: Desk;
  /** 经办岗 of another unit, who must see nothing of it. */
  readonly stranger: Desk;
};

export type ServerHandle = {
  readonly pid: () => number;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
  putClockForward(milliseconds: number): void;
  tail(): string;
  /** Where it keeps its data; to be looked into only while it is stopped. */
  readonly folder: string;
};

export type CentreHandle = {
  /** Switches faults of the simulator. */
  faults(patch: FaultPatch): Promise<void>;
  /** Does something once that it should not, or may but seldom does. */
  probe(probe: Probe): Promise<void>;
  /** Opens or evaluates a section at once. */
  order(order: CourseOrder): Promise<void>;
  /** What the simulator holds and has sent. */
  state(): Promise<unknown>;
  putClockForward(milliseconds: number): void;
  stop(): Promise<void>;
  tail(): string;
};

/** Facts that one step finds and later ones need; a new module adds its own. */
export type Story = {
  planId?: string;
  /** SHA-256 of the files that the plan carries. */
  fileHashes?: readonly string[];
  planNo?: string;
  projectId?: string;
  secondPlanId?: string;
  noticeId?: string;
  correctionId?: string;
  terminationId?: string;
  /** Of the plan that changes the method. */
  changedProjectId?: string;
  changedNoticeId?: string;
  resultId?: string;
  contractNoticeId?: string;
  contractId?: string;
};

export type World = {
  readonly demo: DemoWorld;
  readonly today: PlainDate;
  readonly folder: string;
  readonly desks: Desks;
  readonly server: ServerHandle;
  readonly centre: CentreHandle;
  /** From the server to the trading centre. */
  readonly toCentre: Network;
  /** From the trading centre to the server. */
  readonly toServer: Network;
  readonly story: Story;
  /** Puts the clock of every process forward; waiting for it in real time is left out. */
  timePasses(milliseconds: number): void;
};

export type Step = {
  /** As the manual calls it. */
  readonly title: string;
  /** Answers with what it saw, in one line; throws when something is not as it must be. */
  run(world: World): Promise<string>;
};

export function everyDesk({ desks }: World): readonly Desk[] {
  return Object.values(desks);
}
