// What an administrator keeps: organisations, accounts, settings, holidays, number patterns and series, trading platforms.
// Secrets (passwords, private keys) are never in these rows: rows travel to desks.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { jsonSchema } from '#shared/kernel/json.ts';
import { calendarYearSchema } from '#shared/kernel/workdays.ts';
import { accountScope, administration, everyone, humanRoles, unitScope } from '../actor.ts';
import { entity } from '../entity.ts';
import { code, key, text } from '../fields.ts';

export const organisationSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(['purchaser', 'agency', 'office', 'centre']),
  name: text(200).min(1),
  uscc: text(18),
  regionCode: code,
  budgetUnitCode: text(64),
  supervisingUnit: text(200),
  /** For agencies: CENTRAL_AGENCY or SOCIAL_AGENCY. */
  agencyKind: code.nullable(),
  address: text(300),
  contact: text(50),
  phone: text(50),
  active: z.boolean(),
});
export type Organisation = z.infer<typeof organisationSchema>;
export const organisations = entity({
  name: 'organisations',
  schema: organisationSchema,
  columns: (of) => ({
    kind: of.text((organisation) => organisation.kind),
    name: of.title((organisation) => organisation.name),
    uscc: of.text((organisation) => organisation.uscc),
    regionCode: of.text((organisation) => organisation.regionCode),
  }),
  deskColumns: (of) => ({
    contact: of.text((organisation) => organisation.contact),
    phone: of.text((organisation) => organisation.phone),
    active: of.integer((organisation) => (organisation.active ? 1 : 0)),
  }),
  indexes: {
    desk: { organisations_uscc: ['uscc'] },
    server: { organisations_uscc: { on: ['uscc'] } },
  },
  searched: ['name', 'uscc'],
  scopes: () => [everyone],
});

export const accountSchema = z.strictObject({
  id: idSchema,
  username: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,39}$/),
  name: text(50).min(1),
  role: z.enum(humanRoles),
  organisationId: idSchema.nullable(),
  regionCodes: z.array(code).max(50),
  phone: text(50),
  active: z.boolean(),
});
export type Account = z.infer<typeof accountSchema>;
export const accounts = entity({
  name: 'accounts',
  schema: accountSchema,
  columns: (of) => ({
    username: of.text((account) => account.username),
    role: of.text((account) => account.role),
    organisationId: of.text((account) => account.organisationId).nullable(),
  }),
  deskColumns: (of) => ({
    name: of.title((account) => account.name),
    phone: of.text((account) => account.phone),
    /** The codes, separated by commas. */
    regionCodes: of.text((account) => account.regionCodes.join(',')),
    active: of.integer((account) => (account.active ? 1 : 0)),
  }),
  indexes: {
    server: { accounts_username: { on: ['username'], unique: true } },
  },
  searched: ['username', 'name', 'phone'],
  scopes: (account) => [
    administration,
    accountScope(account.id),
    ...(account.organisationId === null ? [] : [unitScope(account.organisationId)]),
  ],
});

/** One setting a row; its value's shape is the one of shared/domain/admin/settings.ts for that key. */
export const settingSchema = z.strictObject({ id: key, value: jsonSchema, updatedAt: z.int() });
export type Setting = z.infer<typeof settingSchema>;
export const settings = entity({
  name: 'settings',
  schema: settingSchema,
  scopes: () => [everyone],
});

/** A year's official holidays; id is the year. */
export const calendarYearRowSchema = z.strictObject({
  id: z.string().regex(/^20\d\d$/),
  calendar: calendarYearSchema,
  source: text(200),
  publishedAt: z.int(),
});
export type CalendarYearRow = z.infer<typeof calendarYearRowSchema>;
export const calendarYears = entity({
  name: 'calendar_years',
  schema: calendarYearRowSchema,
  scopes: () => [everyone],
});

/** e.g. id `plan/411000`, pattern `许财采购-{yyyy}-{seq:4}`. */
export const numberPatternSchema = z.strictObject({ id: key, pattern: text(64).min(1), updatedAt: z.int() });
export type NumberPattern = z.infer<typeof numberPatternSchema>;
export const numberPatterns = entity({
  name: 'number_patterns',
  schema: numberPatternSchema,
  scopes: () => [everyone],
});

/** The last number given, e.g. id `plan/411000/2026`. Stays on the server: numbers are the server's to give. */
export const numberSeriesSchema = z.strictObject({ id: key, last: z.int().min(0) });
export type NumberSeries = z.infer<typeof numberSeriesSchema>;
export const numberSeries = entity({
  name: 'number_series',
  schema: numberSeriesSchema,
  scopes: () => [],
});

/** A trading platform plans can be pushed to. Its public keys are open knowledge; ours are in the server's key store. */
export const platformSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{2,40}$/),
  name: text(200).min(1),
  regionCode: code,
  inboxUrl: z.url({ protocol: /^https?$/ }).max(500),
  /** Ed25519 public keys, SPKI DER in base64; several while one is being replaced. */
  publicKeys: z.array(z.strictObject({ keyId: key, publicKey: text(200), retired: z.boolean() })).max(10),
  active: z.boolean(),
});
export type Platform = z.infer<typeof platformSchema>;
export const platforms = entity({
  name: 'platforms',
  schema: platformSchema,
  columns: (of) => ({ regionCode: of.text((platform) => platform.regionCode) }),
  deskColumns: (of) => ({ name: of.title((platform) => platform.name) }),
  indexes: {
    desk: { platforms_region: ['regionCode'] },
  },
  scopes: () => [everyone],
});
