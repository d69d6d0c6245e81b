// What somebody types into an announcement: the days, places and reasons that nothing tells. Lawful by construction: documents are offered
// for longer than any method asks, deadlines leave the longest statutory period and a week of holidays.
import type { Announcement, AnnouncementTypeCode } from '#shared/domain/announcements/model.ts';
import { richTextOf } from '#shared/domain/announcements/rich-text.ts';
import type { TableLine, Values } from '#shared/domain/announcements/values.ts';
import type { Section } from '#shared/domain/projects/model.ts';
import { addDays, type PlainDate } from '#shared/kernel/dates.ts';
import { calendarOf, isWorkday } from '#shared/kernel/workdays.ts';
import { supplierNames, supplierUscc } from '../trading-centre/suppliers.ts';
import { demoFile, demoPapers } from './demo-files.ts';
import type { Random } from './random.ts';
import { demoCalendar } from './set-up.ts';

const calendar = calendarOf(demoCalendar.map((row) => row.calendar));

export type TypedRequest = {
  readonly type: AnnouncementTypeCode;
  /** 项目类别, which a result alone asks for. */
  readonly category?: string;
  /** The first day on which it may be published, and the last: what is typed is lawful on all days from one to the other. */
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** The chosen ones. */
  readonly sections: readonly Section[];
  /** The announcement that it corrects or ends. */
  readonly target: Announcement | undefined;
  /** The time that ids of lines say. */
  readonly idTime: number;
};

/** What may announce sections of a project bought in this way, the usual one first; none where it has another format. */
export function noticeTypesOf(method: string): readonly AnnouncementTypeCode[] {
  switch (method) {
    case 'OPEN_TENDER':
      return ['TENDER'];
    case 'INVITED_TENDER':
      return ['TENDER_INVITATION', 'PREQUALIFICATION'];
    case 'COMPETITIVE_NEGOTIATION':
    case 'COMPETITIVE_CONSULTATION':
    case 'INQUIRY':
      return ['NEGOTIATION_NOTICE', 'NEGOTIATION_INVITATION'];
    case 'SINGLE_SOURCE':
      return ['SINGLE_SOURCE'];
    default:
      return [];
  }
}

export function noticeTypeOf(method: string): AnnouncementTypeCode | undefined {
  return noticeTypesOf(method)[0];
}

const halls = ['开标一室', '开标二室', '开标三室', '不见面开标大厅一室'] as const;
const places = ['公共资源交易中心网站（示例）', '公共资源交易中心一楼受理窗口（示例）'] as const;
const ways = ['供应商登录交易平台，凭数字证书（CA）免费下载', '在线注册后免费下载'] as const;
const suppliers = ['河南示例智能科技有限公司', '许昌市示例设备有限公司', '郑州示例信息技术有限公司'] as const;

export function typedContent(request: TypedRequest, random: Random): Values {
  switch (request.type) {
    case 'TENDER':
      return { ...documents(request, random), bidDeadline: deadline(request), bidPlace: random.pick(halls) };
    case 'NEGOTIATION_NOTICE':
      return {
        ...documents(request, random),
        submitDeadline: deadline(request),
        submitPlace: random.pick(halls),
      };
    case 'TENDER_INVITATION':
      return {
        ...drawn(request, random),
        ...documents(request, random),
        bidDeadline: deadline(request),
        bidPlace: random.pick(halls),
      };
    case 'NEGOTIATION_INVITATION':
      return {
        ...recommended(request, random),
        ...documents(request, random),
        submitDeadline: deadline(request),
        submitPlace: random.pick(halls),
      };
    case 'PREQUALIFICATION':
      return {
        ...documents(request, random),
        appFormat: richTextOf('资格预审申请函、资格证明材料、业绩证明材料，按资格预审文件的格式编制。'),
        reviewCriteria: richTextOf('具备资格预审文件载明的资格条件，证明材料齐全有效。'),
        reviewMethod: richTextOf('采用合格制，逐项审查，全部符合的为合格。'),
        // Prequalified are invited tenders: suppliers are drawn from those who qualify.
        inviteNumber: 5,
        inviteShort: 'ALL_PASSED',
        submitDeadline: deadline(request),
        submitPlace: random.pick(halls),
        reviewDate: deadline(request).slice(0, 10),
      };
    case 'SINGLE_SOURCE':
      return singleSource(request, random);
    case 'CORRECTION':
    case 'INVITATION_CORRECTION':
      return correction(request, random);
    case 'TERMINATION':
      return termination(request, random);
    case 'RESULT':
      return result(request, random);
    default:
      return {};
  }
}

/** None of them is banned in the demo. */
const invitable = supplierNames.slice(0, 6);

function candidate(
  name: string,
  { idTime }: TypedRequest,
  random: Random,
  cells: TableLine['cells'],
): TableLine {
  return { id: random.uuid(idTime), cells: { name, uscc: supplierUscc(name), ...cells } };
}

/** Three of six from the library, or of those who passed the 资格预审, the day before. */
function drawn(request: TypedRequest, random: Random): Values {
  const { from, target, idTime } = request;
  return {
    ...(target === undefined ? { inviteSource: 'LIBRARY' } : {}),
    inviteNumber: 3,
    candidates: invitable.map((name, index) =>
      candidate(name, request, random, { chosen: index % 2 === 0 ? 'INVITED' : 'PASSED_OVER' }),
    ),
    drawAt: `${addDays(from, -1)}T15:00`,
    drawPlace: '公共资源交易中心一楼会议室（示例）',
    drawWitnesses: ['示例工作人员一', '示例工作人员二'].map((name) => ({
      id: random.uuid(idTime),
      cells: { name, role: 'PURCHASER_STAFF', post: '办公室' },
    })),
    drawRecord: [demoFile(random.uuid(idTime), demoPapers.supplierDraw)],
  };
}

/** Two by the purchaser, two by the reviewers. */
function recommended(request: TypedRequest, random: Random): Values {
  return {
    inviteSource: 'RECOMMENDED',
    candidates: invitable.slice(0, 4).map((name, index) =>
      candidate(name, request, random, {
        recommendedBy: index < 2 ? 'PURCHASER' : 'REVIEWER',
        reason: '具备同类项目的履约能力和业绩。',
        chosen: 'INVITED',
      }),
    ),
    recommendations: [demoFile(random.uuid(request.idTime), demoPapers.recommendation)],
  };
}

function workdayFrom(date: PlainDate): PlainDate {
  return isWorkday(date, calendar) ? date : workdayFrom(addDays(date, 1));
}

function documents({ until }: TypedRequest, random: Random): Values {
  const docFrom = workdayFrom(addDays(until, 1));
  return {
    docFrom,
    docTo: workdayFrom(addDays(docFrom, 16)),
    docPlace: random.pick(places),
    docHow: random.pick(ways),
  };
}

/** Twenty days after the first day of the documents, with the longest holiday, and a few more. */
function deadline({ until }: TypedRequest): string {
  return `${workdayFrom(addDays(until, 36))}T09:00`;
}

function singleSource({ from, until, idTime }: TypedRequest, random: Random): Values {
  const opinion = '该项目只能从唯一供应商处采购，同意采用单一来源采购方式。';
  return {
    reason: richTextOf('需要采购的服务必须与原有系统一致，只能从原供应商处添购。'),
    supplierName: random.pick(suppliers),
    supplierAddress: '许昌市示例路1号',
    publicityFrom: from,
    publicityTo: workdayFrom(addDays(until, 20)),
    expertOpinions: ['示例专家一', '示例专家二', '示例专家三'].map((name) => ({
      id: random.uuid(idTime),
      cells: { name, title: '高级工程师', unit: '示例大学', opinion },
    })),
  };
}

/** The deadline is put off; without one, something of the documents is put right. */
function correction({ target, until, idTime }: TypedRequest, random: Random): Values {
  const field = target?.frozen?.values['bidDeadline'] === undefined ? 'submitDeadline' : 'bidDeadline';
  const before = target?.frozen?.values[field];
  const line = (cells: Record<string, string | null>) => [{ id: random.uuid(idTime), cells }];
  if (typeof before !== 'string' || before === '') {
    return {
      correctedItem: 'DOCUMENT',
      affectsBids: false,
      corrections: line({
        field: '',
        item: '采购文件第三章',
        before: '质保期一年',
        after: '质保期二年',
        value: null,
      }),
    };
  }
  const later =
    [addDays(before.slice(0, 10), random.int(5, 12)), addDays(until, 28)].toSorted().at(-1) ?? until;
  const after = `${workdayFrom(later)}${before.slice(10)}`;
  return {
    correctedItem: 'NOTICE',
    corrections: [
      ...line({ field, item: '截止时间', before: printed(before), after: printed(after), value: after }),
      // Of the notices with a time of opening of their own.
      ...(typeof target?.frozen?.values['openTime'] !== 'string'
        ? []
        : line({
            field: 'openTime',
            item: '开启时间',
            before: printed(before),
            after: printed(after),
            value: after,
          })),
    ],
  };
}

/** 2026年3月25日9时00分 */
function printed(time: string): string {
  const [date = '', clock = ''] = time.split('T');
  const [year, month, day] = date.split('-').map(Number);
  const [hour, minute = ''] = clock.split(':');
  return `${year}年${month}月${day}日${Number(hour)}时${minute}分`;
}

function termination({ sections, idTime }: TypedRequest, random: Random): Values {
  const reasonCode = random.pick(['COMPLAINT_UPHELD', 'COMPLAINT_UPHELD', 'TASK_CANCELLED'] as const);
  const explanation =
    reasonCode === 'COMPLAINT_UPHELD'
      ? '有供应商对采购文件提出质疑，经核实成立，须修改采购需求后重新开展采购活动。'
      : '因采购需求发生变化，采购任务取消。';
  return {
    reasonCode,
    reason: sections.map(({ id, sectionNo, name }) => ({
      id: random.uuid(idTime),
      cells: { section: id, lotNo: sectionNo, lotName: name, explanation },
    })),
  };
}

/** Whom the purchaser has determined is known; the rest of what is announced is in the winners' bids and in the report. */
function result({ category, sections, idTime }: TypedRequest, random: Random): Values {
  const lines = (cells: Record<string, string | number>) =>
    sections.map(({ name }) => ({ id: random.uuid(idTime), cells: { name, ...cells } }));
  return {
    smePolicyUsed: sections.some(({ smeReserved }) => smeReserved),
    ...itemsOf(category, lines),
    reviewers: [...reviewers, '示例采购人代表'].map((name, index) => ({
      id: random.uuid(idTime),
      cells: { name, role: index < reviewers.length ? 'RANDOM' : 'PURCHASER_REP' },
    })),
    agencyFeeStandard: '按委托代理协议约定的标准，由采购人支付。',
    agencyFeeAmount: 500_000,
  };
}

const reviewers = ['示例评审一', '示例评审二', '示例评审三', '示例评审四'] as const;

function itemsOf(
  category: string | undefined,
  lines: (cells: Record<string, string | number>) => Values[string],
): Values {
  switch (category) {
    case 'A': {
      const goods = { brand: '示例品牌', model: 'SL-100', quantity: '1批', unitPrice: 1_000_000 };
      return { goodsItems: lines(goods) };
    }
    case 'B': {
      const works = { scope: '施工图范围内的全部内容', duration: '90日历天', manager: '示例经理' };
      return { worksItems: lines({ ...works, certificate: '二级注册建造师 示例0001' }) };
    }
    default: {
      const services = { scope: '采购文件规定的服务', requirement: '符合采购文件要求', time: '一年' };
      return { serviceItems: lines({ ...services, standard: '国家和行业现行标准' }) };
    }
  }
}
