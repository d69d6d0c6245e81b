// 开标与评审 of a section, on the page of its project.
import { formatInstant } from './times.ts';

export const coursePages = {
  title: '开标与评审',
  hint: '交易中心推送的与采购人、代理机构登记的并列显示。',
  of: (sectionNo: string, name: string) => `${sectionNo} ${name}`,
  noRound: '未公告',
  round: (value: number) => `第${value}次公告`,
  table: (name: string) => `${name}：开标与评审`,
  columns: {
    round: '轮次',
    kind: '事项',
    at: '时间',
    source: '来源',
    by: '登记人',
    note: '说明及附件',
    due: '期限',
    actions: '操作',
  },
  missing: '未登记',
  counts: '以此为准',
  overtaken: (version: number) => `已由第${version}版更正`,
  version: (value: number) => `第${value}版`,
  recorded: (at: number) => `登记于 ${formatInstant(at)}`,
  pushed: (at: number) => `推送于 ${formatInstant(at)}`,
  withdrawn: (name: string, at: number, reason: string) =>
    `${name} 于 ${formatInstant(at)} 撤销登记：${reason}`,
  withdrawnMark: '已撤销',
  due: (date: string) => `不晚于 ${date}`,
  late: '晚于期限',
  why: '为什么',
  whyOf: (name: string) => `${name}：为什么`,
  clockNote: '自已登记的起始事项起计算；起始事项变化后自动重新计算。',
  earlier: '以前公告的开标与评审',
  contradiction: '与其他记录不符',

  record: '登记事项',
  recordOf: (name: string) => `登记事项：${name}`,
  withdraw: '撤销登记',
  withdrawOf: (kind: string, at: number) => `撤销登记：${kind} ${formatInstant(at)}`,

  dialog: {
    title: (sectionNo: string) => `登记标段 ${sectionNo} 的事项`,
    hint: '登记后对方和监管部门可以看到；登记有误的可以撤销，撤销后仍保留记录。',
    kind: '事项',
    at: '时间',
    atHelp: '事项实际发生的时间',
    note: '说明',
    file: '附件',
    fileHelp: '最多一个，如评审报告送达回执',
    fileName: '附件',
    required: '请填写时间',
    warnings: '登记前请阅读并确认：',
  },
  withdrawal: {
    title: (kind: string) => `撤销登记“${kind}”？`,
    consequence:
      '撤销后不再计入标段进度，原登记和撤销原因保留，对方和监管部门可以看到。不能恢复，可以重新登记。',
    reason: '撤销原因',
    reasonHelp: '对方和监管部门可以看到',
  },

  tooFew: {
    title: (fewest: number) =>
      fewest === 1 ? '没有供应商响应' : `投标（响应）供应商不足${fewest === 2 ? '两' : '三'}家`,
    text: (count: number) =>
      `开标时${count === 0 ? '没有' : `只有${count}家`}供应商投标（响应）。依据《政府采购法》第三十六条第一款第（一）项，应予废标。`,
    todo: '起草终止公告',
    waits: '请采购人或代理机构起草终止公告。',
  },
  failed: {
    title: '评审结论：废标',
    text: (name: string | undefined, reason: string) =>
      name === undefined ? `原因：${reason}。` : `原因：${name}。${reason}。`,
  },

  bidders: {
    title: (count: number) => `投标（响应）供应商（${count}家）`,
    none: '没有供应商投标（响应）。',
    name: '供应商名称',
    uscc: '统一社会信用代码',
    price: '报价（元）',
  },
  ranking: {
    title: '评审排名',
    rank: '名次',
    tied: '并列',
    supplier: '供应商名称',
    price: '报价（元）',
    reviewPrice: '评审价（元）',
    score: '得分',
  },
  rejected: {
    title: '未通过审查的供应商',
    supplier: '供应商名称',
    reason: '原因',
  },
  report: '评审报告哈希值',
  centre: '交易中心',
  secret: '结果公告发布前不公开。',
} as const;
