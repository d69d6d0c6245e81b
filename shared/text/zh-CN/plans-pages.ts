// 采购计划备案 outside the form: list, page, review, import and export.
import { formatYuan } from '#shared/kernel/money.ts';
import { formatInstant } from './times.ts';

type WrittenAmount = {
  readonly row: number;
  readonly header: string;
  readonly written: string;
  readonly amount: number;
};

const count = (value: number) => value.toLocaleString('en-US');

export const plansPages = {
  title: '采购计划备案',
  unnamed: '（未填写项目名称）',

  list: {
    add: '增加',
    changed: (name: string) => `${name}（变更采购方式）`,
    view: '查看',
    review: '审核',
    handle: '办理备案',
    copy: '复制为新计划',
    preview: '预览和打印',
    project: '项目向导',
    import: '导入',
    search: '项目名称、备案号、单位、拼音首字母',
    tabs: {
      all: '全部',
      draft: '草稿',
      returned: '已退回',
      unit_review: '单位审核中',
      office_review: '采购办备案中',
      filed: '已备案',
      executing: '执行中',
      closed: '已结束',
    },
    columns: {
      planNo: '备案号',
      projectName: '项目名称',
      status: '状态',
      category: '类别',
      budgetAmount: '预算金额（元）',
      plannedStart: '计划采购时间',
    },
    firstUse: {
      title: '还没有采购计划',
      clerk: '点“增加”填报第一项采购计划，或从 Excel 导入。填报内容自动保存在本机。',
      others: '单位提交采购计划后，会出现在这里。',
    },
    emptyTab: { title: '没有这一状态的采购计划', hint: '请查看其他状态的计划。', all: '查看全部' },
  },

  page: {
    facts: '计划内容',
    timeline: '办理进度',
    checks: '合规检查',
    changes: '退回后的改动',
    returnedTitle: (who: string, at: string) => `${who} 于 ${at} 退回`,
    cancelledTitle: (who: string, at: string) => `${who} 于 ${at} 取消`,
    givenUpTitle: (who: string, at: string) => `${who} 于 ${at} 放弃变更采购方式`,
    reason: (reason: string) => `原因：${reason}`,
    section: {
      basic: '基本信息',
      items: '采购内容',
      money: '预算与资金',
      method: '采购方式与组织形式',
      policy: '政府采购政策',
      schedule: '时间、履约与评审',
      sections: '采购包划分',
      platform: '交易平台与联系人',
      files: '附件',
    },
    source: {
      plan: '计划填报',
      unit: '单位登记',
      filing: '采购办备案',
      system: '系统',
    },
    notFiled: '备案后由系统编号',
    noPlatform: '未选择，不推送交易中心',
    noItems: '未填写采购品目',
    noFunds: '未填写资金来源',
    noSections: '未划分采购包',
    packageNo: (no: string) => `包${no}`,
    total: '合计',
    uppercase: (words: string) => `大写：${words}`,
    catalogue: (edition: string, code: string, name: string) => `${code} ${name}（${edition}年版）`,
    percent: (value: number) => `${value}%`,
    yes: '是',
    no: '否',
    policyApplies: (name: string, rate: number | null) =>
      `${name}：适用${rate === null ? '' : `，价格扣除${rate}%`}`,
    policyAppliesNot: (name: string, reason: string) =>
      `${name}：不适用${reason === '' ? '' : `（${reason}）`}`,
  },

  review: {
    changedSince: (at: number) => `（与 ${formatInstant(at)} 退回时相比）`,
    changedCount: (fields: number) => `${fields}处`,
    unchanged: '退回后内容没有改动，请核对是否已按退回原因修改。',
    notYet: '退回后还没有改动。',
    atReturn: '退回时',
    now: '现在',
    removed: '（已删除）',
    none: '按现行规则检查，没有须改正或须注意之处。',
    acknowledged: '提交人已阅知',
    errors: (value: number) => `${value}处须改正`,
    warnings: (value: number) => `${value}处请注意`,
  },

  timeline: {
    steps: {
      'plans.create': '编制计划',
      'plans.changeMethod': '变更采购方式',
      'plans.submit': '提交审核',
      'plans.takeBack': '撤回',
      'plans.approve': '单位审核同意',
      'plans.return': '单位审核退回',
      'plans.officeReturn': '采购办退回',
      'plans.file': '采购办备案',
      'plans.reopen': '采购办退回变更',
      'plans.cancel': '取消计划',
      'plans.giveUp': '放弃变更采购方式',
    },
    refiled: (round: number) => `采购办备案（第${round}次）`,
    queued: '推送计划到交易中心',
    received: '交易中心收到计划',
    accepted: '交易中心接收计划',
    rejected: '交易中心拒收计划',
    dead: '多次推送未成功',
    requestedAgain: '再次请求推送标段',
    sections: (value: number) => `收到标段 ${value}个`,
    centre: '公共资源交易中心',
    system: '系统',
    by: (role: string, name: string) => (name === '' ? role : `${role} ${name}`),
    now: {
      draft: '填报中，待经办岗提交',
      returned: '待经办岗修改后重新提交',
      unit_review: '待单位审核岗审核',
      office_review: '待采购办备案',
      filed: '待推送到交易中心',
      received: '待交易中心接收计划',
      rejected: '待核对后再次推送',
      pushed: '请等待交易中心推送标段',
      filedOnly: '已备案，未选择交易平台',
      sections_received: '可以起草采购公告',
      in_execution: '采购执行中',
      completed: '已完成',
      cancelled: '已取消',
    },
    next: {
      submit: '提交审核',
      unit_review: '单位审核',
      office_review: '采购办备案',
      push: '推送到交易中心',
      sections: '接收标段',
      announce: '起草采购公告',
    },
  },

  actions: {
    done: {
      submitted: '已提交，等待本单位审核岗审核',
      copied: '已复制为新计划，请修改后提交',
    },
    gone: '该计划的状态已经变化，不能再进行此项操作。请查看当前状态。',
    leftUnit: '该计划曾报送采购办，须留存记录，不能删除。可以修改后重新提交；变更采购方式的，可以放弃。',
    notSeen: '该计划没有报送过采购办，不需要放弃：删除后，所变更的标段即可重新办理。',
    notYet: (name: string) => `采购计划《${name}》还不能提交`,
    remove: {
      title: (name: string) => `删除采购计划《${name}》？`,
      body: '删除后不能恢复。',
      confirm: '删除',
    },
    takeBack: {
      title: (name: string) => `撤回采购计划《${name}》？`,
      body: '撤回后回到草稿，修改后可以重新提交。',
      confirm: '撤回',
    },
    approve: {
      title: (name: string) => `同意采购计划《${name}》？`,
      body: '同意后报送采购办备案。',
      confirm: '审核同意',
    },
    file: {
      title: (name: string) => `同意采购计划《${name}》备案？`,
      first: '备案后由服务器编号并生成项目，计划随即推送到所选交易平台。',
      firstNoPlatform: '备案后由服务器编号并生成项目。计划未选择交易平台，不推送。',
      again: (planNo: string) => `备案号 ${planNo} 和项目不变，变更内容随即通知交易中心。`,
      note: '备案意见',
      confirm: '同意备案',
    },
    return: {
      title: (name: string) => `退回采购计划《${name}》？`,
      body: '退回后由经办岗修改并重新提交，退回原因会显示给对方。',
      confirm: '退回修改',
    },
    reopen: {
      title: (name: string) => `退回变更《${name}》？`,
      body: '退回后单位可以变更计划内容，备案号和项目不变；重新备案后通知交易中心。已有标段发布公告的，不能退回变更。',
      confirm: '退回变更',
    },
    cancel: {
      title: (name: string) => `取消采购计划《${name}》？`,
      body: (planNo: string) =>
        `取消后不能恢复：计划（${planNo}）和项目终止，已收到的标段一并取消，并通知交易中心。已有标段发布公告的，不能取消。`,
      confirm: '取消计划',
      keep: '暂不取消',
      reason: { label: '取消原因', help: '会写入办理进度，并告知交易中心' },
    },
    giveUp: {
      title: (name: string) => `放弃《${name}》的变更采购方式？`,
      body: (sections: readonly string[], method: string) =>
        `放弃后不能恢复，本计划终止并留存记录。标段 ${sections.join('、')} 不再受其限制：可以按原方式（${method}）重新发布采购公告，也可以另行变更采购方式。`,
      filed: (planNo: string) =>
        `备案号 ${planNo} 的项目一并终止，已收到的标段一并取消，并通知交易中心。已有标段发布公告的，不能放弃。`,
      confirm: '放弃变更',
      keep: '暂不放弃',
      reason: { label: '放弃原因', help: '会写入办理进度；计划已推送的，一并告知交易中心' },
    },
  },

  tasks: { submit: '修改被退回的计划', approve: '审核采购计划', file: '备案采购计划' },

  batch: {
    submit: '提交',
    approve: '审核同意',
    remove: '删除',
    name: '项目名称',
    kinds: {
      submit: {
        title: (value: number) => `提交所选的${value}项采购计划`,
        body: '以下计划通过合规检查的直接提交；有提示的须逐项打开，阅读确认后提交。',
        ready: '可以提交',
        confirm: (value: number) => `提交${value}项`,
        done: (value: number) => `已提交${value}项，等待本单位审核岗审核`,
      },
      approve: {
        title: (value: number) => `审核同意所选的${value}项采购计划`,
        body: '以下计划通过合规检查的，同意后报送采购办备案；有提示的须逐项打开，阅读后办理。',
        ready: '可以同意',
        confirm: (value: number) => `同意${value}项`,
        done: (value: number) => `已同意${value}项，报送采购办备案`,
      },
      remove: {
        title: (value: number) => `删除所选的${value}项采购计划`,
        body: '草稿删除后不能恢复。已提交的，或曾报送采购办的，不能删除，不受影响。',
        ready: '可以删除',
        confirm: (value: number) => `删除${value}项`,
        done: (value: number) => `已删除${value}项`,
      },
    },
  },

  transfer: {
    title: '导入采购计划',
    help: '先下载模板，按其中的填写说明填好后导入。导入的计划保存为草稿，修改后再提交。',
    template: '下载模板',
    choose: '选择文件',
    another: '换一个文件',
    templateSaved: (file: string) => `模板已保存：${file}`,
    failed: (why: string) => `导入未成功：${why}`,
    read: (file: string, rows: number, plans: number) => `${file}：${count(rows)}行，${count(plans)}项计划`,
    importable: (value: number) => `${value}项可以导入`,
    faulty: (value: number) => `${value}项有问题，不导入`,
    confirm: (value: number) => `导入${value}项`,
    noneImportable: '没有可以导入的计划。请按下表修改文件后重新选择。',
    no: '临时编号',
    name: '项目名称',
    amount: '预算金额（元）',
    result: '结果',
    ok: '可以导入',
    made: '已导入为草稿',
    notTried: '未导入',
    strayRows: '不属于任何计划的行',
    cell: (row: number, header: string | null) =>
      header === null ? `第${row}行：` : `第${row}行“${header}”：`,
    /** Of an amount written in 万 or 亿. */
    inYuan: ({ row, header, written, amount }: WrittenAmount) =>
      `第${row}行“${header}”：${written} 即 ${formatYuan(amount).slice(1)} 元，请核对`,
    unanswered: (names: readonly string[]) =>
      `导入后还须在计划中答复政府采购政策：${names.map((name) => `“${name}”`).join('、')}`,
    imported: (value: number) => `已导入${value}项，保存为草稿`,
    openDrafts: '查看草稿',
    notes: '另存带批注的表格',
    notesHint: '原表格另存一份，在有问题的单元格加上批注，改正后可重新导入',
    notesSaved: (file: string, notes: number) => `已另存：${file}，共${count(notes)}处批注。改正后请重新导入`,
    notesFailed: (why: string) => `批注未能保存：${why}`,
    hiddenRows: (rows: readonly number[]) =>
      `表格中有${count(rows.length)}行是隐藏的，也已读入：第${rows.slice(0, 10).join('、')}行${rows.length > 10 ? '等' : ''}。`,
    otherColumns: (titles: readonly string[]) => `模板以外的栏没有读入：${some(titles)}。`,
    otherSheets: (names: readonly string[]) => `其他工作表没有读入，请另存后分别导入：${some(names)}。`,
  },
} as const;

/** The first of many. */
function some(things: readonly string[]): string {
  const shown = things.slice(0, 10).join('、');
  return things.length > 10 ? `${shown}等${things.length}处` : shown;
}
