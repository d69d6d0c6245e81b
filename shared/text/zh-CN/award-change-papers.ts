// Words of the 中标结果变更备案表, and of the 结果变更告知书 to whoever has won before.
import { formatChineseDate, type PlainDate } from '#shared/kernel/dates.ts';
import type { MethodWords } from './award-papers.ts';

export const awardChangePaperText = {
  pageTitle: '备案表、通知书与告知书',

  filing: {
    title: '中标结果变更备案表',
    number: (no: string): string => `备案编号：${no}`,
    subject: '项目信息',
    original: '原结果',
    change: '变更事项',
    after: '变更后结果',
    corrections: '更正内容',
    files: '所附材料',
    approval: '备案意见',
    none: '无',
    labels: {
      supplier: ({ result }: MethodWords): string => `${result}供应商`,
      amount: ({ result }: MethodWords): string => `${result}金额`,
      letter: ({ result }: MethodWords): string => `${result}通知书`,
      qualified: '合格供应商家数',
      opinion: '采购办意见',
      approvedBy: '备案人',
      approvedOn: '备案日期',
    },
    letter: (no: string, day: PlainDate): string => `${no}，${formatChineseDate(day)}发出`,
    letterStays: (no: string): string => `${no}（继续有效）`,
    letterToCome: '发布结果变更公告时发出',
    qualified: (count: number): string => `${count}家`,
    nobody:
      '原结果和通知书自备案之日起失效，标段由采购人发布终止公告后结束，需要继续采购的依法重新开展采购活动。',
    agreed: '同意备案',
    lapsed: {
      word: '已放弃',
      text: (day: PlainDate): string =>
        `采购人已于${formatChineseDate(day)}放弃本次变更，原结果和通知书继续有效`,
    },
  },

  ceased: {
    title: '结果变更告知书',
    opening: (about: string, { result }: MethodWords): string =>
      `你单位原为${about}的${result}供应商。该标段的${result}结果已依法变更，现将有关事项告知如下：`,
    reason: (reason: string): string => `变更原因：${reason.trim().replace(/。+$/u, '')}。`,
    effect: '变更事项',
    letter: ({ result }: MethodWords, no: string, day: PlainDate): string =>
      `原${result}通知书（编号：${no}）自${formatChineseDate(day)}起失效，不再作为签订采购合同的依据。`,
    filing: (changeNo: string): string => `中标结果变更备案编号：${changeNo}。`,
    document: (no: string): string => `依据文书：${no}。`,
    replaced: ({ result }: MethodWords, winner: string): string => `变更后的${result}供应商为${winner}。`,
    nobody: '该标段由采购人发布终止公告后结束；需要继续采购的，依法重新开展采购活动。',
    signed: '已经签订采购合同的，按照有关规定和合同约定另行处理。',
  },
} as const;
