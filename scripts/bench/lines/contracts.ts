// 合同管理 and the wizard on a replica with so many contracts, each with project, section, acceptance and payment: the first pages of the three lists, searches, what the wizard
// asks of one project, the offers of 新增, the figures of a year and its end. As 采购办 of all regions, who sees every row.
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { benchUnitId } from '#demo/data/bench-rows.ts';
import { sortDirections } from '#shared/contract/lists.ts';
import { acceptanceList } from '#shared/domain/contracts/acceptances/list.ts';
import { contractList } from '#shared/domain/contracts/list.ts';
import { paymentList } from '#shared/domain/contracts/payments/list.ts';
import { projectIdOf } from '../contract-rows.ts';
import type { BenchDesk } from '../desk/desk.ts';
import type { Call } from '../desk/protocol.ts';
import { atMost, noTarget } from '../report.ts';
import type { Setting } from '../setting.ts';
import { percentile } from '../statistics.ts';
import { indexed } from './waiting.ts';

export const contractNames = [
  'contracts-list',
  'contracts-search',
  'contracts-wizard',
  'contracts-year',
] as const;

const unit = { by: 'purchaserId', value: benchUnitId(7) };
/** A filter alone and two together, of those that each list offers. */
const filtersOf = {
  contracts: [
    [],
    [unit],
    [{ by: 'signedYear', value: 2025 }],
    [{ by: 'announced', value: 'yes' }],
    [unit, { by: 'signedYear', value: 2025 }],
  ],
  payments: [[], [unit], [{ by: 'size', value: 'sme' }], [{ by: 'budgetYear', value: 2026 }]],
  acceptances: [[], [unit], [{ by: 'conclusion', value: 'passed' }]],
} as const;

const listCalls: readonly Call[] = [contractList, paymentList, acceptanceList].flatMap((list) =>
  list.tabNames.flatMap((tab) =>
    filtersOf[list.name as keyof typeof filtersOf].flatMap((filters) =>
      list.sortNames.flatMap((by) =>
        sortDirections.map((direction) => ({
          name: `${list.name}.list`,
          input: { tab, filters, sort: { by, direction }, limit: 50 },
        })),
      ),
    ),
  ),
);
const words = ['采购合同', '医用超声', '火星探测', 'ht', 'kzy', '示例供应商77有限公司'];
const searchCalls: readonly Call[] = words.map((search) => ({
  name: 'contracts.list',
  input: { search, limit: 50 },
}));

/** What the wizard asks of a project that is at its contracts. */
function wizardCalls(rows: number): readonly Call[] {
  const queries = [
    'sections.byProject',
    'awards.byProject',
    'contracts.byProject',
    'acceptances.byProject',
    'announcements.byProject',
  ];
  return [0.1, 0.5, 0.9].flatMap((part) => {
    const projectId = projectIdOf(Math.floor(rows * part));
    return [
      { name: 'projects.get', input: { id: projectId } },
      ...queries.map((name) => ({ name, input: { projectId } })),
    ];
  });
}

const yearCalls: readonly Call[] = [2024, 2025, 2026].flatMap((year) => [
  { name: 'contracts.yearEnd', input: { year } },
  { name: 'payments.figures', input: { budgetYear: year, purchaserId: null } },
]);

export async function contractLines(setting: Setting, rows: number): Promise<void> {
  const folder = join(setting.folder, `desk-contracts-${rows}`);
  await mkdir(folder, { recursive: true });
  const desk = setting.desk({ folder, source: { madeUp: rows, of: 'contracts' } });
  try {
    setting.say(
      `making a replica of ${rows} contracts with their projects, sections, acceptances and payments …`,
    );
    await desk.call('session.signIn', { username: 'bench', password: 'bench' });
    await desk.sync();
    await indexed(desk);
    const asked = { setting, desk, rows };
    if (setting.wanted('contracts-list')) {
      await line(asked, 'contracts-list', 'First page of 50 of 合同, 付款, 履约验收, p95', listCalls, 5);
    }
    if (setting.wanted('contracts-search')) {
      await line(asked, 'contracts-search', 'Search among contracts, p95', searchCalls, 20);
    }
    if (setting.wanted('contracts-wizard')) {
      await line(asked, 'contracts-wizard', 'A question of the wizard, p95', wizardCalls(rows), 5);
    }
    if (setting.wanted('contracts-year')) {
      await line(asked, 'contracts-year', '跨年度事项 and the figures of a year, p95', yearCalls, null);
    }
  } finally {
    await desk.close();
    await rm(folder, { recursive: true, force: true });
  }
}

type Asked = { readonly setting: Setting; readonly desk: BenchDesk; readonly rows: number };

async function line(
  { setting, desk, rows }: Asked,
  name: (typeof contractNames)[number],
  title: string,
  calls: readonly Call[],
  target: number | null,
): Promise<void> {
  await desk.sample(calls, 1);
  const measured = await desk.sample(calls, setting.options.quick ? 5 : 15);
  const each = measured.map((sample) => percentile(sample, 50));
  const slowest = each.indexOf(Math.max(...each));
  const all = measured.flat();
  setting.add({
    ...{ name, title, rows },
    engine: 'local',
    unit: 'ms',
    measured: percentile(all, 95),
    floor: null,
    target: target === null ? noTarget : atMost(target),
    details: {
      p50: percentile(all, 50),
      'slowest p50': Math.max(...each),
      of: JSON.stringify(calls[slowest]),
      calls: calls.length,
      'longest of all': Math.max(...all),
    },
  });
}
