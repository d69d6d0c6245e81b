// Identifiers are UUIDs, version 7 when we make them: sortable by time, but never trusted as a clock.
import { z } from 'zod';

export type Id = string;

export const idSchema = z.uuid().toLowerCase();

/** A UUIDv7 from its parts, so that `shared/` needs neither a clock nor randomness: 10 random bytes, UTC milliseconds. */
export function uuidV7(now: number, random: Uint8Array): Id {
  if (random.length < 10) throw new RangeError('uuidV7 needs 10 random bytes');
  const time = Math.max(0, Math.floor(now)).toString(16).padStart(12, '0').slice(-12);
  const hex = Array.from(random.subarray(0, 10), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((Number.parseInt(hex.charAt(3), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
}
