// 采购意向 of the demo: what each unit with plans means to buy in the coming months, and with some what comes after that, still on its way.
import type { Values } from '#shared/domain/announcements/values.ts';
import { addDays, type PlainDate } from '#shared/kernel/dates.ts';
import type { AnnouncementStep } from './announcements.ts';
import type { DemoPlan } from './plans.ts';
import { type ProjectKind, projectKinds } from './project-kinds.ts';
import { type Random, randomOf, type Weighted } from './random.ts';

export type DemoIntention = {
  readonly id: string;
  /** Whose people make it: they are the same for all plans of a unit. */
  readonly plan: DemoPlan;
  readonly content: Values;
  readonly steps: readonly AnnouncementStep[];
};

const begun = [
  [['submit', 'approve'], 1],
  [['submit'], 2],
  [[], 2],
] as const satisfies readonly [
  Weighted<readonly AnnouncementStep[]>,
  ...Weighted<readonly AnnouncementStep[]>[],
];
const remarks = ['专门面向中小企业采购', '预留部分采购份额面向中小企业', ''] as const;

/** They depend on the seed and the unit alone. */
export function demoIntentions(
  plans: readonly DemoPlan[],
  { seed, today }: { readonly seed: string; readonly today: PlainDate },
): readonly DemoIntention[] {
  const ofUnits = new Map(plans.map((plan) => [plan.unit.row.id, plan]));
  const idTime = Date.parse(`${today}T01:00:00Z`);
  return [...ofUnits].flatMap(([unitId, plan]) => {
    const random = randomOf(`${seed}/intention/${unitId}`);
    const made = (from: PlainDate, steps: readonly AnnouncementStep[]): DemoIntention => ({
      id: random.uuid(idTime),
      plan,
      content: { intentions: lines(plan, from, idTime, random) },
      steps,
    });
    // 30 days before the purchase at the latest (财库〔2020〕10号).
    const published = made(addDays(today, 62), ['submit', 'approve', 'publish']);
    if (!random.chance(0.4)) return [published];
    return [published, made(addDays(today, 184), random.weighted<readonly AnnouncementStep[]>(begun))];
  });
}

function lines({ unit }: DemoPlan, from: PlainDate, idTime: number, random: Random) {
  const kinds = projectKinds.filter(({ units }) => unit.unitKind !== null && units.includes(unit.unitKind));
  const chosen = kinds.filter(() => random.chance(3 / kinds.length));
  return (chosen.length > 0 ? chosen : kinds.slice(0, 1)).map((kind) => {
    const expectedMonth = addDays(from, random.int(0, 120)).slice(0, 7);
    return {
      id: random.uuid(idTime),
      cells: {
        projectName: `${unit.row.name}${expectedMonth.slice(0, 4)}年${kind.title}`,
        requirementSummary: summaryOf(kind),
        // Whole hundreds of yuan, in fen.
        budgetWanYuan: Math.round(random.lognormal(kind.median, 0.6) / 100) * 10_000,
        expectedMonth,
        remark: random.pick(remarks),
      },
    };
  });
}

function summaryOf({ category, items, period }: ProjectKind): string {
  const names = items.map(({ name }) => name).join('、');
  switch (category) {
    case 'A':
      return `采购${names}，含运输、安装、调试、培训和质保期内的服务。`;
    case 'B':
      return `${names}，以施工图和工程量清单为准，工期、质量符合现行规范。`;
    default:
      return `${names}，${period}。`;
  }
}
