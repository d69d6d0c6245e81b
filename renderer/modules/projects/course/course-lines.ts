// The course of a section as the page shows it: a line a kind of event, and in it everything that was said of it, the one that counts marked.
import type { AskOutput } from '#renderer/api/calls.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { mayActOnProject } from '#shared/domain/projects/access.ts';
import { recordEvent, sourceOf, takesEvents } from '#shared/domain/projects/commands/record-event.ts';
import { eventInForce, isOfCourse } from '#shared/domain/projects/events/course.ts';
import { contradictionsOf } from '#shared/domain/projects/events/facts.ts';
import { type EventKind, eventKinds, type SectionEvent } from '#shared/domain/projects/events/model.ts';
import type { Project, Section } from '#shared/domain/projects/model.ts';
import type { Finding } from '#shared/rules/engine.ts';

type Course = AskOutput<'sectionEvents.byProject'>;
export type ShownEvent = Course['events'][number];
export type Clock = Course['clocks'][number];

export type CourseEntry = ShownEvent & {
  readonly inForce: boolean;
  /** The centre has said otherwise since: its version of that. */
  readonly overtakenBy: number | null;
  readonly contradictions: readonly Finding[];
  readonly mayWithdraw: boolean;
};
export type CourseLine = {
  readonly kind: EventKind;
  readonly entries: readonly CourseEntry[];
  readonly clocks: readonly Clock[];
};

export function linesOf(
  actor: Actor,
  project: Project,
  section: Section,
  events: readonly ShownEvent[],
  clocks: readonly Clock[],
): readonly CourseLine[] {
  const own = events.filter(({ event }) => event.sectionId === section.id && isOfCourse(section, event));
  const all = own.map(({ event }) => event);
  return eventKinds.map((kind) => {
    const counting = eventInForce(section, all, kind);
    const entries = own.filter(({ event }) => event.kind === kind);
    return {
      kind,
      entries: entries.map(({ event, mark }) => ({
        ...{ event, mark },
        inForce: event.id === counting?.id,
        overtakenBy: overtakenBy(event, counting),
        contradictions:
          event.id === counting?.id ? contradictionsOf(event, project.method, section, all) : [],
        mayWithdraw: mayWithdraw(actor, project, event),
      })),
      clocks: clocks.filter((clock) => clock.sectionId === section.id && clock.kind === kind),
    };
  });
}

/** Told or entered in the course of an earlier notice, or of none. */
export function earlierEvents(section: Section, events: readonly ShownEvent[]): readonly ShownEvent[] {
  return events.filter(({ event }) => event.sectionId === section.id && !isOfCourse(section, event));
}

export function mayRecord(actor: Actor, project: Project, section: Section): boolean {
  return isRecorder(actor) && mayActOnProject(actor, project) && takesEvents(section);
}

function mayWithdraw(actor: Actor, project: Project, { source, withdrawal }: SectionEvent): boolean {
  return (
    isRecorder(actor) && mayActOnProject(actor, project) && withdrawal === null && source === sourceOf(actor)
  );
}

function isRecorder({ role }: Actor): boolean {
  return recordEvent.access.roles.includes(role);
}

function overtakenBy(event: SectionEvent, counting: SectionEvent | undefined): number | null {
  if (counting === undefined || counting.id === event.id) return null;
  return event.source === 'centre' && counting.source === 'centre' ? counting.platformVersion : null;
}
