// Whether a number of a 中标（成交）通知书 was given already: with a result, or with the change of one, which both write down when it was issued.
import { type Load, where } from '../load.ts';
import { sectionEvents } from '../projects/events/model.ts';
import { awards } from './model.ts';

export function* isLetterTaken(letterNo: string): Load<boolean> {
  return (
    (yield* where(awards, { letterNo })).length > 0 || (yield* where(sectionEvents, { letterNo })).length > 0
  );
}
