// The frame around the pages: menu, top bar, search, sync, signing in, and what is said when something is missing or fails.
import { formatInstant } from './values.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Relative within a day, exact beyond it; never in the future. */
export function relativeTime(instant: number, now: number): string {
  const passed = now - instant;
  if (passed < minuteMs) return '刚刚';
  if (passed < hourMs) return `${Math.floor(passed / minuteMs)}分钟前`;
  if (passed < dayMs) return `${Math.floor(passed / hourMs)}小时前`;
  return formatInstant(instant);
}

/** 1.4 MB */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 ** 2) return `${(bytes / 1024).toFixed(1)} KB`;
  if (bytes < 1024 ** 3) return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
  return `${(bytes / 1024 ** 3).toFixed(2)} GB`;
}

export const appText = {
  name: '政采互联',
  tagline: '政府采购业务系统',

  menu: {
    label: '主菜单',
    planning: '计划管理',
    plans: '采购计划备案',
    publishing: '信息发布',
    announcements: '采购公告发布',
    projects: '项目',
    mine: '我的',
    tasks: '待办',
    outbox: '未通过的操作',
    system: '系统',
    collapse: '收起菜单',
    expand: '展开菜单',
    skip: '跳到正文',
    where: '当前位置',
    countOf: (name: string, count: number) => `${name}，${count}项`,
  },

  search: {
    button: '搜索项目、操作、页面',
    placeholder: '输入项目名称、编号、拼音或首字母',
    label: '搜索',
    projects: '项目',
    plans: '采购计划',
    announcements: '公告',
    sections: '标段',
    organisations: '单位',
    actions: '操作',
    pages: '页面',
    nothing: '没有找到。请减少字数，或改用编号、拼音首字母查找。',
    nothingYet: '暂未找到。本机数据正在整理，请在整理完成后再查找。',
    hint: '↑ ↓ 选择　Enter 打开　Esc 关闭',
    createPlan: '增加采购计划',
    syncNow: '立即同步',
    lock: '锁定',
    light: '切换为浅色',
    dark: '切换为深色',
  },

  sync: {
    label: '同步状态',
    synced: '已同步',
    syncing: (count: number) => (count === 0 ? '同步中' : `同步中 ${count}`),
    offline: (waiting: number) => (waiting === 0 ? '离线' : `离线 · ${waiting}条待同步`),
    attention: (count: number) => (count === 0 ? '需要处理' : `需要处理 ${count}`),
    needsAttention: '需要处理',
    unknown: '正在连接',
    lastContact: '最近联系服务器',
    never: '尚未联系',
    waiting: '待同步',
    waitingNone: '没有待同步的内容',
    waitingForServer: '其中待服务器确认',
    items: (count: number) => `${count}条`,
    refused: '被退回',
    now: '立即同步',
    running: '正在同步',
    showWaiting: '查看待同步',
    showRefused: '去处理',
    offlineHelp: '可以继续填报，连接恢复后自动提交。',
    why: '原因',
    done: (acknowledged: number, rows: number) =>
      acknowledged === 0 && rows === 0 ? '已是最新。' : `已提交${acknowledged}条，收到${rows}条更新。`,
    doneWithRefused: (rejected: number) => `有${rejected}条未通过，请到“未通过的操作”中查看。`,
    postponed: '服务器繁忙，其余内容稍后自动提交。',
    failed: '同步未完成',
    rebuilding: (percent: number) => `整理数据 ${percent}%`,
    rebuildStopped: '整理数据已暂停',
    rebuild: '整理本机数据',
  },

  rebuild: {
    underWay: '程序更新后，正在整理本机数据',
    percent: (percent: number) => `（${percent}%）`,
    stopped: (why: string) => `本机数据尚未整理完，列表暂不完整，稍后会自动再试。原因：${why}`,
    meanwhile: '。列表暂不完整，数量在整理完成后显示。可以继续填写和保存。',
  },

  notices: {
    label: '通知',
    unread: (count: number) => `通知，${count}条未读`,
    empty: '没有新通知',
    emptyHelp: '新的待办、被退回的操作会在这里提示。',
    clear: '全部清除',
    tasks: (count: number) => `有${count}项新的待办`,
    tasksBody: '请到“待办”中办理。',
    refused: (count: number) => `有${count}项操作未通过`,
    refusedBody: '请到“未通过的操作”中查看原因并处理。',
    repaired: '本机数据与服务器不一致，已自动修复',
    restarted: '服务器数据已恢复到较早的状态',
    restartedBody: (count: number) =>
      count === 0 ? '本机数据已重新下载。' : `已将服务器缺少的${count}项操作重新提交。`,
    recoveredOutbox: (commands: number, complete: boolean) =>
      complete
        ? `本机待提交的内容已从备份中找回，共${commands}条。`
        : `本机待提交的内容已找回${commands}条，个别内容可能缺失，请核对最近的填报。`,
    recoveredReplica: '本机数据文件损坏，已重新下载。未提交的内容没有受影响。',
    storage: '本机存储出现问题',
  },

  me: {
    label: '我的账号',
    account: '我的账号',
    lock: '锁定',
    signOut: '退出登录',
    signingOut: '正在退出…',
    signOutUnsent: (count: number) => `还有${count}条内容没有提交`,
    signOutUnsentBody:
      '现在退出，这些内容会留在本机，待您下次在本机登录后继续提交；在此之前，其他人看不到这些内容。',
    signOutAnyway: '仍然退出',
    stay: '先不退出',
    syncFirst: '先同步',
  },

  mustSignIn: {
    text: '登录已失效。可以继续填报，内容保存在本机；重新登录后自动提交。',
    action: '重新登录',
    title: '重新登录',
  },

  session: {
    welcome: '欢迎使用政采互联',
    enrolTitle: '连接中心服务器',
    enrolHelp: '首次使用，请填写本单位管理员提供的服务器地址。',
    server: '服务器地址',
    serverHelp: '例如 https://zfcg.example.gov.cn',
    serverInvalid: '地址格式不正确，请以 http:// 或 https:// 开头',
    enrol: '连接',
    exportDiagnostics: '导出诊断包',
    enrolWrong: '该地址不是政采互联的服务器，请核对地址后重试。',
    enrolUnreachable: '没有连接上该地址。请检查网络和地址后重试。',
    signInTitle: '登录',
    username: '用户名',
    password: '密码',
    signIn: '登录',
    signingIn: '正在登录',
    needUsername: '请填写用户名',
    needPassword: '请填写密码',
    wrongPassword: '密码不正确，请重新输入。',
    offlineTitle: '没有连接上服务器',
    offlineHelp: '您曾在本机登录过，可以离线进入，填报的内容在连接恢复后自动提交。',
    offlineFirst: '首次在本机登录需要连接服务器。请检查网络后重试。',
    offlineEnter: '离线进入',
    changeServer: '更换服务器',
    serverIs: (server: string) => `服务器：${server}`,
    demoTitle: '演示账号',
    demoHelp: '演示数据，点击即可登录。',
    lockedTitle: '已锁定',
    lockedHelp: '请输入密码解锁，未连接服务器时也可以解锁。',
    unlock: '解锁',
    otherAccount: '使用其他账号登录',
    mustChangeTitle: '请修改密码',
    mustChangeHelp: '首次登录或密码被重置后，须先修改密码。修改时需要连接服务器。',
    capsLock: '大写锁定已打开',
  },

  password: {
    current: '当前密码',
    next: '新密码',
    again: '再次输入新密码',
    help: '至少10个字符，建议包含字母、数字和符号。',
    tooShort: '新密码太短，请至少输入10个字符',
    different: '两次输入的新密码不一致，请重新输入',
    same: '新密码不能与当前密码相同',
    change: '修改密码',
    changed: '密码已修改。',
  },

  firstSync: {
    title: '正在下载数据',
    help: '首次使用需要下载您有权查看的数据，完成后即可离线使用。关闭程序后再打开会继续下载。',
    rows: (count: number) => `已收到 ${count.toLocaleString('zh-CN')} 条`,
    waiting: '正在等待服务器',
    offline: '没有连接上服务器，连接恢复后自动继续。',
    retry: '立即重试',
  },

  localSide: {
    starting: '正在打开本机数据',
    failedTitle: '本机数据服务没有启动',
    failedHelp: '已保存的内容都在本机，没有丢失。请重试；仍不成功的，请导出诊断包并联系管理员。',
    restarting: '本机数据服务正在重新启动，请稍候。',
    storageTitle: '本机数据没有打开',
    retry: '重试',
  },

  states: {
    errorTitle: '页面出现问题',
    errorHelp: '已保存的内容没有受影响。请重试；仍有问题的，请将诊断信息提供给管理员。',
    errorNumber: (number: string) => `错误编号：${number}`,
    retry: '重试',
    copy: '复制诊断信息',
    copied: '已复制',
    home: '回到首页',
    reload: '重新载入',
    notFoundTitle: '没有这个页面',
    notFoundHelp: '链接可能已经失效。请从左侧菜单重新进入。',
    notAllowedTitle: '您的岗位不能查看此页面',
    notAllowedHelp: '如有需要，请联系管理员调整岗位。',
    noModules: '您的岗位目前没有可以办理的业务',
  },

  tasks: {
    title: '待办',
    help: {
      purchaser_clerk: '被退回的采购计划和公告，请修改后重新提交；审核通过的公告，请发布。',
      purchaser_reviewer: '经办岗提交的采购计划和公告，请审核。',
      agency: '被退回的公告，请修改后重新提交；审核通过的公告，请发布。',
      procurement_office: '各单位提交的采购计划，请备案。',
      other: '您的岗位目前没有需要办理的事项。',
    },
    emptyTitle: '没有待办',
    emptyHelp: '需要您办理的事项会出现在这里。',
    emptyKind: { title: '没有这一类待办', hint: '其他待办请在“全部”中查看。', all: '查看全部' },
    search: '输入名称、编号、拼音或首字母',
    all: '全部',
    open: '办理',
    columns: {
      title: '名称',
      kind: '事项',
      detail: '备案号或所属项目',
      purchaserName: '采购单位',
      amount: '预算金额（元）',
      status: '状态',
      updatedAt: '更新时间',
    },
    /** On the button over the selected rows. */
    batch: (action: string, count: number) => `${action}（${count}项）`,
  },

  common: {
    close: '关闭',
    cancel: '取消',
    save: '保存',
    back: '返回',
    yes: '是',
    no: '否',
    none: '无',
    empty: '—',
  },
} as const;
