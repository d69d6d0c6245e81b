// Where a page of a list begins: beside which announcement, and on which side of it. Addresses hold that place, not a page's number, so that they
// show the same when new announcements come in front.
import { type Instant, instantSchema } from '#shared/kernel/dates.ts';
import { type Id, idSchema } from '#shared/kernel/ids.ts';

export type Place = { readonly at: Instant; readonly id: Id };
export type Cursor = { readonly place: Place; readonly side: 'older' | 'newer' };

export function writePlace({ at, id }: Place): string {
  return `${at}.${id}`;
}

export function readPlace(text: string): Place | undefined {
  const [at, id, ...more] = text.split('.');
  const parsed = { at: instantSchema.safeParse(Number(at)), id: idSchema.safeParse(id) };
  if (more.length > 0 || !/^\d{1,15}$/.test(at ?? '') || !parsed.at.success || !parsed.id.success) {
    return undefined;
  }
  return { at: parsed.at.data, id: parsed.id.data };
}
