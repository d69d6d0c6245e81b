// Words of the house components: what stands around a field, a table, a dialog, whatever the module. The plan form's own are in plan-form.ts.

import type { Role } from '#shared/domain/actor.ts';
import { formatInstant } from './times.ts';

const count = (value: number) => value.toLocaleString('en-US');

export const forms = {
  required: '必填',
  warning: '请注意',
  error: '须改正',
  none: '—',
  yes: '是',
  no: '否',
  clear: '清除',
  close: '关闭',
  cancel: '取消',
  back: '返回',
  more: '更多',
  moreFor: (name: string) => `${name}：更多操作`,
  of: (name: string, action: string) => `${action}：${name}`,

  money: {
    unit: '元',
    uppercase: (words: string) => `大写：${words}`,
    /** Of an amount typed in 万. */
    echo: (yuan: string) => `即 ${yuan} 元`,
  },
  counter: {
    room: (length: number, limit: number) => `${length} / ${limit} 字`,
    tooLong: (length: number, limit: number) => `${length} / ${limit} 字，超出${length - limit}个字，请删减`,
  },
  notRead: {
    date: '不是有效的日期，请按 2026-03-22 的形式填写',
    time: '不是有效的时间，请写明日期和时刻，如 2026-03-22 09:30',
    month: '不是有效的月份，请按 2026-03 的形式填写',
    /** In a dialog: nothing is saved while such a text stands. */
    first: '有未能识别的内容，请先按提示改正。',
  },
  date: {
    pick: (name: string) => (name === '' ? '选择日期' : `选择日期：${name}`),
    placeholder: '如 2026-03-22',
    previousMonth: '上个月',
    nextMonth: '下个月',
    dialog: '选择日期',
    month: 'YYYY年M月',
    year: 'YYYY年',
  },
  picker: {
    placeholder: '请选择，可输入名称、代码或拼音首字母',
    shortPlaceholder: '请选择',
    nothing: (text: string) => `没有找到“${text}”，请换一个词，或清空后从列表中选择`,
    empty: '没有可选的内容',
    nothingYet: '暂未找到，本机数据正在整理，请稍后再试',
    more: (shown: number) => `只列出前${shown}项，请继续输入以缩小范围`,
    unknown: (code: string) => `${code}（已停用或不存在，请重新选择）`,
    organisation: '请选择，可输入单位名称、代码或拼音首字母',
    inactive: '已停用',
  },

  /** A clause as the code tables cite it, `政府采购法 art 29(1)`, in the words of the law. */
  law: (text: string) =>
    text
      .replace(/\s*\bart (\d+(?:-\d+)?)/g, '第$1条')
      .replace(/\s*\bch (\d+)/g, '第$1章')
      .replace(/\((\d+)\)/g, '（$1）'),

  rows: {
    add: '增加一行',
    addTo: (name: string) => `${name}：增加一行`,
    remove: (line: string) => `删除${line}`,
    up: (line: string) => `上移${line}`,
    down: (line: string) => `下移${line}`,
    line: (no: number) => `第${no}行`,
    no: '序号',
    actions: '操作',
    keys: '键盘：Ctrl+Enter 增加一行，Alt+↑ 或 Alt+↓ 移动本行，Ctrl+Delete 删除本行',
    moved: (no: number) => `已移到第${no}行`,
    removed: (no: number) => `已删除第${no}行`,
    added: (no: number) => `已增加第${no}行`,
    undo: '撤销删除',
    at: (columns: readonly string[], what: string) => `${columns.join('、')}：${what}`,
  },

  form: {
    contents: '目录',
    section: {
      complete: '已填完',
      todo: (count: number) => `还有${count}项必填`,
      errors: (count: number) => `${count}处须改正`,
      warnings: (count: number) => `${count}处请注意`,
      open: '选填',
    },
    problems: (count: number) => `有${count}处须改正`,
    problemsHint: '点击可跳到该栏。',
    warnings: (count: number) => `有${count}处请注意`,
    saved: {
      clean: '没有未保存的修改',
      typing: '正在输入…',
      saving: '正在自动保存…',
      kept: (time: string) => `已自动保存 ${time}`,
      keptHint: '内容已存在本机，关闭窗口也不会丢失。点“保存”才正式写入。',
      done: (time: string) => `已保存 ${time}`,
      failed: (why: string) => `自动保存未成功：${why}`,
    },
  },

  table: {
    columns: '选择列',
    columnsHint: '勾选要显示的列',
    resetColumns: '恢复默认',
    resize: (column: string) => `调整列宽：${column}`,
    sort: (column: string) => `按${column}排序`,
    ascending: '升序',
    descending: '降序',
    search: '搜索',
    clearSearch: '清除搜索',
    clearFilters: '清除筛选',
    filters: '筛选',
    selectAll: '全选已列出的行',
    select: (name: string) => `选择 ${name}`,
    selected: (count: number) => `已选${count}项`,
    unselect: '取消选择',
    total: (count: string) => `共${count}条`,
    totalUnknown: '条数较多，未计数',
    loaded: (count: string) => `已列出${count}条`,
    actions: '操作',
    tabs: '状态',
    keys: '键盘：↑ ↓ 移动，Enter 打开，空格选择',
    export: '导出',
    exportHint: '把当前列出的内容导出为 Excel',
    exported: (rows: number, file: string) => `已导出${count(rows)}项：${file}`,
    exportedPartly: (rows: number, unreadable: number, file: string) =>
      `已导出${count(rows)}项：${file}。另有${count(unreadable)}条记录暂不可读，没有写入文件：由更新版本的程序保存，或内容已损坏。原始内容完整保留，请升级客户端后重新导出。`,
    exportFailed: (why: string) => `导出未成功：${why}`,
  },

  /** Of lists whose rows belong to a purchasing unit. */
  listColumns: {
    purchaserName: '采购单位',
    fiscalYear: '年度',
    regionCode: '行政区划',
    method: '采购方式',
    updatedAt: '更新时间',
  },

  listFilters: {
    fiscalYear: '财政年度',
    method: '采购方式',
    purchaserId: '采购单位',
    regionCode: '行政区划',
    agencyId: '代理机构',
  },

  views: {
    button: '视图',
    chosen: (name: string) => `视图：${name}`,
    mine: '我的视图',
    others: '同事共享的视图',
    sharedMark: '已共享',
    none: '还没有保存的视图',
    save: '保存当前视图…',
    saveTitle: '保存当前视图',
    saveHelp: '保存当前的状态、筛选、搜索、排序和显示的列，换一台电脑登录也能使用。',
    share: '共享给同事',
    unshare: '取消共享',
    /** Whom a shared view reaches: those of the same scope (`circleOf`). */
    colleagues(role: Role): string {
      switch (role) {
        case 'agency':
          return '本机构的同事';
        case 'procurement_office':
          return '本采购办的同事';
        case 'supervisor':
          return '本监管部门的同事';
        case 'administrator':
        case 'auditor':
          return '系统管理员和审计员';
        default:
          return '本单位的同事';
      }
    },
    shareHelp: (colleagues: string) => `${colleagues}也能使用，只有您能修改和删除。`,
    update: (name: string) => `更新“${name}”`,
    rename: '重命名…',
    renameTitle: (name: string) => `重命名视图“${name}”`,
    name: '名称',
    nameNeeded: '请填写名称',
    nameTooLong: (most: number) => `名称不能超过${most}个字，请缩短`,
    keep: '保存',
    remove: '删除视图…',
    removeTitle: (name: string) => `删除视图“${name}”？`,
    removeOwn: '删除后不能恢复。列表中的内容不受影响。',
    removeShared: (colleagues: string) => `${colleagues}也不能再使用，删除后不能恢复。列表中的内容不受影响。`,
    removeAction: '删除',
    /** What a view shows, for choosing between two. Null: what has no words here. */
    look: (of: {
      readonly tab: string | null;
      readonly sort: string | null;
      readonly direction: 'asc' | 'desc';
      readonly filters: number;
      readonly search: string;
      readonly hidden: number;
    }) =>
      [
        ...(of.tab === null ? [] : [`状态“${of.tab}”`]),
        of.filters === 0 ? '不筛选' : `筛选${of.filters}项`,
        ...(of.search === '' ? [] : [`搜索“${of.search}”`]),
        ...(of.sort === null ? [] : [`按${of.sort}${of.direction === 'asc' ? '升序' : '降序'}`]),
        of.hidden === 0 ? '显示全部列' : `隐藏${of.hidden}列`,
      ].join('，'),
  },

  batch: {
    reading: (done: number, all: number) => `正在检查 ${done} / ${all}`,
    state: {
      warnings: '有提示，须打开确认',
      errors: '未通过检查，须修改',
      not_allowed: '当前状态不能办理',
      gone: '已不存在',
      done: '已完成',
      failed: '未成功',
    },
    result: '检查结果',
    open: '打开',
    nothing: '所选记录都不能直接办理，请逐项打开处理。',
    failed: (value: number) => `${value}项未成功，原因见“检查结果”`,
  },
  decision: {
    reviewNote: '审核意见',
    noteHelp: '选填，会写入办理进度',
    returnReason: { label: '退回原因', help: '写明哪里不符合要求、怎样修改' },
    reasonShort: '请写明原因，至少两个字',
    serverHint: '当前离线：此项由服务器决定，先存入本机，恢复联网后办理。',
  },
  submit: {
    errors: '请先修改以下各项：',
    edit: '去修改',
    warnings: '以下各项请逐条核对。情况属实、仍需继续的，请逐条勾选：',
    acknowledge: '已核对，情况属实',
    confirm: '提交审核',
  },
  resume: {
    savedAt: (time: string) => `自动保存于 ${time}`,
    discard: '放弃',
    discardText: '内容只在本机，放弃后不能恢复。',
  },
  done: {
    applied: (verb: string) => `已${verb}`,
    waiting: (verb: string) => `“${verb}”已发出，等待服务器确认`,
  },
  /** Above a form; `kind` is what it is of: 计划, 公告. */
  formNotices: {
    locked: (kind: string) => `该${kind}当前不能修改`,
    lockedText: (kind: string, status: string) =>
      `该${kind}已变为“${status}”，不能再修改。您未保存的内容仍保留在本机。`,
    restored: (time: string, kind: string) => `已恢复 ${time} 自动保存的内容，尚未写入${kind}。`,
    restoredUndo: '放弃这些修改',
    refused: '这份内容未通过，请修改后重新提交',
    refusedText: '修改后点“保存”，即按修改后的内容重新提交。',
    merged: (who: string, fields: string) => `${who}修改了${fields}，已合并到本页。`,
    contested: (fields: number) => `有${fields}栏与他人的修改不同，请逐栏选择`,
    contestedText: '未选择之前保留您填写的内容，暂不能保存。',
    theirs: '对方的内容',
    mine: '您的内容',
    choose: '选择',
    takeTheirs: '采用对方的',
    keepMine: '保留我的',
    by: (name: string, at: number) => `${name} ${formatInstant(at)}`,
    someone: '其他人',
  },
  marks: { pending: '待同步', waiting_for_server: '待服务器确认', refused: '未通过' },
  recordNotices: {
    waiting: '操作已发出，须由服务器决定。确认之前，内容和状态不变。',
    offline: '当前离线，操作已存入本机，联网后由服务器决定。确认之前，内容和状态不变。',
    refused: '服务器没有接受本机的一项操作，请到“未通过的操作”查看原因和处理办法。',
    toOutbox: '去处理',
  },
  preview: {
    print: '打印',
    pdf: '存为PDF',
    word: '存为Word',
    saved: (name: string) => `已存为 ${name}`,
  },
  papers: {
    preview: '预览',
    previewOf: (name: string): string => `预览${name}`,
    previewTitle: '文书预览',
  },
  richText: {
    tools: '文字格式',
    bold: '加粗',
    bullets: '项目符号',
    numbers: '编号',
    table: '插入表格',
    addRow: '在下方增加一行',
    removeRow: '删除本行',
    addColumn: '在右侧增加一列',
    removeColumn: '删除本列',
    removeTable: '删除表格',
    undo: '撤销',
    redo: '重做',
    full: '已到上限（表格最多20列、300行，全文最多1,000段），没有写入。较长的内容请作为附件。',
    tooMuch: (pasted: number, room: number) =>
      `粘贴的内容有${count(pasted)}字，本栏还能写${count(room)}字，没有写入。请分段粘贴，或作为附件。`,
    plain: '粘贴的内容过大，只保留了文字，格式请重新设置。',
  },
  localTime: { placeholder: '如 2026-03-22 09:30', noTime: '请写明时刻，如 2026-03-22 09:30' },
  month: { placeholder: '如 2026-03' },
  tenThousands: { unit: '万元' },
  timeline: {
    now: '现在',
    done: '已完成',
    next: '下一步',
    late: '已逾期',
    made: (time: string) => `本机录入 ${time}`,
    wrongClock: '录入时本机时钟不准，以服务器时间为准',
  },
  explanation: {
    provisional: '暂定',
    days: '逐日计算',
    day: '日期',
    kind: '性质',
    count: '计数',
    weekday: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'] as readonly string[],
  },
  facts: { source: (name: string) => `来源：${name}` },
  diff: {
    field: '栏目',
    before: '修改前',
    after: '修改后',
    empty: '（空）',
    none: '没有改动',
    added: '新增',
    removed: '已删除',
    changed: '已改',
  },

  files: {
    add: '选择文件',
    adding: '正在读取…',
    none: '还没有附件',
    open: '打开',
    openName: (name: string) => `打开 ${name}`,
    save: '另存为',
    remove: '删除附件',
    removeName: (name: string) => `删除附件 ${name}`,
    purpose: '附件类别',
    purposeOf: (name: string) => `${name}的类别`,
    size: '大小',
    name: '文件名',
    state: '状态',
    here: '待上传',
    sent: '已上传',
    missing: '在服务器上，打开时下载',
    sending: (percent: number) => `正在上传 ${percent}%`,
    receiving: (percent: number) => `正在下载 ${percent}%`,
    failed: '未上传成功，稍后自动再试',
    /** Where trying again alone does not help. */
    stuck: {
      too_large: '服务器不接收这么大的文件，请删除后压缩或拆分',
      hash_mismatch: '本机副本已被改动，请删除后重新选择',
      file_missing: '本机副本已不在，请删除后重新选择',
      file_unreadable: '本机副本无法读取，请检查磁盘，或删除后重新选择',
    },
    downloadFailed: '下载未成功，请重试',
    empty: (name: string) => `“${name}”是空文件（0字节），请确认没有选错`,
    progress: (name: string) => `${name}的传输进度`,
    refused: (name: string, why: string) => `“${name}”未能加入：${why}`,
    refusedWhy: {
      too_large: '文件超过2 GB，请压缩或拆分',
      disk_full: '本机磁盘已满，请清理后重试',
      not_found: '文件已不在原处，请重新选择',
      file_unreadable: '文件无法读取，可能正被其他程序占用，或所在的U盘、网络盘已断开',
      file_changed: '文件在读取过程中被修改，请在其他程序中保存并关闭后重新选择',
      read_only: '本机不能写入，请检查磁盘权限',
      other: '读取失败，请重试',
    },
    already: (name: string) => `“${name}”已在附件中，没有重复加入`,
    openFailed: (why: string) => `未能打开附件：${why}`,
    hint: '文件先存在本机，联网后在后台上传，不影响填报。',
  },

  empty: { nothing: '暂无内容', notFound: '没有符合条件的内容', widen: '请减少筛选条件，或清除搜索词。' },
  /** Where a list shows no rows while some are still to come. */
  incomplete: { title: '本机数据尚未整理完', hint: '列表暂不完整，符合条件的内容会在整理完成后显示。' },
  unreadable: {
    title: '暂不可读',
    why: '这条记录由更新版本的程序保存，或内容已损坏。原始内容完整保留，没有丢失。',
    todo: '请升级客户端后再打开。已是最新版本的，请复制诊断信息并联系管理员。',
    inList: (count: number) =>
      `有${count}条记录暂不可读，未列在下表中：由更新版本的程序保存，或内容已损坏。原始内容完整保留，请升级客户端后查看。`,
    toVersion: '查看版本',
  },
  failed: {
    title: '没有成功',
    retry: '重试',
    copy: '复制诊断信息',
    copied: '已复制',
    code: (code: string) => `错误号：${code}`,
    gone: '该内容不存在，或您没有查看的权限',
  },
  loading: '正在读取',
} as const;
