// Every query that needs an open account, by name.
import type { z } from 'zod';
import { queries } from '#shared/contract/ipc.ts';
import { listQueriesOf } from '#shared/contract/lists.ts';
import type { List } from '#shared/domain/list.ts';
import { invalidInput } from '#shared/kernel/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import { err } from '#shared/kernel/result.ts';
import type { Desk } from '../desk.ts';
import { contractImportHandlers } from '../excel/contracts/contract-imports.ts';
import { planImportHandlers } from '../excel/plans/plan-imports.ts';
import { onlineHandlers } from '../online/admin-queries.ts';
import { administrationHandlers } from './administration.ts';
import { announcementHandlers } from './announcements.ts';
import { awardChangeHandlers } from './award-changes.ts';
import { awardPaperHandlers } from './award-papers.ts';
import { awardHandlers } from './awards.ts';
import { challengeHandlers } from './challenges.ts';
import { acceptanceHandlers } from './contracts/acceptances.ts';
import { breachHandlers } from './contracts/breaches.ts';
import { contractHandlers } from './contracts/contracts.ts';
import { paymentHandlers } from './contracts/payments.ts';
import { yearEndHandlers } from './contracts/year-end.ts';
import { diagnosticHandlers } from './diagnostics.ts';
import { documentHandlers } from './documents.ts';
import { draftHandlers } from './drafts.ts';
import { fileHandlers } from './file-queries.ts';
import type { AnyHandler, DeskQuery, Handlers } from './handler.ts';
import { homeHandlers } from './home.ts';
import { listHandlersOf, unreadableHandlers } from './lists.ts';
import { outboxHandlers } from './outbox-queries.ts';
import { planCheckHandlers } from './plan-check.ts';
import { recordHandlers } from './records.ts';
import { searchHandlers } from './search.ts';
import { supplierHandlers } from './suppliers.ts';
import { taskHandlers } from './tasks.ts';

const handlers: Handlers<DeskQuery> = {
  ...recordHandlers,
  ...planCheckHandlers,
  ...announcementHandlers,
  ...documentHandlers,
  ...awardPaperHandlers,
  ...challengeHandlers,
  ...awardHandlers,
  ...awardChangeHandlers,
  ...contractHandlers,
  ...acceptanceHandlers,
  ...paymentHandlers,
  ...breachHandlers,
  ...yearEndHandlers,
  ...supplierHandlers,
  ...unreadableHandlers,
  ...taskHandlers,
  ...homeHandlers,
  ...administrationHandlers,
  ...onlineHandlers,
  ...planImportHandlers,
  ...contractImportHandlers,
  ...searchHandlers,
  ...outboxHandlers,
  ...draftHandlers,
  ...fileHandlers,
  ...diagnosticHandlers,
};

/** A query of an open desk, whatever its name is. */
type Question = { readonly schema: z.ZodType; readonly handler: AnyHandler };

/** By name, with those of the lists. */
export function questionsOf(lists: readonly List[]): ReadonlyMap<string, Question> {
  const schemas = new Map<string, { readonly input: z.ZodType }>([
    ...Object.entries(queries),
    ...listQueriesOf(lists),
  ]);
  const all: readonly (readonly [string, AnyHandler])[] = [
    ...Object.entries(handlers),
    ...listHandlersOf(lists),
  ];
  return new Map(
    all.flatMap(([name, handler]) => {
      const query = schemas.get(name);
      return query === undefined ? [] : [[name, { schema: query.input, handler }] as const];
    }),
  );
}

export async function answerQuery(
  desk: Desk,
  { schema, handler }: Question,
  input: unknown,
): Promise<Result<unknown>> {
  const parsed = schema.safeParse(input ?? {});
  if (!parsed.success) return err(invalidInput(parsed.error.issues));
  // Handler and schema have the same name, and each handler takes what its schema has read.
  return await handler.answer(desk.account, parsed.data as never, desk);
}
