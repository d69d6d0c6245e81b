// Plan rows ready-made for benchmarks: valid by the schema, different in every column that lists sort and filter by, made without randomness
// so that a million of them cost little. They went through no command.
import { emptyContent } from '#shared/domain/plans/content.ts';
import { type Plan, type PlanStatus, planStatuses } from '#shared/domain/plans/model.ts';
import { fromDayNumber, toDayNumber } from '#shared/kernel/dates.ts';
import { demoRegions } from './regions.ts';

const firstDay = toDayNumber('2024-01-02');
const firstInstant = Date.UTC(2024, 0, 2);
const minute = 60_000;
const methods = ['OPEN_TENDER', 'COMPETITIVE_CONSULTATION', 'INQUIRY', 'COMPETITIVE_NEGOTIATION'] as const;
export const benchSubjects = [
  '办公设备',
  '物业管理服务',
  '道路维修工程',
  '医用超声设备',
  '信息系统运行维护',
  '课桌椅',
  '空调',
] as const;
const categories = ['A', 'C', 'B'] as const;
export const unitCount = 60;

/** The purchaser of bench rows, 0 to 59; give an account this organisation to see its rows. */
export function benchUnitId(unit: number): string {
  return `01890000-0000-7000-8000-${hex(unit % unitCount, 12)}`;
}

/** Plan number `n`; neighbours differ in unit, state, amount and time. */
export function benchPlanRow(n: number): Plan {
  // A multiplicative walk, so that order by amount or date is not order by n.
  const mixed = Math.imul(n + 1, 0x9e3779b1) >>> 0;
  const region = demoRegions[mixed % demoRegions.length] ?? demoRegions[0];
  const unit = n % unitCount;
  const status: PlanStatus = planStatuses[(mixed >>> 8) % planStatuses.length] ?? 'draft';
  const filed = !['draft', 'unit_review', 'returned', 'office_review'].includes(status);
  const at = firstInstant + ((mixed >>> 4) % 1_400_000) * minute;
  const subject = benchSubjects[(mixed >>> 12) % benchSubjects.length] ?? benchSubjects[0];
  const year = 2024 + (mixed % 3);
  return {
    id: `018a0000-0000-7000-8000-${hex(n, 12)}`,
    status,
    purchaserId: benchUnitId(unit),
    purchaserName: `${region.name}示例单位${unit + 1}`,
    purchaserUscc: '',
    planNo: filed ? `${region.prefix}-${year}-${String(n + 1).padStart(7, '0')}` : null,
    projectId: filed ? `018b0000-0000-7000-8000-${hex(n, 12)}` : null,
    predecessor: null,
    filingRound: filed ? 1 : 0,
    leftUnit: filed || status === 'office_review',
    content: {
      ...emptyContent,
      fiscalYear: year,
      regionCode: region.code,
      projectName: `${region.name}示例单位${unit + 1}${year}年${subject}采购项目${n + 1}`,
      category: categories[mixed % categories.length] ?? 'A',
      budgetAmount: 10_000 + (mixed % 99_999_999) * 100,
      method: methods[(mixed >>> 6) % methods.length] ?? 'INQUIRY',
      plannedStart: fromDayNumber(firstDay + ((mixed >>> 3) % 1000)),
      platformId: `${region.short}-ggzy`,
    },
    returnedContent: null,
    acknowledgedWarnings: [],
    fieldEdits: {},
    createdBy: benchUnitId(unit),
    submittedBy: null,
    createdAt: at,
    updatedAt: at + minute * (n % 1000),
    submittedAt: null,
    filedAt: filed ? at : null,
    history: [],
  };
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
