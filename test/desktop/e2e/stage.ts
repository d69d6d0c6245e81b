// Who takes part: the city, the clerk at the desk of the unit, and a second desk at which the others sit one after another.
import { type Frame, frameOf } from '../pages/frame.ts';
import type { City, Desk } from './city.ts';

export type Stage = {
  readonly city: City;
  readonly clerk: Desk;
  readonly other: Desk;
};

export const frames = ({ clerk, other }: Stage): { readonly atDesk: Frame; readonly atOther: Frame } => ({
  atDesk: frameOf(clerk.page),
  atOther: frameOf(other.page),
});
