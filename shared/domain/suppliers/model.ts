// Suppliers: written down once under their 统一社会信用代码 and offered wherever one is named. Everybody sees them: who wins public contracts, under which
// name, and who is excluded from them, is public.
import { z } from 'zod';
import { plainDateSchema } from '#shared/kernel/dates.ts';
import { type Id, idSchema } from '#shared/kernel/ids.ts';
import { namedId } from '#shared/kernel/named-id.ts';
import { normaliseUscc } from '#shared/kernel/uscc.ts';
import { type Actor, everyone } from '../actor.ts';
import { entity } from '../entity.ts';
import { code, reason, text } from '../fields.ts';
import { fileSchema } from '../file.ts';
import { historySchema } from '../history.ts';

/** 大型, 中型, 小型, 微型 (工信部联企业〔2011〕300号). */
export const sizeClasses = ['large', 'medium', 'small', 'micro'] as const;

/** What people say of one whenever they name it. */
export const supplierShape = {
  uscc: text(40).min(1),
  name: text(200).min(1),
  address: text(300).default(''),
  /** 企业规模, as the supplier has declared it; null: nobody has said so. */
  sizeClass: z.enum(sizeClasses).nullable().default(null),
};

/** Whose decision a ban is: the 采购办 that has written it down, by its organisation or, where the account has none, its regions. */
const issuerSchema = z.strictObject({
  organisationId: idSchema.nullable(),
  regionCodes: z.array(code).max(1000),
});

/** 禁止参加政府采购活动 (法 art 77). */
const banSchema = z.strictObject({
  id: idSchema,
  /** 处罚决定书文号. */
  document: text(100).min(1),
  reason,
  from: plainDateSchema,
  /** The last day. */
  until: plainDateSchema,
  /** Null where it was written down before that was kept. */
  issuer: issuerSchema.nullable(),
  /** 撤销: the decision was changed or set aside. */
  lifted: z.strictObject({ reason, at: z.int(), name: z.string() }).nullable(),
});
export type Ban = z.infer<typeof banSchema>;

/** Earlier names, and bans. */
export const mostKept = 50;

export const supplierSchema = z.strictObject({
  id: idSchema,
  ...supplierShape,
  uscc: text(18),
  /** 曾用名, the latest last, each with the registration paper. */
  earlierNames: z
    .array(z.strictObject({ name: text(200), until: plainDateSchema, file: fileSchema }))
    .max(mostKept),
  bans: z.array(banSchema).max(mostKept),
  createdAt: z.int(),
  updatedAt: z.int(),
  history: historySchema,
});
export type Supplier = z.infer<typeof supplierSchema>;

/** The same code is the same supplier, wherever it is written down first. */
export function supplierIdOf(uscc: string): Id {
  return namedId(`supplier/${normaliseUscc(uscc)}`);
}

export const suppliers = entity({
  name: 'suppliers',
  schema: supplierSchema,
  revision: 2,
  // 2: whose decision each ban is.
  upgrade: withIssuers,
  columns: (of) => ({
    uscc: of.text((supplier) => supplier.uscc),
    name: of.title((supplier) => supplier.name),
    updatedAt: of.instant((supplier) => supplier.updatedAt),
  }),
  deskColumns: (of) => ({
    address: of.text((supplier) => supplier.address),
    sizeClass: of.text((supplier) => supplier.sizeClass ?? 'unsaid'),
    /** The last day of the last ban that was not lifted. */
    bannedUntil: of.text((supplier) => lastDayOf(supplier)).nullable(),
    earlierNames: of.text(({ earlierNames }) => earlierNames.map(({ name }) => name).join(' ')),
  }),
  indexes: { desk: { suppliers_name: ['name'] }, server: { suppliers_name: { on: ['name'] } } },
  searched: ['name', 'uscc', 'earlierNames'],
  scopes: () => [everyone],
  files: ({ earlierNames }) => earlierNames.map(({ file }) => file.sha256),
});

function withIssuers(body: unknown): unknown {
  const { bans, ...rest } = z.looseObject({ bans: z.array(z.looseObject({})) }).parse(body);
  return { ...rest, bans: bans.map((ban) => ({ issuer: null, ...ban })) };
}

function lastDayOf({ bans }: Pick<Supplier, 'bans'>): string | null {
  const days = bans.filter(({ lifted }) => lifted === null).map(({ until }) => until);
  return days.toSorted().at(-1) ?? null;
}

/** The ban in force on that day. */
export function banOn({ bans }: Pick<Supplier, 'bans'>, day: string): Ban | undefined {
  return bans.find(({ from, until, lifted }) => lifted === null && from <= day && day <= until);
}

/** Whose decision it is may set it aside: the same 采购办, or one that answers for all of its regions. Of bans from before nobody knows whose they are. */
export function mayLift({ organisationId, regionCodes }: Actor, { issuer }: Pick<Ban, 'issuer'>): boolean {
  if (issuer === null) return true;
  if (issuer.organisationId !== null && issuer.organisationId === organisationId) return true;
  return issuer.regionCodes.length > 0 && issuer.regionCodes.every((region) => regionCodes.includes(region));
}
