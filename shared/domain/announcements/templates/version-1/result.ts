import type { Template } from '../../template.ts';
import {
  attachments,
  bare,
  contacts,
  displayPeriod,
  inline,
  other,
  projectName,
  projectNo,
} from './blocks.ts';
import { agencyFee, awardInformation, file, mainItems, reviewers } from './result-blocks.ts';

/** 中标（成交）结果公告 (87号令 art 69, 74号令 art 18, 条例 art 43); 中标 after a tender, 成交 otherwise. */
export const result: Template = {
  type: 'RESULT',
  version: 1,
  name: '中标（成交）结果公告',
  title: {
    pattern: '{projectName}成交公告',
    byMethod: { OPEN_TENDER: '{projectName}中标公告', INVITED_TENDER: '{projectName}中标公告' },
  },
  column: 'result',
  module: 'awards',
  methods: [],
  displayWorkdays: 1,
  takesNewSections: false,
  sections: [
    inline('projectNo', '项目编号', projectNo()),
    inline('projectName', '项目名称', projectName()),
    awardInformation('中标（成交）信息'),
    mainItems(),
    bare('reviewers', '评审专家（单一来源采购人员）名单', reviewers('名单')),
    agencyFee(),
    displayPeriod(1),
    other(),
    contacts('凡对本次公告内容提出询问，请按以下方式联系'),
    attachments(
      { numbered: true },
      file('docFile', '采购文件', 'never', '已公告的可不重复公告'),
      file('recommendList', '被推荐供应商名单和推荐理由', 'never', '书面推荐供应商参加采购活动的须附'),
      file('smeDeclaration', '中小企业声明函', 'never', '中标、成交供应商享受中小企业扶持政策的须附'),
      file(
        'welfareDeclaration',
        '残疾人福利性单位声明函',
        'never',
        '中标、成交供应商为残疾人福利性单位的须附',
      ),
    ),
  ],
};
