// What has to be known of a contract: its section with the result in force, the other contracts of the section, and the days that the law counts.
import type { Calendar } from '#shared/kernel/calendar.ts';
import { type Instant, type PlainDate, toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import type { ContractFacts } from '#shared/rules/contracts/contract-facts.ts';
import type { DeadlineExplanation } from '#shared/rules/deadlines/count.ts';
import { explainFrom } from '#shared/rules/deadlines/explain-from.ts';
import { type DeadlineSettings, defaultDeadlineSettings } from '#shared/rules/deadlines/settings.ts';
import { loadCalendar } from '../admin/load-calendar.ts';
import { loadSetting } from '../admin/settings.ts';
import { type Load, one, where } from '../load.ts';
import { challengeableUntil, type Gate, gate } from '../projects/gates.ts';
import { type Project, projects, type Section, sections } from '../projects/model.ts';
import { isSameBargain, resultOf, type SectionResult } from '../projects/result.ts';
import { liveContracts, type SectionContract } from '../projects/section-contracts.ts';
import { type Contract, contracts } from './model.ts';
import { unfitForNotice } from './notice.ts';

export type Around = {
  readonly project: Project;
  readonly section: Section;
  /** Of the section, as far as this side knows them. */
  readonly contracts: readonly Contract[];
  readonly calendar: Calendar;
  readonly settings: DeadlineSettings;
};

/** Undefined where section or project are not there. */
export function* loadAround(
  { sectionId }: Pick<Contract, 'sectionId'>,
  { now }: { readonly now: Instant },
): Load<Around | undefined> {
  const section = yield* one(sections, sectionId);
  const project = section === undefined ? undefined : yield* one(projects, section.projectId);
  if (section === undefined || project === undefined) return undefined;
  return {
    project,
    section,
    contracts: yield* where(contracts, { sectionId }),
    calendar: yield* loadCalendar(yearOf(toPlainDate(now))),
    settings: {
      ...defaultDeadlineSettings,
      contractSignDays: yield* loadSetting('deadlines.contractSignDays'),
    },
  };
}

/** The result on which a contract may be signed: announced, with its 通知书, and not void. */
export function signableResult(section: Section): SectionResult | undefined {
  const result = resultOf(section);
  const open = ['awarded', 'contracted', 'accepted'].includes(section.status);
  return open && result !== undefined && result.announcementId !== null && result.letter !== null
    ? result
    : undefined;
}

/** A correction of the announcement leaves supplier, price and 通知书 as they were: a contract on the one stands on the other. */
export function isSameResult(one: SectionResult, other: SectionResult): boolean {
  return (
    one.supplierName === other.supplierName &&
    one.supplierUscc === other.supplierUscc &&
    isSameBargain(one, other) &&
    one.letter?.no === other.letter?.no
  );
}

/** What may stop a signature now, besides what the contract itself says. */
export function signing({ section, project, calendar }: Around, now: Instant): Gate {
  return gate(section, 'sign', project, { today: toPlainDate(now), calendar });
}

/** Papers that stop it until they are dealt with, such as a 质疑 that may affect the result. */
export function holdsOf({ refused }: Gate): Gate['refused'] {
  return refused.filter(({ kind }) => kind.startsWith('held_'));
}

/** 签订, 公告, 备案: until when, day by day. */
export type ContractClock = 'CONTRACT_SIGN' | 'CONTRACT_PUB' | 'CONTRACT_FILE' | 'CONTRACT_CHG';

/** Undefined while the day it starts from is not known. */
export function clockOf(
  { calendar, settings }: Pick<Around, 'calendar' | 'settings'>,
  clock: ContractClock,
  from: PlainDate | null,
): DeadlineExplanation | undefined {
  return explainFrom(clock, from, { calendar, settings });
}

/** Until when a contract is to be announced; of one that may not be, until when it is to be filed. */
export function dueOf(
  around: Pick<Around, 'calendar' | 'settings'>,
  { secret, signedOn }: Pick<Contract['content'], 'secret' | 'signedOn'>,
): PlainDate | null {
  return clockOf(around, secret ? 'CONTRACT_FILE' : 'CONTRACT_PUB', signedOn)?.result.date ?? null;
}

/** When the 通知书 was issued. */
export function letterOn({ letter }: Pick<SectionResult, 'letter'>): PlainDate | null {
  return letter === null ? null : toPlainDate(letter.at);
}

export function contractFacts(
  around: Around,
  { id, result, content }: Pick<Contract, 'id' | 'result' | 'content'>,
  now: Instant,
): ContractFacts {
  const { section } = around;
  const current = signableResult(section);
  const stops = signing(around, now);
  // The section knows those that are in force, whatever rows this desk holds.
  const others = liveContracts(section).filter(({ contractId }) => contractId !== id);
  const issued = letterOn(result);
  return {
    content,
    award: {
      inForce: current !== undefined && isSameResult(current, result),
      supplier: result.supplierName,
      amount: result.amount,
      rate: result.rate,
      issued,
      contactTold: result.supplierUscc !== '',
    },
    others: others.map((other) => ({
      ...{ contractNo: numberOf(around, other), several: other.several },
      ...{ amount: amountSigned(around, other), year: yearOf(other.signedOn) },
    })),
    ended: endedOn(around, { id, result }),
    category: around.project.category,
    ceiling: section.ceiling ?? section.budget,
    holds: holdsOf(stops).map(({ document, since }) => ({ document, since: toPlainDate(since ?? now) })),
    changeNo: stops.refused.find(({ kind }) => kind === 'change_pending')?.document ?? null,
    unfit: unfitForNotice({ content, result }),
    challengeUntil: challengeableUntil(section, around.project, around.calendar) ?? null,
    signUntil: clockOf(around, 'CONTRACT_SIGN', issued)?.result.date ?? null,
    publishUntil: clockOf(around, 'CONTRACT_PUB', content.signedOn)?.result.date ?? null,
    fileUntil: clockOf(around, 'CONTRACT_FILE', content.signedOn)?.result.date ?? null,
    today: toPlainDate(now),
  };
}

/** What counts against the award: what was added afterwards has its own limit (法 art 49), what was taken away is free again. */
function amountSigned({ contracts: own }: Around, { contractId, amount }: SectionContract) {
  const signed = own.find(({ id }) => id === contractId)?.content.amount ?? null;
  // The section does not know the amount of a state secret.
  return signed === null || amount === null ? (amount ?? signed) : Math.min(signed, amount);
}

/** Of another bargain nothing counts: its result was changed since. Of what was added afterwards as little as in `amountSigned`. */
function endedOn(
  { contracts: own }: Around,
  { id, result }: Pick<Contract, 'id' | 'result'>,
): ContractFacts['ended'] {
  return own
    .filter((each) => each.id !== id && each.status === 'terminated' && isSameResult(each.result, result))
    .map(({ performance: { paid }, content: { amountKind, amount, several, signedOn } }) => ({
      paid: amountKind === 'total' && amount !== null ? Math.min(paid, amount) : paid,
      year: signedOn === null ? 0 : yearOf(signedOn),
      several,
    }));
}

function numberOf({ contracts: own }: Around, { contractId, contractNo }: SectionContract): string {
  return own.find(({ id }) => id === contractId)?.content.contractNo ?? contractNo;
}
