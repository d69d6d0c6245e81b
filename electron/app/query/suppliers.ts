// Suppliers for the window: one of them, and those that a field offers while one types a name or a code.
import type { SupplierSuggestion } from '#shared/contract/suppliers.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { type Load, one } from '#shared/domain/load.ts';
import { liftBan, recordBan } from '#shared/domain/suppliers/commands/ban.ts';
import { renameSupplier, saveSupplier } from '#shared/domain/suppliers/commands/save.ts';
import { banOn, mayLift, type Supplier, supplierIdOf, suppliers } from '#shared/domain/suppliers/model.ts';
import { type PlainDate, toPlainDate } from '#shared/kernel/dates.ts';
import { ok } from '#shared/kernel/result.ts';
import { isValidUscc } from '#shared/kernel/uscc.ts';
import { queryWords } from '#shared/replica-format/terms.ts';
import type { Account } from '../account.ts';
import type { Handlers } from './handler.ts';
import { marksOf } from './marks.ts';
import { parse, record } from './records.ts';
import { foundRows } from './search.ts';

export const supplierHandlers: Handlers<'suppliers.get' | 'suppliers.suggest'> = {
  'suppliers.get': {
    answer(account, { id }) {
      const found = record(account, suppliers, id);
      if (!found.ok) return found;
      const { row, version } = found.value;
      return ok({
        supplier: row,
        version,
        mark: marksOf(account)('suppliers', id),
        actions: actionsOn(account.actor, row),
      });
    },
  },
  'suppliers.suggest': {
    answer(account, { text, limit }, desk) {
      const words = queryWords(text);
      const today = toPlainDate(account.now());
      if (words.length === 0) return ok({ suppliers: latest(account, limit).map(suggestionAt(today)) });
      desk.search.catchUp();
      const found = foundRows(account.replica, suppliers, words, limit);
      return ok({ suppliers: found.map(suggestionAt(today)) });
    },
  },
};

/** They have no states: what may be done follows from the role, and from what there is to be lifted. */
function actionsOn(actor: Actor, { bans }: Supplier): string[] {
  return [saveSupplier, renameSupplier, recordBan, liftBan]
    .filter(({ access }) => access.roles.some((each) => each === actor.role))
    .map(({ name }) => name)
    .filter(
      (name) => name !== liftBan.name || bans.some((ban) => ban.lifted === null && mayLift(actor, ban)),
    );
}

/** By the number of the row: the newest first. */
function latest({ replica }: Account, limit: number): readonly Supplier[] {
  return replica.connection.db
    .prepare<[number], string>('SELECT body FROM suppliers ORDER BY row_no DESC LIMIT ?')
    .pluck()
    .all(limit)
    .flatMap((body) => {
      const row = parse(suppliers, body);
      return row.ok ? [row.value] : [];
    });
}

function suggestionAt(today: PlainDate): (supplier: Supplier) => SupplierSuggestion {
  return (supplier) => ({
    id: supplier.id,
    name: supplier.name,
    uscc: supplier.uscc,
    address: supplier.address,
    sizeClass: supplier.sizeClass,
    earlierNames: supplier.earlierNames.map(({ name }) => name),
    bannedUntil: banOn(supplier, today)?.until ?? null,
  });
}

/** The record of each candidate, where there is one. */
export function* knownSuppliers(
  ranking: readonly { readonly uscc: string }[],
): Load<readonly (Supplier | undefined)[]> {
  const known: (Supplier | undefined)[] = [];
  for (const { uscc } of ranking) {
    known.push(isValidUscc(uscc) ? yield* one(suppliers, supplierIdOf(uscc)) : undefined);
  }
  return known;
}

/** As the form shows it beside a candidate; null where there is none. */
export function knownOf(supplier: Supplier | undefined, today: PlainDate) {
  if (supplier === undefined) return null;
  const { id, name, address, sizeClass } = supplier;
  const ban = banOn(supplier, today);
  return {
    ...{ id, name, address, sizeClass },
    ban: ban === undefined ? null : { document: ban.document, until: ban.until },
  };
}
