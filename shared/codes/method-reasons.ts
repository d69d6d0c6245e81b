// 适用情形: why a method other than 公开招标 may be used, in the words of the law, one entry an item of the article.

import type { PlainDate } from '../kernel/dates.ts';
import { type CodeEntry, codesInForce, defineTable } from './code-table.ts';

const framework = { method: 'FRAMEWORK_AGREEMENT', evidence: 'M', validFrom: '2022-03-01' } as const;
const innovation = { method: 'COOPERATIVE_INNOVATION', evidence: 'M', validFrom: '2024-06-01' } as const;
const consultation = { method: 'COMPETITIVE_CONSULTATION', evidence: 'M', validFrom: '2014-12-31' } as const;
const decree74 = { method: 'COMPETITIVE_NEGOTIATION', validFrom: '2014-02-01' } as const;

export const methodReasons = defineTable(
  {
    title: '采购方式适用情形',
    edition: '2024',
    source: '政府采购法 art 29-32; 74号令 art 27; 214号 art 3; 110号令 art 3; 财库〔2024〕13号 art 3',
    evidence: 'S',
    validFrom: '2003-01-01',
  },
  [
    {
      code: 'LAW_29_1',
      method: 'INVITED_TENDER',
      law: '政府采购法 art 29(1)',
      name: '具有特殊性，只能从有限范围的供应商处采购的',
    },
    {
      code: 'LAW_29_2',
      method: 'INVITED_TENDER',
      law: '政府采购法 art 29(2)',
      name: '采用公开招标方式的费用占政府采购项目总价值的比例过大的',
    },
    {
      code: 'LAW_30_1',
      method: 'COMPETITIVE_NEGOTIATION',
      law: '政府采购法 art 30(1)',
      name: '招标后没有供应商投标或者没有合格标的或者重新招标未能成立的',
    },
    {
      code: 'LAW_30_2',
      method: 'COMPETITIVE_NEGOTIATION',
      law: '政府采购法 art 30(2)',
      name: '技术复杂或者性质特殊，不能确定详细规格或者具体要求的',
    },
    {
      code: 'LAW_30_3',
      method: 'COMPETITIVE_NEGOTIATION',
      law: '政府采购法 art 30(3)',
      name: '采用招标所需时间不能满足用户紧急需要的',
    },
    {
      code: 'LAW_30_4',
      method: 'COMPETITIVE_NEGOTIATION',
      law: '政府采购法 art 30(4)',
      name: '不能事先计算出价格总额的',
    },
    {
      ...decree74,
      code: 'D74_27_3',
      law: '74号令 art 27(1)(3)',
      name: '非采购人所能预见的原因或者非采购人拖延造成采用招标所需时间不能满足用户紧急需要的',
    },
    {
      ...decree74,
      code: 'D74_27_4',
      law: '74号令 art 27(1)(4)',
      name: '因艺术品采购、专利、专有技术或者服务的时间、数量事先不能确定等原因不能事先计算出价格总额的',
    },
    {
      ...decree74,
      code: 'D74_27_TWO_SUPPLIERS',
      law: '74号令 art 27(2)',
      name: '公开招标的货物、服务项目，招标过程中提交投标文件或者经评审实质性响应招标文件要求的供应商只有两家，经本级财政部门批准的',
    },
    {
      code: 'LAW_31_1',
      method: 'SINGLE_SOURCE',
      law: '政府采购法 art 31(1); 条例 art 27',
      name: '只能从唯一供应商处采购的',
      note: '因货物或者服务使用不可替代的专利、专有技术，或者公共服务项目具有特殊要求；达到公开招标数额的须公示不少于5个工作日',
    },
    {
      code: 'LAW_31_2',
      method: 'SINGLE_SOURCE',
      law: '政府采购法 art 31(2)',
      name: '发生了不可预见的紧急情况不能从其他供应商处采购的',
    },
    {
      code: 'LAW_31_3',
      method: 'SINGLE_SOURCE',
      law: '政府采购法 art 31(3)',
      name: '必须保证原有采购项目一致性或者服务配套的要求，需要继续从原供应商处添购，且添购资金总额不超过原合同采购金额百分之十的',
    },
    {
      code: 'LAW_32',
      method: 'INQUIRY',
      law: '政府采购法 art 32',
      name: '采购的货物规格、标准统一、现货货源充足且价格变化幅度小的',
    },
    { ...consultation, code: 'D214_3_1', law: '财库〔2014〕214号 art 3(1)', name: '政府购买服务项目' },
    {
      ...consultation,
      code: 'D214_3_2',
      law: '财库〔2014〕214号 art 3(2)',
      name: '技术复杂或者性质特殊，不能确定详细规格或者具体要求的',
    },
    {
      ...consultation,
      code: 'D214_3_3',
      law: '财库〔2014〕214号 art 3(3)',
      name: '因艺术品采购、专利、专有技术或者服务的时间、数量事先不能确定等原因不能事先计算出价格总额的',
    },
    {
      ...consultation,
      code: 'D214_3_4',
      law: '财库〔2014〕214号 art 3(4)',
      name: '市场竞争不充分的科研项目，以及需要扶持的科技成果转化项目',
    },
    {
      ...consultation,
      code: 'D214_3_5',
      law: '财库〔2014〕214号 art 3(5)',
      name: '按照招标投标法及其实施条例必须进行招标的工程建设项目以外的工程建设项目',
    },
    {
      ...framework,
      code: 'D110_3_1',
      law: '110号令 art 3(1)',
      name: '集中采购目录以内品目，以及与之配套的必要耗材、配件等，属于小额零星采购的',
    },
    {
      ...framework,
      code: 'D110_3_2',
      law: '110号令 art 3(2)',
      name: '集中采购目录以外、限额标准以上，本部门、本系统行政管理所需的法律、评估、会计、审计等鉴证咨询服务，属于小额零星采购的',
    },
    {
      ...framework,
      code: 'D110_3_3',
      law: '110号令 art 3(3)',
      name: '集中采购目录以外、限额标准以上，为本部门、本系统以外的服务对象提供服务的政府购买服务项目，需要确定2家以上供应商由服务对象自主选择的',
    },
    {
      ...innovation,
      code: 'D2024_13_3_1',
      law: '财库〔2024〕13号 art 3(1)',
      name: '市场现有产品或者技术不能满足要求，需要进行技术突破的',
    },
    {
      ...innovation,
      code: 'D2024_13_3_2',
      law: '财库〔2024〕13号 art 3(2)',
      name: '以研发创新产品为基础，形成新范式或者新的解决方案，能够显著改善功能性能、提高绩效的',
    },
    {
      code: 'LOCAL_SMALL',
      method: 'E_MALL',
      evidence: 'U',
      name: '小额零星、限额标准以下，按当地电子卖场（网上商城）管理规定采购的',
    },
  ],
);

/** The situations that allow the method on the day; none for 公开招标, which needs no reason. */
export function methodReasonsFor(
  method: string,
  onDate: PlainDate,
): readonly (CodeEntry & { readonly method: string })[] {
  return codesInForce(methodReasons, onDate).filter((entry) => entry.method === method);
}
