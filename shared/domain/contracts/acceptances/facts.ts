// What has to be known of an acceptance: its contract with those before it, section and project with all sections, who may not sit in the group, and the days that count.
import type { Calendar } from '#shared/kernel/calendar.ts';
import { type Instant, type PlainDate, toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { AcceptanceFacts } from '#shared/rules/contracts/acceptance/facts.ts';
import type { DeadlineExplanation } from '#shared/rules/deadlines/count.ts';
import { explainFrom } from '#shared/rules/deadlines/explain-from.ts';
import { loadCalendar } from '../../admin/load-calendar.ts';
import { organisations } from '../../admin/model.ts';
import { announcements } from '../../announcements/model.ts';
import { type Load, one, where } from '../../load.ts';
import { gate, refusedBy } from '../../projects/gates.ts';
import { type Project, projects, type Section, sections } from '../../projects/model.ts';
import { refuseField } from '../../refuse.ts';
import { type Contract, contracts, isInForce, supplierNow } from '../model.ts';
import { type Acceptance, acceptances } from './model.ts';
import { unfitForAcceptanceNotice } from './notice.ts';
import { partsToAccept } from './outcome.ts';

export type Around = {
  readonly contract: Contract;
  readonly section: Section;
  readonly project: Project;
  /** Of the project. */
  readonly sections: readonly Section[];
  /** Of the contract. */
  readonly acceptances: readonly Acceptance[];
  /** Names in the 结果公告 of the section. */
  readonly reviewers: readonly string[];
  /** Empty where the unit has procured by itself. */
  readonly agencyName: string;
  readonly officeNames: readonly string[];
  readonly calendar: Calendar;
};

/** Undefined where contract, section or project are not there. */
export function* loadAround(
  { contractId }: Pick<Acceptance, 'contractId'>,
  { now }: { readonly now: Instant },
): Load<Around | undefined> {
  const contract = yield* one(contracts, contractId);
  if (contract === undefined) return undefined;
  const { sectionId, projectId, agencyId, regionCode } = contract;
  const section = yield* one(sections, sectionId);
  const project = yield* one(projects, projectId);
  if (section === undefined || project === undefined) return undefined;
  const agency = agencyId === null ? undefined : yield* one(organisations, agencyId);
  const offices = yield* where(organisations, { kind: 'office', regionCode });
  const published = yield* where(announcements, { projectId });
  return {
    ...{ contract, section, project },
    sections: yield* where(sections, { projectId }),
    acceptances: yield* where(acceptances, { contractId }),
    reviewers: published.flatMap(({ type, status, sectionIds, frozen }) =>
      type === 'RESULT' && status === 'published' && sectionIds.includes(sectionId)
        ? reviewersIn(frozen?.values['reviewers'])
        : [],
    ),
    agencyName: agency?.name ?? '',
    officeNames: offices.map(({ name }) => name),
    calendar: yield* loadCalendar(yearOf(toPlainDate(now))),
  };
}

/** As the 结果公告 lists them, line by line. */
function reviewersIn(lines: unknown): readonly string[] {
  if (!Array.isArray(lines)) return [];
  return lines.flatMap((line: { readonly cells?: { readonly [column: string]: unknown } }) => {
    const name = line.cells?.['name'];
    return typeof name === 'string' ? [name] : [];
  });
}

/** Whether something of the contract is left to accept: it may have been ended, or accepted, since. Refusal: wrong_state. */
export function toAccept({ contract, section, project }: Around): Result<null> {
  if (!isInForce(contract)) return refuseField('wrong_state', 'contractId', 'contract_not_to_accept');
  if (contract.performance.acceptedOn !== null) {
    return refuseField('wrong_state', 'contractId', 'contract_accepted');
  }
  return refusedBy(gate(section, 'accept', project), 'contractId') ?? ok(null);
}

/** The last one that is concluded, where it was not 合格: what comes next is the 整改 of it. */
export function failedBefore({ acceptances: all }: Pick<Around, 'acceptances'>): Acceptance | undefined {
  const last = all
    .filter(({ status }) => status === 'concluded')
    .toSorted((a, b) => (a.concludedAt ?? 0) - (b.concludedAt ?? 0))
    .at(-1);
  return last?.content.conclusion === 'passed' ? undefined : last;
}

/** The latest day on which one of them was held. */
function lastHeldOn(all: readonly Acceptance[], except: string): PlainDate | null {
  const days = all.flatMap(({ id, status, content }) =>
    id !== except && status === 'concluded' && content.heldOn !== null ? [content.heldOn] : [],
  );
  return days.toSorted().at(-1) ?? null;
}

/** Until when the 采购人 is to answer the supplier, day by day. */
export function answerClock(
  { calendar }: Pick<Around, 'calendar'>,
  requestedOn: PlainDate | null,
): DeadlineExplanation | undefined {
  return explainFrom('ACCEPT_ANSWER', requestedOn, { calendar });
}

export function acceptanceFacts(
  around: Around,
  { id, content }: Pick<Acceptance, 'id' | 'content'>,
  now: Instant,
): AcceptanceFacts {
  const { contract, project, acceptances: all } = around;
  return {
    content,
    category: project.category,
    inForce: isInForce(contract),
    accepted: contract.performance.acceptedOn !== null,
    otherOpen: all.some((other) => other.id !== id && other.status !== 'concluded'),
    items: partsToAccept(content, contract),
    acceptedItems: contract.performance.acceptedItems,
    secret: contract.content.secret,
    signedOn: contract.content.signedOn,
    lastHeldOn: lastHeldOn(all, id),
    suppliers: [
      supplierNow(contract).name,
      contract.result.supplierName,
      ...contract.result.members.map(({ name }) => name),
      ...contract.content.subcontracts.map(({ name }) => name),
    ].filter((name) => name !== ''),
    agency: around.agencyName,
    reviewers: around.reviewers,
    offices: around.officeNames,
    account: contract.content.supplierAccount,
    unfit: unfitForAcceptanceNotice(contract, { content }),
    answerUntil: answerClock(around, content.requestedOn)?.result.date ?? null,
    today: toPlainDate(now),
  };
}
