// Lengths as Word counts them, in twentieths of a point; and the names of what one part of the file defines and another uses.
import { sizes } from '#shared/documents/typesetting.ts';

export const twips = (points: number) => Math.round(points * 20);
export const mm = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);

/** The width of a sign of the text. */
export const em = twips(sizes.body);

/** The two ways of numbering lists. */
export const lists = { ordered: 'ordered', bullets: 'bullets' } as const;
