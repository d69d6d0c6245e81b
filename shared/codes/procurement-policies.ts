// 政府采购政策 in force: one table of what a plan is asked, what notice and result say of it, which declaration suppliers give, and the figures. The
// rows here are the default of a setting: of some documents excerpts alone could be read (`evidence` says which), so an administrator completes
// dates, figures and wording from the published text. Rows are never taken away: an old project keeps what was in force when it began.
import { z } from 'zod';
import { type PlainDate, plainDateSchema } from '../kernel/dates.ts';
import { isInForce } from './code-table.ts';

const line = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => value.isWellFormed() && !/\p{Cc}/u.test(value), 'invalid_characters');
const category = z.enum(['A', 'B', 'C']);
const percent = z.int().min(0).max(100);

export const policySchema = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9_]{1,39}$/),
  name: line(60).min(1),
  /** What findings cite: the document with its number, and the clause where it could be read. */
  document: line(120).min(1),
  clause: line(40),
  /** By the planned start of procurement, both days included. */
  validFrom: plainDateSchema.nullable(),
  validTo: plainDateSchema.nullable(),
  categories: z.array(category).min(1).max(3),
  /** `answered`: every plan says whether it applies, and why not. `chosen`: a plan names it where it applies. */
  asks: z.enum(['answered', 'chosen']),
  /** Not asked where the whole project is reserved for small and medium enterprises. */
  unlessReserved: z.boolean(),
  /** 价格扣除 in per cent; both the same where there is nothing to choose. */
  deduction: z.strictObject({ least: percent, most: percent }).nullable(),
  /** Reasons for which it does not apply, to choose from. */
  exemptions: z.array(line(200).min(1)).max(20),
  /** What a notice must contain to say it at all. */
  mention: line(30).min(1),
  /** Sentences of notice and result; `{rate}` stands for the deduction. The result's may be empty: then it says nothing. */
  notice: line(500).min(1),
  result: line(500),
  /** Title of the 声明函, without 书名号; empty where none is asked for. */
  declaration: line(60),
  /** What of the document was read, and where. */
  evidence: line(300),
  verified: z.boolean(),
});
export type Policy = z.infer<typeof policySchema>;

export const policiesSchema = z
  .array(policySchema)
  .max(100)
  .superRefine((rows, ctx) => {
    const say = (index: number, field: string, message: string) =>
      ctx.addIssue({ code: 'custom', message, path: [index, field] });
    for (const [index, row] of rows.entries()) {
      const { validFrom, validTo, deduction, notice, result, mention } = row;
      if (validFrom !== null && validTo !== null && validTo < validFrom)
        say(index, 'validTo', 'policy_dates');
      if (deduction !== null && deduction.most < deduction.least) say(index, 'deduction', 'policy_range');
      if (deduction === null && `${notice}${result}`.includes('{rate}')) say(index, 'notice', 'policy_rate');
      if (!notice.includes(mention)) say(index, 'notice', 'policy_mention');
      if (rows.slice(0, index).some((other) => overlap(other, row)))
        say(index, 'validFrom', 'policy_overlap');
    }
    const codes = new Set(rows.map(({ code }) => code));
    // Plans that were filed name them by their codes.
    if (defaultPolicies.some(({ code }) => !codes.has(code))) {
      ctx.addIssue({ code: 'custom', message: 'policy_removed', path: [] });
    }
  });

/** Whether a project could be under both rows of one policy. */
function overlap(a: Policy, b: Policy): boolean {
  return (
    a.code === b.code &&
    a.categories.some((each) => b.categories.includes(each)) &&
    (a.validTo === null || b.validFrom === null || b.validFrom <= a.validTo) &&
    (b.validTo === null || a.validFrom === null || a.validFrom <= b.validTo)
  );
}

/** The rows in force for a project of the category that begins on the day. */
export function policiesInForce(
  policies: readonly Policy[],
  of: { readonly category: Policy['categories'][number]; readonly date: PlainDate },
): readonly Policy[] {
  return policies.filter((row) => row.categories.includes(of.category) && isInForce(row, of.date));
}

/** The name of a policy whether or not it is in force; the code where it has none. */
export function policyName(policies: readonly Policy[], code: string): string {
  return policies.findLast((row) => row.code === code)?.name ?? code;
}

/** As a finding cites it. */
export function policyArticle({ document, clause }: Policy): string {
  return `stated/${document}${clause}`;
}

const common = {
  clause: '',
  validTo: null,
  unlessReserved: false,
  deduction: null,
  exemptions: [],
  result: '',
  declaration: '',
  verified: false,
} satisfies Partial<Policy>;
const green = {
  ...common,
  categories: ['A', 'B', 'C'],
  asks: 'chosen',
} satisfies Partial<Policy>;
const smallEnterprises = {
  ...common,
  code: 'SME_PRICE_DEDUCTION',
  name: '小微企业价格扣除',
  asks: 'answered',
  unlessReserved: true,
  exemptions: ['采购标的价格由国家统一规定，不作价格评审'],
  mention: '小微企业',
  declaration: '中小企业声明函',
} satisfies Partial<Policy>;
const recalled = '凭记忆录入，未核对原文。';

export const defaultPolicies: readonly Policy[] = [
  {
    ...common,
    code: 'DOMESTIC_PRODUCT',
    name: '本国产品',
    document: '《关于在政府采购中实施本国产品标准及相关政策的通知》（国办发〔2025〕34号）',
    validFrom: '2026-01-01',
    categories: ['A', 'C'],
    asks: 'answered',
    deduction: { least: 20, most: 20 },
    exemptions: [
      '不涉及货物',
      '货物均属于不适用本国产品标准的品目（房屋和构筑物、文物和陈列品、图书和档案、特种动植物、农林牧渔业产品、矿与矿物、电力、城市燃气、蒸汽和热水、水、食品、饮料和烟草原料、无形资产）',
      '国际条约、协定对本国产品政策另有规定',
    ],
    mention: '本国产品',
    notice:
      '执行本国产品标准及相关政策（国办发〔2025〕34号）：既有本国产品又有非本国产品参与竞争的，对本国产品的报价给予{rate}%的价格扣除，用扣除后的价格参与评审；享受该政策的，应当提供《关于符合本国产品标准的声明函》，未提供的不影响其参加采购活动。',
    result: '评审执行本国产品标准及相关政策（国办发〔2025〕34号），对本国产品的价格扣除比例为{rate}%。',
    declaration: '关于符合本国产品标准的声明函',
    evidence:
      '仅见节选：新华社2025-09-30通稿（中国政府采购网转载）载适用范围、20%和施行日期，《每日经济新闻》同日报道载扣除办法，一份2026年采购文件引用了不适用的品目，声明函名称及其不作资格条件见于培训材料转述的财政部国库司答复；未见全文，条款号、条约例外和80%的多产品规则未核对。',
  },
  {
    ...smallEnterprises,
    document: '《政府采购促进中小企业发展管理办法》（财库〔2020〕46号）',
    clause: '第九条',
    validFrom: '2021-01-01',
    validTo: '2022-06-30',
    categories: ['A', 'C'],
    deduction: { least: 6, most: 10 },
    notice:
      '执行小微企业价格扣除政策（财库〔2020〕46号）：对小微企业的报价给予{rate}%的扣除，用扣除后的价格参与评审。',
    result: '评审执行小微企业价格扣除政策（财库〔2020〕46号），对小微企业的价格扣除比例为{rate}%。',
    evidence: recalled,
  },
  {
    ...smallEnterprises,
    document: '《关于进一步加大政府采购支持中小企业力度的通知》（财库〔2022〕19号）',
    validFrom: '2022-07-01',
    categories: ['A', 'C'],
    deduction: { least: 10, most: 20 },
    notice:
      '执行小微企业价格扣除政策（财库〔2022〕19号）：对小微企业的报价给予{rate}%的扣除，用扣除后的价格参与评审。',
    result: '评审执行小微企业价格扣除政策（财库〔2022〕19号），对小微企业的价格扣除比例为{rate}%。',
    evidence: '幅度10%至20%见于培训材料的转述，未核对原文。',
  },
  {
    ...smallEnterprises,
    document: '《政府采购促进中小企业发展管理办法》（财库〔2020〕46号）',
    clause: '第九条',
    validFrom: '2021-01-01',
    categories: ['B'],
    deduction: { least: 3, most: 5 },
    notice:
      '执行小微企业价格扣除政策（财库〔2020〕46号）：对小微企业的报价给予{rate}%的扣除，用扣除后的价格参与评审。',
    result: '评审执行小微企业价格扣除政策（财库〔2020〕46号），对小微企业的价格扣除比例为{rate}%。',
    evidence: recalled,
  },
  {
    ...green,
    code: 'ENERGY_MANDATORY',
    name: '政府强制采购节能产品',
    document: '《关于调整优化节能产品、环境标志产品政府采购执行机制的通知》（财库〔2019〕9号）',
    validFrom: '2019-04-01',
    mention: '节能产品',
    notice:
      '执行政府强制采购节能产品政策（财库〔2019〕9号）：属于强制采购品目的，应当提供有效的节能产品认证证书。',
    evidence: recalled,
  },
  {
    ...green,
    code: 'ENERGY_PRIORITY',
    name: '政府优先采购节能产品',
    document: '《关于调整优化节能产品、环境标志产品政府采购执行机制的通知》（财库〔2019〕9号）',
    validFrom: '2019-04-01',
    mention: '节能产品',
    notice: '执行政府优先采购节能产品政策（财库〔2019〕9号）。',
    evidence: recalled,
  },
  {
    ...green,
    code: 'ENVIRONMENT_LABEL',
    name: '政府优先采购环境标志产品',
    document: '《关于调整优化节能产品、环境标志产品政府采购执行机制的通知》（财库〔2019〕9号）',
    validFrom: '2019-04-01',
    mention: '环境标志产品',
    notice: '执行政府优先采购环境标志产品政策（财库〔2019〕9号）。',
    evidence: recalled,
  },
  {
    ...green,
    code: 'GREEN_PACKAGING',
    name: '商品包装、快递包装政府采购需求标准',
    document:
      '《商品包装政府采购需求标准（试行）》《快递包装政府采购需求标准（试行）》（财办库〔2020〕123号）',
    validFrom: '2020-06-28',
    mention: '包装',
    notice: '商品包装和快递包装执行政府采购需求标准（财办库〔2020〕123号）。',
    evidence: recalled,
  },
  {
    ...green,
    code: 'GREEN_MATERIALS',
    name: '绿色建材',
    document: '《关于扩大政府采购支持绿色建材促进建筑品质提升政策实施范围的通知》（财库〔2022〕35号）',
    validFrom: '2022-11-01',
    mention: '绿色建材',
    notice: '执行政府采购支持绿色建材政策（财库〔2022〕35号）。',
    evidence: recalled,
  },
];
