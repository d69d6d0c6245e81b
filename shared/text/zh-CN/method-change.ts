// 变更采购方式: after a section failed, on the page of its project, in the plan that changes the method, and on the pages of both projects.
import { formatInstant } from './times.ts';

export const methodChangePages = {
  afterFailure: {
    title: '终止标段的后续采购',
    hint: '本次采购已终止的标段可以按原方式再次采购，也可以变更采购方式；采购任务取消的，发布终止公告，不再采购。其他标段照常进行。',
    columns: { section: '标段', course: '后续情况', actions: '办理' },
    undecided: '尚未办理',
    again: '原方式再次采购',
    change: '变更采购方式',
    end: '不再采购',
    byClerk: '变更采购方式由采购人经办岗办理。',
    notStartable: '当前不能起草采购公告，请查看“下一步”。',
    begun: (at: number) => `${formatInstant(at)} 起草变更采购方式的计划`,
    filed: (planNo: string) => `已变更采购方式，备案号 ${planNo}`,
    waits: '请等待交易中心推送标段',
    succeeded: (sectionNo: string) => `接续标段 ${sectionNo}`,
    openPlan: '查看变更计划',
    openProject: '查看变更后的项目',
  },

  dialog: {
    title: '变更采购方式',
    consequence:
      '将按原计划生成一项变更采购方式的计划：品目、采购包、金额、联系人等自动带入，补充后提交审核、备案。生成后，所选标段不能再按原方式公告；删除或放弃该计划后恢复。',
    sections: '变更的标段',
    method: '变更为',
    chooseSection: '请至少选择一个标段',
    chooseMethod: '请选择采购方式',
    needs: '需要准备',
    reason: '所选方式的适用情形和理由。',
    approval:
      '原项目预算达到公开招标数额标准的，财政部门的批复文号和批复文件（《政府采购法》第三十七条、财政部令第87号第四十三条）。',
    two: '与剩余两家供应商竞争性谈判的，不论金额，均须批复文号和批复文件（财政部令第74号第二十七条）。',
    budget: '预算金额不超过所选标段的预算。',
    confirm: '生成变更计划',
  },

  plan: {
    title: '变更采购方式',
    planNo: '原采购计划备案号',
    project: '原项目',
    method: '原采购方式',
    sections: '变更的标段',
    notice: (planNo: string, method: string) =>
      `本计划变更采购计划 ${planNo} 中已终止标段的采购方式，原方式为${method}。`,
    openProject: '查看原项目',
  },

  project: {
    before: '变更前项目',
    beforeValue: (planNo: string, method: string) => `备案号 ${planNo}（${method}）`,
    predecessor: '原标段',
    predecessorValue: (sectionNo: string, rounds: number) => `${sectionNo}（已公告${rounds}次）`,
  },
} as const;
