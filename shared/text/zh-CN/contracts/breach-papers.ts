// Words of 违约通知书 and 违约处理决定书. No form of them is prescribed.
export const breachPaperText = {
  notice: {
    title: '违约通知书',
    name: (contractNo: string) => (contractNo === '' ? '违约通知书' : `违约通知书（${contractNo}）`),
    opening: (contract: string, on: string) =>
      `你单位与我单位${on === '' ? '' : `于${on}`}签订的《${contract}》，在履行中有下列违约情形，现通知如下。`,
    statement: (until: string) =>
      until === ''
        ? '如有异议，请向我单位书面陈述。'
        : `如有异议，请在${until}前向我单位书面陈述；逾期未陈述的，我单位将根据已有材料处理。`,
  },
  decision: {
    title: '违约处理决定书',
    name: (contractNo: string) => (contractNo === '' ? '违约处理决定书' : `违约处理决定书（${contractNo}）`),
    opening: (contract: string) => `关于《${contract}》履行中的违约一事，经审核，决定如下。`,
    upheld: '违约成立。',
    notUpheld: '违约不成立，不采取处理措施。',
    silent: '对方在陈述截止日期前没有陈述。',
    stated: (on: string) => `对方于${on}陈述：`,
    remedy: (until: string) => `限于${until}前完成补救或更换`,
    amount: (what: string, digits: string, uppercase: string) => `${what}：${digits}（大写：${uppercase}）`,
    disputes: '对本决定有异议的，可以按合同约定的争议解决方式处理。',
  },
  number: (no: string) => `文号：${no}`,
  draft: '草稿',
  blank: '________',
  parts: {
    contract: '合同',
    breach: '违约事实',
    demand: '要求',
    statement: '陈述',
    decision: '决定',
    reason: '理由和依据',
  },
  facts: {
    contractNo: '合同编号',
    contractName: '合同名称',
    projectName: '项目名称',
    purchaser: '采购人（甲方）',
    supplier: '供应商（乙方）',
    signedOn: '签订日期',
    party: '违约方',
    kind: '违约情形',
    happenedOn: '违约日期',
    clause: '合同条款',
    facts: '事实',
    demand: '要求',
    demandUntil: '完成期限',
    noticeOn: '通知日期',
    outcome: '认定',
    consequences: '处理措施',
    amountBasis: '金额依据',
    reason: '理由',
    articles: '法律依据',
  },
} as const;
