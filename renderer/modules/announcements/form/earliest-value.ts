import type { FieldKind } from '#shared/domain/announcements/template.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';

/** When offices open. */
const morning = '09:00';

/** The day as the field holds it: a time keeps its hour. */
export function earliestValue(kind: FieldKind['kind'], date: PlainDate, present: unknown): string {
  if (kind !== 'time') return date;
  const hour = typeof present === 'string' ? present.slice(11) : '';
  return `${date}T${hour === '' ? morning : hour}`;
}
