// A trading centre as one object: what it receives, when it has something to do, and doing it. It has no clock, network or disk of its
// own, so that a process (main.ts) and a test with a virtual clock run the very same centre.
import type { Instant } from '#shared/kernel/dates.ts';
import { challengeByOrder } from './challenges.ts';
import { evaluateByOrder, followCourses, nextCourseAt, openByOrder } from './courses.ts';
import { type FaultPatch, type Faults, faultSwitch, type Probe } from './faults.ts';
import { heldTimeoutMs, receive, releaseHeld } from './incoming.ts';
import type { ChallengeOrder, ChangeOrder, EvaluateOrder, OpenOrder } from './orders.ts';
import { nextDueAt, sendDue } from './outgoing.ts';
import type { CentrePorts, Context, HttpAnswer } from './ports.ts';
import { changeByOrder, sendProbe } from './probes.ts';
import {
  type AnnouncementRecord,
  type CourseRecord,
  type Outgoing,
  openRecords,
  type PlanRecord,
  type SectionRecord,
} from './records.ts';

export type TradingCentre = {
  /** Answers a request to its inbox. Undefined: request or answer got lost. */
  receive(text: string): HttpAnswer | undefined;
  /** When there is something to do next; null when nothing waits. */
  due(): Instant | null;
  /** Does what is due. The number of messages sent. */
  tick(): Promise<number>;
  /** Switches faults; what it does not name stays as it is. */
  control(faults: FaultPatch): Promise<void>;
  /** Does something wrong once, at once; the answer to it, where it is sent outside the outbox. */
  probe(probe: Probe): Promise<HttpAnswer | undefined>;
  /** Opens or evaluates a section at once, and tells it; once more is a correction. False where it knows no such section. */
  open(order: OpenOrder): boolean;
  evaluate(order: EvaluateOrder): boolean;
  /** Tells of a 质疑 about a section. */
  challenge(order: ChallengeOrder): boolean;
  /** Pushes a section anew with another content. */
  change(order: ChangeOrder): boolean;
  state(): CentreState;
};

export type CentreState = {
  readonly faults: Faults;
  readonly plans: readonly PlanRecord[];
  readonly sections: readonly SectionRecord[];
  readonly announcements: readonly AnnouncementRecord[];
  readonly courses: readonly CourseRecord[];
  readonly outgoing: readonly Outgoing[];
  readonly held: number;
};

export function createTradingCentre(ports: CentrePorts): TradingCentre {
  const faults = faultSwitch(ports.faults ?? {}, ports.random);
  const records = openRecords(ports.store);
  const context: Context = {
    ports,
    records,
    faults,
    now: () => ports.clock() + faults.current.wrongClock,
  };
  const told = (known: boolean) => {
    records.commit();
    return known;
  };
  const held = () => records.incoming.values().filter(({ heldSince }) => heldSince !== null);
  return {
    receive: (text) => receive(context, text),
    due: () => {
      const release = held().map(({ heldSince }) => (heldSince ?? 0) + heldTimeoutMs);
      const times = [nextDueAt(context) ?? [], nextCourseAt(context) ?? [], release].flat();
      return times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b));
    },
    tick: async () => {
      releaseHeld(context);
      followCourses(context);
      records.commit();
      return sendDue(context);
    },
    control: async (patch) => faults.change(patch),
    probe: (probe) => sendProbe(context, probe),
    open: (order) => told(openByOrder(context, order)),
    evaluate: (order) => told(evaluateByOrder(context, order)),
    challenge: (order) => told(challengeByOrder(context, order)),
    change: (order) => told(changeByOrder(context, order)),
    state: () => ({
      faults: faults.current,
      plans: records.plans.values(),
      sections: records.sections.values(),
      announcements: records.announcements.values(),
      courses: records.courses.values(),
      outgoing: records.outgoing.values(),
      held: held().length,
    }),
  };
}
