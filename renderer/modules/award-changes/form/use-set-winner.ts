// Puts another winner into the form, field by field: what stays as it is counts as left alone.
import { sameValue } from '#shared/domain/same-value.ts';
import type { Winner } from './changed-result.ts';
import { changeFields } from './fields.ts';

export function useSetWinner(): (next: Winner) => void {
  const { content, set, setUnreadable } = changeFields.useForm();
  const isNew = (field: keyof Winner, next: Winner) => !sameValue(content[field], next[field]);
  return (next) => {
    if (isNew('winner', next)) set('winner', next.winner);
    if (isNew('address', next)) set('address', next.address);
    if (isNew('sizeClass', next)) set('sizeClass', next.sizeClass);
    if (isNew('members', next)) set('members', next.members);
    if (isNew('amount', next)) set('amount', next.amount);
    if (isNew('rate', next)) set('rate', next.rate);
    setUnreadable('amount', undefined);
  };
}
