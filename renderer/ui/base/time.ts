// Instants as they are read in Asia/Shanghai, wherever the machine believes it is.
const shanghaiMs = 8 * 3_600_000;

function shanghai(instant: number): string {
  return new Date(instant + shanghaiMs).toISOString();
}

/** `2026-03-22 10:32:05` */
export function exactTime(instant: number): string {
  return shanghai(instant).slice(0, 19).replace('T', ' ');
}

/** `10:32` */
export function clockTime(instant: number): string {
  return shanghai(instant).slice(11, 16);
}
