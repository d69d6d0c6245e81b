// 组织: purchasers, agencies, offices and the trading centre. A name or code once given to one organisation is not given to a second.
import { z } from 'zod';
import { region } from '#shared/codes/regions.ts';
import { ok } from '#shared/kernel/result.ts';
import { isValidUscc, normaliseUscc } from '#shared/kernel/uscc.ts';
import { command, put } from '../../command.ts';
import { one, where } from '../../load.ts';
import { refuseField } from '../../refuse.ts';
import { organisationSchema, organisations } from '../model.ts';

const agencyKinds: readonly string[] = ['CENTRAL_AGENCY', 'SOCIAL_AGENCY'];

/** 新增 or 修改 of an organisation. */
export const saveOrganisation = command({
  name: 'organisations.save',
  authority: 'server',
  input: z.strictObject({ organisation: organisationSchema }),
  access: { roles: ['administrator'], record: () => true },
  *load({ organisation }) {
    return {
      before: yield* one(organisations, organisation.id),
      sameUscc: yield* where(organisations, { uscc: normaliseUscc(organisation.uscc) }),
    };
  },
  decide({ before, sameUscc }, { organisation }) {
    const uscc = normaliseUscc(organisation.uscc);
    if (!isValidUscc(uscc)) return refuseField('invalid_input', 'organisation.uscc', 'uscc_invalid');
    if (sameUscc.some(({ id }) => id !== organisation.id)) {
      return refuseField('already_exists', 'organisation.uscc', 'uscc_taken');
    }
    if (region(organisation.regionCode) === undefined) {
      return refuseField('invalid_input', 'organisation.regionCode', 'unknown_code');
    }
    const kindFits =
      organisation.kind === 'agency'
        ? organisation.agencyKind !== null && agencyKinds.includes(organisation.agencyKind)
        : organisation.agencyKind === null;
    if (!kindFits) return refuseField('invalid_input', 'organisation.agencyKind', 'agency_kind');
    // Accounts and records stand on the kind; another kind is another organisation.
    if (before !== undefined && before.kind !== organisation.kind) {
      return refuseField('wrong_state', 'organisation.kind', 'fixed_once_saved');
    }
    return ok([put(organisations, { ...organisation, uscc })]);
  },
});
