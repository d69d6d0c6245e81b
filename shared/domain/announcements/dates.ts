// The days that an announcement sets for suppliers, read from its values: for the sections' schedule, for the trading centre, and for the statutory
// periods, which know them as events.
import { dayOfLocalTime, localTimeSchema, type PlainDate, plainDateSchema } from '#shared/kernel/dates.ts';
import type { DeadlineEvent } from '#shared/rules/deadlines/facts.ts';
import type { Schedule } from '../projects/model.ts';
import type { AnnouncementTypeCode } from './model.ts';
import type { Values } from './values.ts';

export type NoticeDates = Pick<Schedule, 'documentsFrom' | 'documentsUntil' | 'deadline' | 'opening'>;

/** Which field of a type says when which event is. */
type DateField = {
  readonly field: string;
  readonly event: DeadlineEvent | null;
  /** Null for a day that no supplier has to keep. */
  readonly date: keyof NoticeDates | null;
};
const documents: readonly DateField[] = [
  { field: 'docFrom', event: 'documentsIssued', date: 'documentsFrom' },
  { field: 'docTo', event: 'documentsUntil', date: 'documentsUntil' },
];
const tender: readonly DateField[] = [
  ...documents,
  { field: 'bidDeadline', event: 'deadline', date: 'deadline' },
  // 法: bids are opened at the deadline, in public (87号令 art 39).
  { field: 'bidDeadline', event: null, date: 'opening' },
];
const negotiation: readonly DateField[] = [
  ...documents,
  { field: 'submitDeadline', event: 'deadline', date: 'deadline' },
  // 谈判 and 询价 need not say when responses are opened: it is at the deadline.
  { field: 'submitDeadline', event: null, date: 'opening' },
  { field: 'openTime', event: null, date: 'opening' },
];
const fieldsOf: Readonly<Partial<Record<AnnouncementTypeCode, readonly DateField[]>>> = {
  PREQUALIFICATION: [
    ...documents,
    { field: 'submitDeadline', event: 'prequalificationDeadline', date: 'deadline' },
  ],
  TENDER: tender,
  TENDER_INVITATION: tender,
  NEGOTIATION_NOTICE: negotiation,
  NEGOTIATION_INVITATION: negotiation,
  FRAMEWORK_SOLICITATION: [
    ...documents,
    { field: 'submitDeadline', event: 'deadline', date: 'deadline' },
    { field: 'openTime', event: null, date: 'opening' },
  ],
  SINGLE_SOURCE: [
    { field: 'publicityFrom', event: 'displayStarted', date: null },
    { field: 'publicityTo', event: 'displayEnded', date: 'documentsUntil' },
  ],
};

export function datesOf(type: AnnouncementTypeCode, values: Values): NoticeDates {
  const dates = { documentsFrom: null, documentsUntil: null, deadline: null, opening: null };
  for (const { field, date } of fieldsOf[type] ?? []) {
    if (date === null) continue;
    const value = values[field];
    const isDay = date === 'documentsFrom' || date === 'documentsUntil';
    const parsed = (isDay ? plainDateSchema : localTimeSchema).safeParse(value);
    if (parsed.success) Object.assign(dates, { [date]: parsed.data });
  }
  return dates;
}

/** The days of the events that this type's fields set; a clock time counts by its day. */
export function eventsOf(
  type: AnnouncementTypeCode,
  values: Values,
): { readonly [E in DeadlineEvent]?: PlainDate } {
  return Object.fromEntries(
    (fieldsOf[type] ?? []).flatMap(({ field, event }) => {
      const day = dayOf(values[field]);
      return event === null || day === null ? [] : [[event, day]];
    }),
  );
}

/** The field of this type that sets an event. */
export function fieldOfEvent(type: AnnouncementTypeCode, event: string): string | undefined {
  return fieldsOf[type]?.find((each) => each.event === event)?.field;
}

/** The fields of this type on which a statutory period may bear, with their events. */
export function eventFields(
  type: AnnouncementTypeCode,
): readonly { readonly field: string; readonly event: DeadlineEvent }[] {
  return (fieldsOf[type] ?? []).flatMap(({ field, event }) => (event === null ? [] : [{ field, event }]));
}

export function dayOf(value: unknown): PlainDate | null {
  const day = plainDateSchema.safeParse(value);
  if (day.success) return day.data;
  const time = localTimeSchema.safeParse(value);
  return time.success ? dayOfLocalTime(time.data) : null;
}
