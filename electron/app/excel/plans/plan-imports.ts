// 导入 of plans: each becomes a draft.
import { mostImportedRows } from '#shared/contract/excel.ts';
import { organisations, platforms } from '#shared/domain/admin/model.ts';
import type { PlanContent } from '#shared/domain/plans/model.ts';
import { askedPolicies } from '#shared/domain/plans/policies.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { uuidV7 } from '#shared/kernel/ids.ts';
import { err } from '#shared/kernel/result.ts';
import { normaliseUscc } from '#shared/kernel/uscc.ts';
import { excelSheets, importHeaders, templateNotes } from '#shared/text/zh-CN/excel.ts';
import type { Account } from '../../account.ts';
import { allRows } from '../../query/administration.ts';
import type { Handlers } from '../../query/handler.ts';
import { settingOf } from '../../query/settings.ts';
import { failureOf, importHandlersOf } from '../import-handlers.ts';
import { byName, type Directory, type Named } from '../read-value.ts';
import { type Beginning, readPlans } from './import-plans.ts';
import { planColumns } from './plan-columns.ts';

const plans = importHandlersOf({
  of: 'plans',
  sheet: excelSheets.plans,
  columns: planColumns,
  mostRows: mostImportedRows,
  notes: templateNotes(mostImportedRows),
  lists(account) {
    const entries = activePlatforms(account).map(({ id, name }) => ({ code: id, name }));
    return [{ title: importHeaders.platform, entries }];
  },
  preview(account, sheet) {
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
  },
});

export const planImportHandlers: Handlers<
  'plans.importTemplate' | 'plans.importPreview' | 'plans.importNotes' | 'plans.import'
> = {
  'plans.importTemplate': plans.template,
  'plans.importPreview': plans.preview,
  'plans.importNotes': plans.notes,
  'plans.import': plans.making((account, { id, content }) => {
    const failed = failureOf(account, 'plans.create', { id, content });
    return failed === undefined ? { state: 'made' } : { state: 'refused', ...failed };
  }),
};

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
