// Plans out of Excel files. The last preview of each open account is kept in memory: what is imported is exactly what was shown.
import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type ImportedPlan, mostImportedRows } from '#shared/contract/excel.ts';
import { organisations, platforms } from '#shared/domain/admin/model.ts';
import type { PlanContent } from '#shared/domain/plans/model.ts';
import { askedPolicies } from '#shared/domain/plans/policies.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { uuidV7 } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { normaliseUscc } from '#shared/kernel/uscc.ts';
import { excelSheets } from '#shared/text/zh-CN/excel.ts';
import type { Account } from '../account.ts';
import { runCommand } from '../command/run.ts';
import { storageError } from '../db/storage-error.ts';
import type { Desk } from '../desk.ts';
import { openSource, type Source } from '../files/source.ts';
import { writeUserFile } from '../files/user-file.ts';
import { allRows } from '../query/administration.ts';
import type { Handlers } from '../query/handler.ts';
import { settingOf } from '../query/settings.ts';
import { annotateInThread, readInThread, writeInThread } from './excel-thread.ts';
import { isClosed } from './export-list.ts';
import { importColumns } from './import-columns.ts';
import { type Beginning, type Preview, readPlans } from './import-plans.ts';
import { notesOf } from './notes.ts';
import { byName, type Directory, type Named } from './read-value.ts';
import { fileRefused } from './refusals.ts';
import { templateSheets } from './template.ts';
import type { ReadLimits, ReadSheet } from './workbook.ts';

const mostFileBytes = 10_000_000;
/** How every zip archive begins, and a file of the time before .xlsx, or one that is locked with a password: such a one has a stream of this name. */
const beginnings = { archive: Buffer.from('PK'), compound: Buffer.from('d0cf11e0a1b11ae1', 'hex') };
const encrypted = Buffer.from('EncryptedPackage', 'utf16le');
const limits: ReadLimits = {
  bytes: 10_000_000,
  /** The head and the rows. */
  rows: mostImportedRows + 1,
  columns: importColumns.length + 50,
};

type Kept = {
  readonly token: string;
  readonly file: Uint8Array;
  readonly sheet: string;
  readonly preview: Preview;
  /** 临时编号 of plans that have been made. */
  readonly made: Set<string>;
};
const previews = new WeakMap<Account, Kept>();

export const excelHandlers: Handlers<
  'plans.importTemplate' | 'plans.importPreview' | 'plans.importNotes' | 'plans.import'
> = {
  'plans.importTemplate': {
    async answer(account, { path }) {
      const sheets = templateSheets(toPlainDate(account.now()), activePlatforms(account));
      const written = await writeUserFile(path, async (write) => {
        const bytes = await writeInThread(sheets);
        if (bytes === undefined) return err({ code: 'internal' });
        await write(bytes);
        return ok({});
      });
      return written.ok ? ok({}) : written;
    },
  },
  'plans.importPreview': {
    async answer(account, { path }) {
      if (account.actor.role !== 'purchaser_clerk') return err({ code: 'not_allowed' });
      const file = await readUserFile(path);
      if (!file.ok) return file;
      const sheet = await readInThread(file.value, excelSheets.plans, limits);
      if (!sheet.ok) return sheet;
      if (isClosed(account)) return err({ code: 'not_signed_in' });
      const read = preview(account, sheet.value);
      if (!read.ok) return read;
      const token = randomUUID();
      previews.set(account, {
        token,
        file: file.value,
        sheet: sheet.value.name,
        preview: read.value,
        made: new Set(),
      });
      const { rows, plans, problems, hiddenRows, notRead } = read.value;
      return ok({
        token,
        rows,
        plans: [...plans],
        problems: [...problems],
        hiddenRows: [...hiddenRows],
        notRead,
      });
    },
  },
  'plans.importNotes': {
    async answer(account, { token, path }) {
      const kept = previews.get(account);
      if (kept === undefined || kept.token !== token) return err({ code: 'not_found' });
      const plan = notesOf(kept.preview, kept.made);
      const written = await writeUserFile(path, async (write) => {
        const bytes = await annotateInThread(kept.file, kept.sheet, plan);
        if (!bytes.ok) return bytes;
        await write(bytes.value);
        return ok({});
      });
      return written.ok ? ok({ notes: plan.notes.length }) : written;
    },
  },
  'plans.import': {
    async answer(account, { token, nos }, desk) {
      const kept = previews.get(account);
      if (kept === undefined || kept.token !== token) return err({ code: 'not_found' });
      const wanted = nos === null ? undefined : new Set(nos);
      const chosen = kept.preview.plans.filter(({ no, content }) =>
        wanted === undefined ? content !== null : wanted.has(no),
      );
      const results = await makeAll(account, desk, chosen);
      for (const { no, state } of results) if (state === 'made') kept.made.add(no);
      return ok({ made: results.filter(({ state }) => state === 'made').length, results });
    },
  },
};

type Made = {
  readonly no: string;
  readonly id: string;
  readonly state: 'made' | 'refused' | 'not_tried';
  readonly error: AppError | null;
};

/** Commands made before others get their turn. */
const commandsAtOnce = 10;

/** One after the other; what stops one for reasons of the disk or the sign-in stops the rest, which are said not to have been tried. */
async function makeAll(account: Account, desk: Desk, plans: readonly ImportedPlan[]): Promise<Made[]> {
  const results: Made[] = [];
  let stopped: AppError | undefined;
  for (const [index, plan] of plans.entries()) {
    const { no, id } = plan;
    if (index > 0 && index % commandsAtOnce === 0) await nextTurn();
    if (stopped === undefined && isClosed(account)) stopped = { code: 'not_signed_in' };
    if (stopped !== undefined) {
      results.push({ no, id, state: 'not_tried', error: stopped });
      continue;
    }
    const made = makeOne(account, plan);
    if (made.ok) desk.commandMade();
    else if (made.stop) stopped = made.error;
    results.push({ no, id, state: made.ok ? 'made' : 'refused', error: made.ok ? null : made.error });
  }
  return results;
}

function makeOne(
  account: Account,
  { id, content }: ImportedPlan,
): { readonly ok: true } | { readonly ok: false; readonly error: AppError; readonly stop: boolean } {
  // It has problems that the preview has named.
  if (content === null) return { ok: false, error: { code: 'invalid_input' }, stop: false };
  try {
    const made = runCommand(account, 'plans.create', { id, content });
    return made.ok ? { ok: true } : { ok: false, error: made.error, stop: false };
  } catch (thrown) {
    const error = storageError(thrown);
    if (error === undefined) throw thrown;
    return { ok: false, error, stop: true };
  }
}

function preview(account: Account, sheet: ReadSheet): Result<Preview> {
  const unit = unitOf(account);
  if (unit === undefined) return err({ code: 'reference_missing', params: { entity: 'organisations' } });
  const policies = settingOf(account)('policies');
  const today = toPlainDate(account.now());
  const unanswered = (content: PlanContent) =>
    askedPolicies(policies, content, today)
      .filter(({ code }) => content.policies?.every((answer) => answer.code !== code) ?? true)
      .map(({ name }) => name);
  return readPlans(sheet, directoryOf(account), { unit, unanswered }, () =>
    uuidV7(account.ports.clock(), account.ports.randomBytes(10)),
  );
}

/** What the form fills in by itself for a new plan. */
function unitOf({ actor, replica }: Account): Beginning['unit'] | undefined {
  const id = actor.organisationId;
  const stored = id === null ? undefined : replica.table(organisations.name)?.stored(id);
  const unit = stored === undefined ? undefined : organisations.schema.safeParse(JSON.parse(stored.body));
  if (unit?.success !== true) return undefined;
  const { budgetUnitCode, supervisingUnit, regionCode } = unit.data;
  return { budgetUnitCode, supervisingUnit, regionCode };
}

function directoryOf(account: Account): Directory {
  const { db } = account.replica.connection;
  const agencies = db
    .prepare<[], Named>("SELECT id, name, uscc FROM organisations WHERE kind = 'agency' ORDER BY name")
    .all();
  const named = byName(agencies.map((agency) => [agency.name, agency]));
  const byCode = new Map(agencies.map((agency) => [agency.uscc ?? '', agency]));
  byCode.delete('');
  const choosable = activePlatforms(account);
  const platformNamed = byName(choosable.map((platform) => [platform.name, platform]));
  return {
    agencies: (text) => {
      const found = byCode.get(normaliseUscc(text));
      return found === undefined ? named(text) : [found];
    },
    platforms: (text) => {
      const found = choosable.find(({ id }) => id === text);
      return found === undefined ? platformNamed(text) : [found];
    },
  };
}

function activePlatforms({ replica }: Account): readonly Named[] {
  return allRows(replica, platforms).filter(({ active }) => active);
}

/**
 * Error codes: not_found, file_unreadable, file_changed, invalid_input with the field code excel_too_large, excel_protected, excel_other_format or
 * excel_no_workbook.
 */
async function readUserFile(path: string): Promise<Result<Buffer>> {
  const opened = await openSource(path, mostFileBytes);
  const read = opened.ok ? await readAll(opened.value) : opened;
  if (!read.ok) return read.error.code === 'too_large' ? err(fileRefused('excel_too_large')) : read;
  const bytes = read.value;
  if (startsWith(bytes, beginnings.compound)) {
    return err(fileRefused(bytes.includes(encrypted) ? 'excel_protected' : 'excel_other_format'));
  }
  return startsWith(bytes, beginnings.archive) ? read : err(fileRefused('excel_no_workbook'));
}

async function readAll(source: Source): Promise<Result<Buffer>> {
  const pieces: Uint8Array[] = [];
  try {
    for (;;) {
      const piece = await source.next();
      if (!piece.ok) return piece;
      if (piece.value === null) return ok(Buffer.concat(pieces));
      pieces.push(piece.value);
    }
  } finally {
    await source.close();
  }
}

function startsWith(bytes: Buffer, beginning: Buffer): boolean {
  return bytes.subarray(0, beginning.length).equals(beginning);
}
