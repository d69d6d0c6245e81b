// Words of 邀请书 and of what corrects one: of the papers, of the record of who is invited, and of the steps by which they go out.

export const invitationPaperText = {
  addressee: (supplier: string): string => `${supplier}：`,
  /** Files are called by it. */
  name: (title: string, supplier: string): string => `${title}（${supplier}）`,
  stamp: {
    notSent: { word: '未发出', text: '审核通过并发出后才能送达供应商' },
    withdrawn: { word: '已撤回', text: '该文书已被采购办撤回，不再有效' },
  },
} as const;

export const invitationPages = {
  suppliers: {
    title: '邀请的供应商',
    secret: '开标前不得向他人透露受邀供应商的名称、数量。名单不在网站公开。',
    source: '供应商来源',
    count: (candidates: number, invited: number) => `备选${candidates}家，邀请${invited}家`,
    columns: {
      name: '供应商名称',
      uscc: '统一社会信用代码',
      recommendedBy: '推荐人',
      reason: '推荐理由',
      chosen: '是否邀请',
    },
    none: '还没有登记备选供应商',
    drawnAt: '抽取时间',
    drawPlace: '抽取地点',
    witnesses: '在场人员',
    witness: (name: string, role: string, post: string) =>
      `${name}（${[role, post].filter((part) => part !== '').join('，')}）`,
    files: '抽取记录、推荐意见',
  },
  papers: { title: '发给各供应商的文书' },
  /** Instead of 发布, which is for everybody. */
  send: {
    action: '发出',
    title: (name: string) => `发出《${name}》？`,
    body: '由服务器确定发出时间，文书随即可以打印、送达，并推送交易中心；不在网站公开。应当同时发给所有受邀供应商，发出后不能修改，只能发更正通知书。',
    confirm: '发出',
  },
  withdraw: {
    body: (name: string) => `撤回后不能恢复，须书面通知所有受邀供应商。撤回《${name}》？`,
    reason: { label: '撤回原因', help: '会在办理进度中显示' },
    text: (reason: string) => `请书面通知受邀供应商。原因：${reason}`,
  },
  /** What the line of time says otherwise than of a public notice. */
  timeline: {
    steps: {
      'announcements.create': '起草邀请文书',
      'announcements.publish': '发出邀请文书',
      'announcements.withdraw': '采购办撤回邀请文书',
    },
    approved: '待发出',
    publish: '发出邀请文书',
  },
  sentAt: '发出时间',
  corrected: '已发出更正通知书，请一并查看',
} as const;
