// What a person types into the announcements of the record, by type.
import { randomOf } from '#demo/data/random.ts';
import { makeUscc } from '#demo/data/uscc.ts';
import type { AnnouncementTypeCode } from '#shared/domain/announcements/model.ts';
import { type RichText, richTextOf } from '#shared/domain/announcements/rich-text.ts';
import type { FileValue, TableLine, Values } from '#shared/domain/announcements/values.ts';
import { anId } from './ids.ts';

export function aLine(name: string, cells: TableLine['cells']): TableLine {
  return { id: anId(`line/${name}`), cells };
}

function aFile(fileName: string): FileValue {
  return {
    id: anId(`file/${fileName}`),
    fileName,
    mediaType: 'application/pdf',
    size: 20_480,
    sha256: '0'.repeat(64),
  };
}

const documents: Values = {
  docFrom: '2026-03-03',
  docTo: '2026-03-10',
  docPlace: '许昌市公共资源交易平台（网上获取）',
  docHow: '凭企业数字证书登录交易平台下载',
};

/** With a list and a table, as an editor makes them. */
const otherMatters: RichText = {
  type: 'doc',
  content: [
    ...richTextOf('本次公告同时在河南省政府采购网和许昌市公共资源交易平台发布。').content,
    {
      type: 'orderedList',
      content: [
        {
          type: 'listItem',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: '不收取投标保证金。' }] }],
        },
        {
          type: 'listItem',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: '采用不见面开标。' }] }],
        },
      ],
    },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: ['平台', '服务电话'].map((text) => ({
            type: 'tableHeader' as const,
            content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
          })),
        },
        {
          type: 'tableRow',
          content: ['许昌市公共资源交易平台', '0374-2961598'].map((text) => ({
            type: 'tableCell' as const,
            content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
          })),
        },
      ],
    },
  ],
};

const award = aLine('award A', {
  section: anId('LOT-A'),
  lotNo: 'A',
  supplierName: '许昌智教科技有限公司',
  supplierAddress: '许昌市建安区尚集产业集聚区',
  awardAmount: 175_600_000,
  awardRate: null,
  score: '92.36',
});
const failed = aLine('failed B', { lotNo: 'B', reason: '通过符合性审查的投标人不足三家' });
const boards = aLine('board', {
  name: '智慧黑板',
  brand: '鸿智',
  model: 'HZ-86T',
  quantity: '60套',
  unitPrice: 2_926_667,
});

const invitedNames = [
  '河南示例智能科技有限公司',
  '许昌市示例设备有限公司',
  '郑州示例信息技术有限公司',
  '洛阳示例电子有限公司',
  '新乡示例教学仪器有限公司',
  '漯河示例科教有限公司',
] as const;

/** With a code that belongs to its name. */
export function aCandidate(name: string, cells: TableLine['cells']): TableLine {
  return aLine(`candidate/${name}`, {
    name,
    uscc: makeUscc('91', '411002', randomOf(`supplier/${name}`)),
    ...cells,
  });
}

/** Three of six drawn by lot, before two of the purchaser's staff. */
export const drawnFromLibrary: Values = {
  inviteSource: 'LIBRARY',
  inviteNumber: 3,
  candidates: invitedNames.map((name, index) =>
    aCandidate(name, { chosen: index < 3 ? 'INVITED' : 'PASSED_OVER' }),
  ),
  drawAt: '2026-03-01T15:00',
  drawPlace: '许昌市公共资源交易中心第一会议室',
  drawWitnesses: ['李敏', '周强'].map((name) =>
    aLine(`witness/${name}`, { name, role: 'PURCHASER_STAFF', post: '教务处' }),
  ),
  drawRecord: [aFile('供应商抽取记录.pdf')],
};

const contents: Readonly<Record<AnnouncementTypeCode, Values>> = {
  INTENTION: { toMonth: '2026-05' },
  PREQUALIFICATION: {
    ...documents,
    appFormat: richTextOf(
      '申请函、营业执照、财务状况报告、依法缴纳税收和社会保障资金的证明，格式见资格预审文件。',
    ),
    reviewCriteria: richTextOf('具备资格预审文件规定的资格条件，证明材料齐全有效。'),
    reviewMethod: richTextOf('采用合格制，按资格预审文件规定的标准逐项审查。'),
    submitDeadline: '2026-03-12T09:30',
    submitPlace: '许昌市公共资源交易平台',
    reviewDate: '2026-03-12',
  },
  TENDER: {
    ...documents,
    bidDeadline: '2026-03-24T09:30',
    bidPlace: '许昌市公共资源交易中心第三开标室',
    other: otherMatters,
  },
  NEGOTIATION_NOTICE: {
    ...documents,
    submitDeadline: '2026-03-13T09:30',
    submitPlace: '许昌市公共资源交易中心第二开标室',
  },
  TENDER_INVITATION: {
    ...documents,
    ...drawnFromLibrary,
    bidDeadline: '2026-03-24T09:30',
    bidPlace: '许昌市公共资源交易中心第三开标室',
  },
  NEGOTIATION_INVITATION: {
    ...documents,
    inviteSource: 'RECOMMENDED',
    candidates: invitedNames.slice(0, 4).map((name, index) =>
      aCandidate(name, {
        recommendedBy: index < 2 ? 'PURCHASER' : 'REVIEWER',
        reason: '具备同类项目履约能力',
        chosen: 'INVITED',
      }),
    ),
    recommendations: [aFile('书面推荐意见.pdf')],
    submitDeadline: '2026-03-13T09:30',
    submitPlace: '许昌市公共资源交易中心第二开标室',
  },
  RESULT: {
    awards: [award],
    failedLots: [failed],
    smePolicyUsed: true,
    goodsItems: [boards],
    reviewers: [
      ...['张明', '刘洋', '陈静', '周涛'].map((name) => aLine(name, { name, role: 'RANDOM' })),
      aLine('rep', { name: '孙丽', role: 'PURCHASER_REP' }),
    ],
    agencyFeeStandard: '参照河南省招标代理服务收费指导意见，由中标人支付',
    agencyFeeAmount: 2_180_000,
    docFile: [aFile('招标文件.pdf')],
    smeDeclaration: [aFile('中小企业声明函（许昌智教科技有限公司）.pdf')],
    domesticDeclaration: [aFile('关于符合本国产品标准的声明函（许昌智教科技有限公司）.pdf')],
  },
  CORRECTION: {
    corrections: [
      aLine('deadline', {
        field: 'bidDeadline',
        item: '投标截止/开标时间',
        before: '2026年3月24日 09:30（北京时间）',
        after: '2026年3月31日 09:30（北京时间）',
        value: '2026-03-31T09:30',
      }),
      aLine('parameters', {
        field: '',
        item: '智慧黑板触控点数',
        before: '不少于40点',
        after: '不少于20点',
        value: null,
      }),
    ],
  },
  INVITATION_CORRECTION: {
    corrections: [
      aLine('deadline', {
        field: 'bidDeadline',
        item: '投标截止/开标时间',
        before: '2026年3月24日 09:30（北京时间）',
        after: '2026年3月31日 09:30（北京时间）',
        value: '2026-03-31T09:30',
      }),
    ],
  },
  RESULT_CHANGE: {
    changeReasonCode: 'SUPPLIER_REFUSED',
    changeReason: '许昌智教科技有限公司书面放弃中标资格，按评审报告确定排名第二的中标候选人为中标人。',
    corrections: [
      aLine('winner', {
        field: '',
        item: '标段A中标人',
        before: '许昌智教科技有限公司，¥1,756,000.00',
        after: '郑州启明教育装备有限公司，¥1,768,000.00',
        value: null,
      }),
    ],
    awards: [
      aLine('new award', {
        section: anId('LOT-A'),
        lotNo: 'A',
        supplierName: '郑州启明教育装备有限公司',
        supplierAddress: '郑州市高新区科学大道100号',
        awardAmount: 176_800_000,
        awardRate: null,
        score: '90.12',
      }),
    ],
    smePolicyUsed: true,
    goodsItems: [boards],
    attachments: [aFile('中小企业声明函（郑州启明教育装备有限公司）.pdf')],
  },
  TERMINATION: {
    reasonCode: 'SUPPLIERS_LT_3',
    reason: [
      aLine('LOT-A', {
        section: anId('LOT-A'),
        lotNo: null,
        lotName: null,
        explanation: '递交投标文件的投标人不足三家',
      }),
      aLine('LOT-B', {
        section: anId('LOT-B'),
        lotNo: null,
        lotName: null,
        explanation: '通过资格审查的投标人不足三家',
      }),
    ],
  },
  CONTRACT: {
    contractNo: 'XCEZ-2026-HT-007',
    contractName: '智慧教室设备（标段A）采购合同',
    supplierContact: '何伟 0374-5136688',
    items: [
      aLine('contract item', {
        itemName: '智慧黑板',
        itemSpec: 'HZ-86T',
        itemQty: '60套',
        itemUnitPrice: 2_926_667,
      }),
    ],
    signedOn: '2026-04-08',
    contractFile: [aFile('智慧教室设备（标段A）采购合同.pdf')],
  },
  CONTRACT_CHANGE: {
    origFile: [aFile('智慧教室设备（标段A）采购合同.pdf')],
    changedClauses: '第三条、第七条',
    changeContent: richTextOf(
      '原第三条交货期“2026年5月8日前”变更为“2026年5月20日前”。\n第七条付款时间相应顺延。',
    ),
    supplementFile: [aFile('补充合同.pdf')],
    changedOn: '2026-04-28',
  },
  ACCEPTANCE: {
    serviceContent: '智慧教室设备运行维护和教师培训',
    serviceRequirement: '每季度巡检一次，故障两小时内响应',
    servicePeriod: '2026年6月1日至2027年5月31日',
    servicePlace: '许昌市第二实验中学',
    acceptedOn: '2026-06-10',
    members: [
      aLine('member 1', { name: '王建国', unit: '许昌市第二实验中学', role: 'PURCHASER' }),
      aLine('member 2', { name: '马晓燕', unit: '高二年级教师', role: 'SERVED' }),
      aLine('member 3', { name: '郭强', unit: '许昌学院', role: 'EXPERT' }),
    ],
    opinion: richTextOf('各项服务符合合同约定，验收合格。'),
  },
  SINGLE_SOURCE: {
    supplierName: '河南云帆教育科技有限公司',
    supplierAddress: '郑州市郑东新区龙子湖智慧岛',
    expertOpinions: ['吴军', '郑华', '冯丽'].map((name) =>
      aLine(name, {
        name,
        title: '高级工程师',
        unit: '许昌学院',
        opinion: '该平台核心算法已取得发明专利，同意采用单一来源方式采购。',
      }),
    ),
  },
  COMPLAINT_RESULT: {
    parties: [
      aLine('complainant', {
        role: 'COMPLAINANT',
        name: '郑州华教电子有限公司',
        address: '郑州市金水区文化路9号',
      }),
      aLine('respondent', {
        role: 'RESPONDENT',
        name: '许昌市第二实验中学',
        address: '许昌市魏都区学院路18号',
      }),
      aLine('second respondent', {
        role: 'RESPONDENT',
        name: '河南明诚工程咨询有限公司',
        address: '许昌市东城区莲城大道66号8楼',
      }),
      aLine('supplier', {
        role: 'SUPPLIER',
        name: '许昌智教科技有限公司',
        address: '许昌市建安区尚集产业集聚区',
      }),
    ],
    facts: richTextOf('投诉人认为招标文件触控点数的要求具有倾向性。经审查，投诉事项成立。'),
    decision: richTextOf(
      '根据《政府采购质疑和投诉办法》（财政部令第94号）第三十一条规定，投诉事项成立，责令修改采购文件后重新开展采购活动。',
    ),
    decidedOn: '2026-05-06',
  },
  INSPECTION_RESULT: {
    parties: [
      aLine('purchaser', {
        role: 'PURCHASER',
        name: '许昌市第二实验中学',
        address: '许昌市魏都区学院路18号',
      }),
      aLine('agency', {
        role: 'AGENCY',
        name: '河南明诚工程咨询有限公司',
        address: '许昌市东城区莲城大道66号8楼',
      }),
    ],
    facts: richTextOf('经检查，该机构存在未按规定时间退还保证金的情形。'),
    decision: richTextOf('根据《政府采购法实施条例》第六十八条规定，责令限期改正。'),
    decidedOn: '2026-09-15',
  },
  PENALTY: {
    partyKind: 'ORGANISATION',
    partyName: '许昌某某商贸有限公司',
    uscc: '91411000MA3X12345A',
    partyAddress: '许昌市魏都区七一路100号',
    facts: richTextOf('提供虚假材料谋取中标。'),
    basis: richTextOf('《中华人民共和国政府采购法》第七十七条第一款第（一）项。'),
    result: richTextOf('处以采购金额千分之五的罚款，列入不良行为记录名单，一年内禁止参加政府采购活动。'),
    docNo: '许财购罚〔2026〕3号',
    decidedOn: '2026-07-20',
  },
  AGENCY_ASSESSMENT: {
    assessed: '许昌市政府采购中心',
    subject: richTextOf('2025年度采购价格、节约资金效果、服务质量、信誉状况和有无违法行为。'),
    method: richTextOf('自查、书面审查和实地考核相结合。'),
    findings: richTextOf('采购效率提高，平均节约资金百分之八；部分项目归档不及时。'),
    result: richTextOf('综合得分93分，考核等次为优秀。'),
    decidedOn: '2026-04-20',
  },
  FRAMEWORK_SOLICITATION: {
    ...documents,
    frameworkKind: 'CLOSED',
    unitCeiling: '智慧黑板：¥30,000.00/套；录播系统：¥220,000.00/套',
    applicableTo: '许昌市市直中小学校',
    estimatedQuantity: '智慧黑板200套，录播系统10套',
    frameworkPeriod: '自框架协议签订之日起一年',
    submitHow: '通过交易平台上传加密的响应文件',
    submitDeadline: '2026-03-24T09:30',
    submitPlace: '许昌市公共资源交易平台',
    openHow: '不见面开启',
  },
  FRAMEWORK_RESULT: {
    suppliers: [
      aLine('first', { supplierName: '许昌智教科技有限公司', supplierAddress: '许昌市建安区尚集产业集聚区' }),
      aLine('second', {
        supplierName: '郑州启明教育装备有限公司',
        supplierAddress: '郑州市高新区科学大道100号',
      }),
    ],
    limit: '最低入围分值：86.5分',
    products: [
      aLine('product 1', {
        supplierName: '许昌智教科技有限公司',
        name: '智慧黑板',
        model: 'HZ-86T',
        unitPrice: 2_880_000,
      }),
      aLine('product 2', {
        supplierName: '郑州启明教育装备有限公司',
        name: '智慧黑板',
        model: 'QM-86',
        unitPrice: 2_850_000,
      }),
    ],
    reviewers: ['张明', '刘洋', '陈静', '周涛', '孙丽'].map((name) => aLine(name, { name, role: 'RANDOM' })),
    agencyFeeStandard: '由征集人支付',
    agencyFeeAmount: 3_000_000,
  },
};

export function recordContent(type: AnnouncementTypeCode): Values {
  return contents[type];
}
