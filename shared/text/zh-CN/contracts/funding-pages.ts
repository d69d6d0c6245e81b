// Words of 资金来源 of later years on the page of a contract and in 跨年度事项.
export const fundingPages = {
  title: '跨年度资金来源',
  hint: (fiscalYear: number) =>
    `合同编号和财政年度（${fiscalYear}）不变。跨年度支付的部分，追加支付年度的资金来源；登记付款时按支付年度取用预算指标文号。`,
  add: '追加资金来源',
  addTitle: (name: string) => `追加“${name}”的资金来源？`,
  addBody: (fiscalYear: number) =>
    `只填写${fiscalYear}年度之后的资金，${fiscalYear}年度的以采购计划为准。保存后采购办可以看到；填错的可以撤销。`,
  added: '已追加资金来源',
  year: (year: number) => `${year}年度`,
  documentHelp: '预算批复或指标文件的文号',
  state: '状态',
  withdraw: '撤销',
  withdrawOf: (year: number, documentNo: string) => `撤销${year}年度资金来源：${documentNo}`,
  withdrawTitle: (year: number, documentNo: string) => `撤销${year}年度的资金来源“${documentNo}”？`,
  withdrawBody: '撤销后不再计入，原内容和原因保留。已有付款使用这一文号的，不能撤销。',
  withdrawn: '已撤销资金来源',
  withdrawnBy: (by: string, reason: string) => `${by}已撤销：${reason}`,
  reason: '撤销原因',
} as const;
