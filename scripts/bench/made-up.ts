// What a transport that makes its rows up by itself sends: kinds of records, in the order in which they come. A desk process is given their name.
import { acceptances } from '#shared/domain/contracts/acceptances/model.ts';
import { contracts } from '#shared/domain/contracts/model.ts';
import { payments } from '#shared/domain/contracts/payments/model.ts';
import type { Entity, Row } from '#shared/domain/entity.ts';
import { plans } from '#shared/domain/plans/model.ts';
import { projects, sections } from '#shared/domain/projects/model.ts';
import { benchCourses } from './contract-rows.ts';
import type { MadeUpName } from './made-up-names.ts';
import { benchRow } from './rows.ts';

export type MadeUp = { readonly kind: Entity; rowAt(n: number): Row };

export const madeUpKinds: { readonly [N in MadeUpName]: () => readonly MadeUp[] } = {
  plans: () => [{ kind: plans, rowAt: benchRow }],
  contracts() {
    const courseAt = benchCourses();
    return [
      { kind: projects, rowAt: (n) => courseAt(n).project },
      { kind: sections, rowAt: (n) => courseAt(n).section },
      { kind: contracts, rowAt: (n) => courseAt(n).contract },
      { kind: acceptances, rowAt: (n) => courseAt(n).acceptance },
      { kind: payments, rowAt: (n) => courseAt(n).payment },
    ];
  },
};
