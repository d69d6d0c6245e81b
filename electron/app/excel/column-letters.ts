import { getCellAddress } from 'write-excel-file/utility';

/** A, B, … Z, AA, … from 0. */
export function columnLetters(index: number): string {
  return getCellAddress(0, index).slice(0, -1);
}
