// 跨年度事项: what of a year's procurement was not finished by its end.
export const yearEndPages = {
  title: '跨年度事项',
  year: '年度',
  yearOption: (year: number) => `${year}年末`,
  hint: (year: number) =>
    `截至 ${year}-12-31 已发通知书未签合同、已签未验收、已验收未付清（含质保金）的事项。财政年度和编号不变，跨年度支付的部分追加次年的资金来源。`,
  export: '导出',
  exported: (fileName: string, rows: number) => `已导出${rows}项到“${fileName}”`,
  none: { title: '没有跨年度事项', hint: '这一年的合同都已签订、验收并付清。' },
  more: (shown: number, all: number) => `只显示前${shown}项，全部${all}项请导出查看`,
  count: (kind: string, count: number) => `${kind} ${count}`,
  columns: {
    project: '项目名称',
    section: '标段',
    purchaser: '采购单位',
    supplier: '供应商',
    contractNo: '合同编号',
    fiscalYear: '财政年度',
    amount: '金额（元）',
    paid: '已付（元）',
    funded: (year: number) => `${year}年度资金（元）`,
  },
  fund: '追加资金来源',
  fundOf: (contractNo: string) => `追加资金来源：${contractNo}`,
  figures: {
    signed: (year: number) => `${year}年签订的合同`,
    paid: (year: number) => `${year}年度预算支付`,
    contracts: (count: number, amount: string) => `${count} 份，${amount}`,
    payments: (count: number, amount: string) => `${count} 笔，${amount}`,
  },
  since: { unsigned: '通知书发出', unaccepted: '签订日期', unpaid: '验收合格' },
} as const;
