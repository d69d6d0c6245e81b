// 账号: who may sign in, as what, for whom. The role must fit the organisation, because scopes follow from both. Passwords are set
// elsewhere: they are in no row that travels.
import { z } from 'zod';
import { region } from '#shared/codes/regions.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { command, put } from '../../command.ts';
import { one, where } from '../../load.ts';
import { refuse, refuseField } from '../../refuse.ts';
import { type Account, accountSchema, accounts, type Organisation, organisations } from '../model.ts';

const organisationKindOf: Readonly<Record<Account['role'], readonly Organisation['kind'][]>> = {
  purchaser_clerk: ['purchaser'],
  purchaser_reviewer: ['purchaser'],
  agency: ['agency'],
  procurement_office: ['office'],
  supervisor: ['office'],
  administrator: ['office', 'centre'],
  auditor: ['office', 'centre'],
};
const needsOrganisation: readonly string[] = ['purchaser_clerk', 'purchaser_reviewer', 'agency'];
const needsRegions: readonly string[] = ['procurement_office', 'supervisor'];

/** 新增 or 修改 of an account. */
export const saveAccount = command({
  name: 'accounts.save',
  authority: 'server',
  input: z.strictObject({ account: accountSchema }),
  access: { roles: ['administrator'], record: () => true },
  *load({ account }) {
    const { organisationId, username } = account;
    return {
      organisation: organisationId === null ? undefined : yield* one(organisations, organisationId),
      sameName: yield* where(accounts, { username }),
    };
  },
  decide({ organisation, sameName }, { account }, ctx) {
    if (sameName.some(({ id }) => id !== account.id)) {
      return refuseField('already_exists', 'account.username', 'username_taken');
    }
    if (account.id === ctx.actor.accountId && (account.role !== 'administrator' || !account.active)) {
      return refuse('same_person');
    }
    const fits = roleFits(account, organisation);
    return fits.ok ? ok([put(accounts, account)]) : fits;
  },
});

/** 停用: the account can no longer sign in; what it did stays. */
export const disableAccount = command({
  name: 'accounts.disable',
  authority: 'server',
  input: z.strictObject({ id: idSchema }),
  access: {
    roles: ['administrator'],
    record: (_actor, { account }) => account !== undefined,
  },
  *load({ id }) {
    return { account: yield* one(accounts, id) };
  },
  decide({ account }, _input, ctx) {
    if (account === undefined) return refuse('not_found');
    // Otherwise the last administrator could lock everybody out.
    if (account.id === ctx.actor.accountId) return refuse('same_person');
    return account.active ? ok([put(accounts, { ...account, active: false })]) : ok([]);
  },
});

function roleFits(account: Account, organisation: Organisation | undefined): Result<null> {
  if (account.organisationId !== null && organisation === undefined) {
    return refuseField('reference_missing', 'account.organisationId', 'reference_missing');
  }
  if (organisation === undefined) {
    if (needsOrganisation.includes(account.role)) {
      return refuseField('invalid_input', 'account.organisationId', 'organisation_needed');
    }
  } else if (!organisationKindOf[account.role].includes(organisation.kind)) {
    return refuseField('invalid_input', 'account.organisationId', 'organisation_kind', {
      kind: organisation.kind,
    });
  }
  if (needsRegions.includes(account.role) !== account.regionCodes.length > 0) {
    return refuseField(
      'invalid_input',
      'account.regionCodes',
      account.regionCodes.length > 0 ? 'regions_not_for_role' : 'regions_needed',
    );
  }
  const unknown = account.regionCodes.findIndex((code) => region(code) === undefined);
  if (unknown !== -1) return refuseField('invalid_input', `account.regionCodes.${unknown}`, 'unknown_code');
  return ok(null);
}
