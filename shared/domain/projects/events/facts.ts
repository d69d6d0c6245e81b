// What the rules on an event have to know, and what of the events in force contradicts the others.
import type { Instant } from '#shared/kernel/dates.ts';
import type { Finding } from '#shared/rules/engine.ts';
import { checkSectionEvent, type SectionEventFacts } from '#shared/rules/section-event-rules.ts';
import type { Section } from '../model.ts';
import { courseTimes, evaluationInForce, eventInForce } from './course.ts';
import { type EventKind, eventKinds, type SectionEvent } from './model.ts';

type Stated = { readonly kind: EventKind; readonly at: Instant };

/** Of an event that is to be entered, or of one that is there already among the others. */
export function eventFacts(
  { kind, at }: Stated,
  method: string,
  section: Pick<Section, 'id' | 'schedule'>,
  events: readonly SectionEvent[],
  now: Instant,
): SectionEventFacts {
  return {
    kind,
    at,
    now,
    method,
    deadline: section.schedule?.deadline ?? null,
    others: courseTimes(section, events, eventKinds),
    failed: evaluationInForce(section, events)?.outcome.result === 'failed',
    toldByCentre: eventInForce(section, events, kind)?.source === 'centre',
  };
}

/** What of an event in force cannot be together with the others: shown beside it, wherever it comes from. */
export function contradictionsOf(
  event: SectionEvent,
  method: string,
  section: Pick<Section, 'id' | 'schedule'>,
  events: readonly SectionEvent[],
): readonly Finding[] {
  // It was no future when it was recorded; a centre whose clock was wrong said otherwise.
  const facts = eventFacts(event, method, section, events, event.recordedAt);
  return checkSectionEvent(facts).filter(({ severity }) => severity === 'error');
}
