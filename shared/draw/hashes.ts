// Every hash of a draw is SHA-256 over UTF-8 text and written as 64 lower-case hex digits. A label stands in front of what is hashed, so that
// no hash made for one purpose can be passed off as one made for another.
import { canonicalJson } from '../kernel/canonical-json.ts';

/** SHA-256 of the text's UTF-8 bytes in lower-case hex. Comes in as a port: shared/ has no crypto. */
export type Sha256 = (text: string) => string;

const protocol = 'zhengcai-draw/1';

export type Label = 'expert' | 'pool' | 'server-secret' | 'operator-secret' | 'seed' | 'block' | 'salt';

export function labelled(sha256: Sha256, label: Label, value: unknown): string {
  return sha256(canonicalJson([`${protocol} ${label}`, value]));
}

/** What the audit chain keeps of an input. */
export function hashOf(sha256: Sha256, value: unknown): string {
  return sha256(canonicalJson(value));
}
