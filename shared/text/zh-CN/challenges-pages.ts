// Words of 质疑登记 beyond the names of its fields (labels.ts): the form, the page, the list, what stands in a project's guide.
export const challengePages = {
  unnamed: '未填写供应商的质疑',
  title: (supplier: string) => `${supplier}的质疑`,
  register: '登记质疑',

  list: {
    title: '质疑登记',
    search: '供应商、质疑函编号、项目名称',
    view: '查看质疑',
    firstUse: '还没有登记过质疑',
    firstUseHint: '收到供应商的质疑函后，在项目向导中点击“登记质疑”。',
    tabs: {
      all: '全部',
      draft: '草稿',
      open: '待答复',
      replied: '已答复',
      withdrawn: '供应商已撤回',
      cancelled: '已撤销登记',
    },
    emptyTab: { title: '没有这一状态的质疑', hint: '请查看其他状态的质疑。', all: '查看全部' },
  },

  guide: {
    title: '质疑',
    none: '没有登记过质疑。',
    holds: (documents: string) =>
      `${documents}可能影响中标（成交）结果，答复前不得签订合同（《政府采购法实施条例》第五十四条）。`,
    upheld: (documents: string) =>
      `${documents}已答复成立并影响结果，按答复处理前不得发出通知书、签订合同（《政府采购质疑和投诉办法》第十六条）。`,
  },

  form: {
    newTitle: '登记质疑',
    editTitle: '修改质疑登记',
    kind: '质疑登记',
    sections: { letter: '质疑函', matters: '质疑事项', supplier: '质疑供应商', files: '附件' },
    help: {
      sectionIds: '可选择一个或几个已发布公告的标段',
      stage: '决定质疑期限从何时起算，以及成立后可以如何处理',
      supplierUscc: '选填',
      supplierPhone: '手机号、带区号的固定电话或400电话',
      letterNo: '选填',
      sentOn: '选填；邮寄的，按寄出日期判断是否逾期',
      receivedOn: '答复期限从收到之日的次日起算',
      knownOn:
        '选填：采购文件——收到文件之日或公告期限届满之日；采购过程——该程序结束之日；结果——结果公告期限届满之日',
      mayAffectResult: '选“是”的，答复前不得签订合同',
      matters: '逐项写明事实依据、法律依据和请求',
      files: '质疑函、证明材料、授权委托书等',
    },
    replyDue: (date: string) => `答复期限 ${date}（收到之日起7个工作日）`,
    yes: '是，可能影响',
    no: '否，不影响',
    buttons: {
      save: '保存',
      submit: '登记',
      preview: '预览',
      remove: '删除',
      discard: '放弃登记',
      undoEdits: '放弃修改',
      toProject: '返回项目',
    },
    remove: {
      title: (name: string) => `删除“${name}”？`,
      consequence: '删除后不能恢复。',
      discardTitle: (name: string) => `放弃登记“${name}”？`,
      discardText: '尚未保存，放弃后内容不能恢复。',
      undoTitle: (name: string) => `放弃对“${name}”的修改？`,
      undoText: '恢复到上次保存的内容，之后的修改不能找回。',
    },
    submit: {
      title: (name: string) => `登记“${name}”？`,
      notYet: (name: string) => `“${name}”还不能登记`,
      consequence: '登记后采购人、代理机构、采购办都能看到；可能影响结果的，所涉标段在答复前不得签订合同。',
    },
    resume: {
      title: '有未保存的质疑登记',
      hint: '上次填写尚未保存，内容已自动保留在本机。',
      go: '继续填写',
      fresh: '另填一份',
      discardTitle: (name: string) => `放弃未保存的“${name}”？`,
    },
    done: { submitted: '已登记质疑', removed: '已删除', discarded: '已放弃登记' },
    noSections: '本项目还没有已发布公告的标段，不能登记质疑。',
    filePurpose: '附件',
    keep: '原文已保留在草稿中。',
  },

  page: {
    facts: '登记内容',
    reply: '答复',
    report: '书面报告采购办',
    timeline: '办理进度',
    source: '登记方',
    reported: (date: string) => `${date}已向采购办书面报告`,
    owesReport:
      '该答复改变了中标（成交）结果，采购人或代理机构应当将有关情况书面报告采购办（财政部令第94号第十六条）。报告后请点击“登记报告”。',
    dueTitle: '答复期限',
    effectUnsaid: '交易中心未说明是否可能影响中标（成交）结果，请修改登记，填写此项后再答复。',
    holding: '答复前，所涉标段不得签订合同。',
  },

  reply: {
    title: (name: string) => `登记对“${name}”的答复`,
    consequence: '登记后不能修改。所涉标段不再因该质疑暂停签订合同。',
    confirm: '登记答复',
    done: '已登记答复',
    none: '不填',
    filesHint: '质疑答复函、送达凭证等',
  },
  report: {
    title: '登记书面报告',
    consequence: '登记向采购办书面报告的日期和文件。',
    confirm: '登记',
    done: '已登记报告',
  },
  decisions: {
    withdraw: {
      title: (name: string) => `登记供应商撤回“${name}”？`,
      body: '登记后该质疑办结，所涉标段不再因此暂停签订合同。',
      confirm: '登记撤回',
      reason: { label: '撤回情况', help: '写明供应商何时、以何种方式撤回' },
    },
    cancel: {
      title: (name: string) => `撤销“${name}”的登记？`,
      body: '仅用于登记有误。撤销后记录仍可查看，所涉标段不再因此暂停签订合同。',
      confirm: '撤销登记',
      reason: { label: '撤销原因', help: '写明登记有误之处' },
      keep: '不撤销',
    },
    remove: {
      title: (name: string) => `删除“${name}”？`,
      body: '删除后不能恢复。',
      confirm: '删除',
    },
  },
  timeline: {
    by: (role: string, name: string) => `${role} ${name}`,
    system: '系统',
    steps: {
      'challenges.create': '起草登记',
      'challenges.submit': '登记质疑',
      'challenges.edit': '修改登记',
      'challenges.receive': '交易中心推送',
      'challenges.reply': '书面答复',
      'challenges.report': '书面报告采购办',
      'challenges.withdraw': '供应商撤回',
      'challenges.cancel': '撤销登记',
    },
    now: { draft: '等待登记', open: '等待答复', report: '等待书面报告采购办' },
  },
  tasks: { reply: '答复质疑', report: '报告质疑处理结果' },
} as const;
