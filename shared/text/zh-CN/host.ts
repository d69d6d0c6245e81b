// Words of the program around the window: menu, dialogs, and what it says when it cannot begin.

/** What happened, what it means and what to do, and the ways on as buttons. */
export type TroubleText = { readonly what: string; readonly todo: string; readonly ways: readonly string[] };

const trouble = {
  folderNotWritable: {
    what: '数据文件夹不能写入，无法保存内容',
    todo: '请检查该文件夹的权限，以及磁盘是否已满或被设为只读。处理后点“重试”，或另选一个数据文件夹。',
    ways: ['重试', '另选数据文件夹', '退出'],
  },
  settingsDamaged: {
    what: '本机设置文件已损坏，部分设置恢复为默认值',
    todo: '原文件已另存备查，业务数据不受影响。请在“系统”中核对服务器地址、主题和字号。',
    ways: ['知道了'],
  },
  localFails: {
    what: '本机数据服务多次意外停止',
    todo: '已保存的内容都在本机磁盘上，不会丢失。请点“重新启动”；如仍出现，请导出诊断信息后联系管理员。',
    ways: ['重新启动', '导出诊断信息', '退出'],
  },
  windowFails: {
    what: '程序界面无法打开',
    todo: '已保存的内容不受影响。请点“重试”；如仍出现，请重新安装客户端，数据会保留。',
    ways: ['重试', '退出'],
  },
  pageGone: {
    what: '窗口内容意外停止',
    todo: '已保存的内容和正在填写的草稿都在本机磁盘上。请点“重新打开”继续。',
    ways: ['重新打开', '退出'],
  },
} as const satisfies Readonly<Record<string, TroubleText>>;

export const hostText = {
  product: '政采互联',
  chooseFiles: '选择文件',
  saveAs: '另存为',
  chooseFolder: '选择数据文件夹',
  choosePlans: '选择要导入的计划表',
  excelFiles: 'Excel 工作簿',
  templateFileNames: {
    plans: '采购计划导入模板.xlsx',
    payments: '付款导入模板.xlsx',
    contractItems: '合同标的导入模板.xlsx',
  },
  notesFileName: (name: string) => `${name}（有批注）.xlsx`,
  yearEndFileName: (year: number) => `${year}年跨年度事项.xlsx`,
  messagesFileName: '对接报文.jsonl',
  diagnosticsFileName: '政采互联诊断信息.json',
  menu: {
    file: '文件(&F)',
    tasks: '待办',
    attention: '未通过的操作',
    quit: '退出',
    edit: '编辑(&E)',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    view: '查看(&V)',
    reload: '重新载入',
    resetZoom: '实际大小',
    zoomIn: '放大',
    zoomOut: '缩小',
    fullScreen: '全屏',
    developer: '开发者工具',
    help: '帮助(&H)',
    diagnostics: '诊断',
    about: '关于政采互联',
  },
  tray: { show: '打开政采互联' },
  trouble,
} as const;

export function waitingTip(count: number): string {
  return count === 0 ? hostText.product : `${hostText.product}：${count} 项待办`;
}
