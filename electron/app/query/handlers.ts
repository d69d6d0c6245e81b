// Every query that needs an open account, by name.
import { queries } from '#shared/contract/ipc.ts';
import { invalidInput } from '#shared/kernel/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import { err } from '#shared/kernel/result.ts';
import type { Desk } from '../desk.ts';
import { excelHandlers } from '../excel/excel-queries.ts';
import { onlineHandlers } from '../online/admin-queries.ts';
import { administrationHandlers } from './administration.ts';
import { announcementHandlers } from './announcements.ts';
import { diagnosticHandlers } from './diagnostics.ts';
import { draftHandlers } from './drafts.ts';
import { fileHandlers } from './file-queries.ts';
import type { DeskQuery, Handler, Handlers } from './handler.ts';
import { homeHandlers } from './home.ts';
import { listHandlers } from './lists.ts';
import { outboxHandlers } from './outbox-queries.ts';
import { planCheckHandlers } from './plan-check.ts';
import { recordHandlers } from './records.ts';
import { searchHandlers } from './search.ts';
import { taskHandlers } from './tasks.ts';

const handlers: Handlers<DeskQuery> = {
  ...recordHandlers,
  ...planCheckHandlers,
  ...announcementHandlers,
  ...listHandlers,
  ...taskHandlers,
  ...homeHandlers,
  ...administrationHandlers,
  ...onlineHandlers,
  ...excelHandlers,
  ...searchHandlers,
  ...outboxHandlers,
  ...draftHandlers,
  ...fileHandlers,
  ...diagnosticHandlers,
};

export async function answerQuery<N extends DeskQuery>(
  desk: Desk,
  name: N,
  input: unknown,
): Promise<Result<unknown>> {
  const parsed = queries[name].input.safeParse(input ?? {});
  if (!parsed.success) return err(invalidInput(parsed.error.issues));
  const handler: Handler<N> = handlers[name];
  return await handler.answer(desk.account, parsed.data as Parameters<Handler<N>['answer']>[1], desk);
}

/** What a query stands on: tables, and `outbox` for the commands. */
export function tablesOf(name: DeskQuery): readonly string[] {
  return handlers[name].tables;
}
