// Who won a section and refused to sign: written on the section when its result is changed or ended for that reason, and handed on to the section that takes its
// place, because a desk may hold neither filing nor former section. Who has refused takes no part when it is procured again (74号令 art 22; in tenders by a setting).
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { normaliseName } from '#shared/kernel/text.ts';
import { isValidUscc, normaliseUscc } from '#shared/kernel/uscc.ts';
import { text } from '../fields.ts';
import { resultOf, type SectionResult } from './result.ts';

const refusalSchema = z.strictObject({
  /** The filing or announcement that says so. */
  recordId: idSchema,
  /** How people call it. */
  document: text(400),
  at: z.int(),
  /** The winner; of a 联合体 all its members. */
  suppliers: z.array(z.strictObject({ name: text(200), uscc: text(18) })).max(21),
});
export type Refusal = z.infer<typeof refusalSchema>;
export const refusalsSchema = z.array(refusalSchema).max(100);

type Refused = {
  readonly refusals: readonly Refusal[];
  readonly results: readonly SectionResult[];
  readonly schedule: { readonly announcementId: string } | null;
};

/** The section whose winner now has refused to sign. */
export function withRefusal<S extends Refused>(section: S, said: Omit<Refusal, 'suppliers'>): S {
  const result = resultOf(section);
  if (result === undefined || result.announcementId === null) return section;
  const { supplierName, supplierUscc, members } = result;
  const suppliers = [
    { name: supplierName, uscc: supplierUscc },
    ...members.map(({ name, uscc }) => ({ name, uscc })),
  ];
  return { ...section, refusals: [...othersThan(section, said), { ...said, suppliers }] };
}

/** As if it had never been said: the announcement that said so was withdrawn. */
export function withoutRefusal<S extends Refused>(section: S, recordId: string): S {
  return { ...section, refusals: othersThan(section, { recordId }) };
}

/** Its result was made void because the winner refused to sign, and not for another reason. */
export function winnerRefused({ refusals, results, schedule }: Refused): boolean {
  const voided = results.findLast(({ noticeId }) => noticeId === schedule?.announcementId)?.void ?? null;
  return (
    voided !== null && refusals.some(({ document, at }) => document === voided.document && at === voided.at)
  );
}

/** The refusal of this supplier: by its code, where both have one, else by its name. */
export function refusalBy(
  refusals: readonly Refusal[],
  { name, uscc }: { readonly name: string; readonly uscc: string },
): Refusal | undefined {
  return refusals.find(({ suppliers }) =>
    suppliers.some((each) =>
      isValidUscc(each.uscc) && isValidUscc(uscc)
        ? normaliseUscc(each.uscc) === normaliseUscc(uscc)
        : normaliseName(each.name) === normaliseName(name),
    ),
  );
}

function othersThan({ refusals }: Pick<Refused, 'refusals'>, { recordId }: Pick<Refusal, 'recordId'>) {
  return refusals.filter((each) => each.recordId !== recordId);
}
