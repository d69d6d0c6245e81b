// Which event of a kind counts, and what the events in force make of a section's state. Asked by states, clocks and gates alike, so that none of them
// reads the events in another way.
import { fewestSuppliers } from '#shared/codes/fewest-suppliers.ts';
import type { CourseTimes } from '#shared/rules/section-event-rules.ts';
import type { Section } from '../model.ts';
import type { Evaluation, EventKind, SectionEvent } from './model.ts';

/** What the trading centre knows best, because it happens there. Of the rest the parties know. */
const centreKinds: ReadonlySet<EventKind> = new Set(['opening', 'evaluation_started', 'evaluation_ended']);

/** Whether it happened in the course of the notice in which the section stands now. */
export function isOfCourse({ schedule }: Pick<Section, 'schedule'>, { noticeId }: SectionEvent): boolean {
  return noticeId !== null && noticeId === schedule?.announcementId;
}

/**
 * The event of a kind that counts in the present course: the centre's newest version where it has said anything, otherwise what was entered last and
 * not withdrawn. `events` may be of several sections.
 */
export function eventInForce(
  section: Pick<Section, 'id' | 'schedule'>,
  events: readonly SectionEvent[],
  kind: EventKind,
): SectionEvent | undefined {
  const own = events.filter(
    (event) => event.kind === kind && event.sectionId === section.id && isOfCourse(section, event),
  );
  const said = centreKinds.has(kind) ? own.filter(({ source }) => source === 'centre') : [];
  return said.length > 0
    ? said.toSorted(byVersion).at(-1)
    : own
        .filter(({ source, withdrawal }) => source !== 'centre' && withdrawal === null)
        .toSorted(byRecording)
        .at(-1);
}

const byVersion = (a: SectionEvent, b: SectionEvent) => (a.platformVersion ?? 0) - (b.platformVersion ?? 0);
const byRecording = (a: SectionEvent, b: SectionEvent) =>
  a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1);

/** Of these kinds, by the events in force. */
export function courseTimes(
  section: Pick<Section, 'id' | 'schedule'>,
  events: readonly SectionEvent[],
  kinds: readonly EventKind[],
): CourseTimes {
  return Object.fromEntries(kinds.map((kind) => [kind, eventInForce(section, events, kind)?.at]));
}

/** What the committee has found, where the centre has told it. */
export function evaluationInForce(
  section: Pick<Section, 'id' | 'schedule'>,
  events: readonly SectionEvent[],
): Evaluation | undefined {
  const details = eventInForce(section, events, 'evaluation_ended')?.details;
  return details?.of === 'evaluation' ? details : undefined;
}

/** The states that events decide. What comes before and after them, announcements and later modules do. */
const inCourse: ReadonlySet<Section['status']> = new Set(['announced', 'opened', 'evaluated']);

/** As its events have it: `announced`, `opened` or `evaluated`. An evaluation presupposes the opening, whether that was told or not. */
export function statusByEvents(
  section: Pick<Section, 'id' | 'schedule'>,
  events: readonly SectionEvent[],
): 'announced' | 'opened' | 'evaluated' {
  const has = (kind: EventKind) => eventInForce(section, events, kind) !== undefined;
  if (has('evaluation_ended')) return 'evaluated';
  return has('opening') || has('evaluation_started') ? 'opened' : 'announced';
}

/** The section with the state that these events give it; undefined where that changes nothing. */
export function movedByEvents(section: Section, events: readonly SectionEvent[]): Section | undefined {
  if (!inCourse.has(section.status)) return undefined;
  const status = statusByEvents(section, events);
  return status === section.status ? undefined : { ...section, status };
}

/** Fewer suppliers than the law asks for (法 art 36(1)): the section cannot go on. Undefined while nobody has said how many there were. */
export function tooFewBidders(
  procurement: { readonly method: string; readonly methodReasonCode: string | null },
  section: Pick<Section, 'id' | 'schedule'>,
  events: readonly SectionEvent[],
): { readonly bidders: number; readonly fewest: number } | undefined {
  const details = eventInForce(section, events, 'opening')?.details;
  if (details?.of !== 'opening') return undefined;
  const bidders = details.bidders.length;
  const fewest = fewestSuppliers(procurement);
  return bidders < fewest ? { bidders, fewest } : undefined;
}
