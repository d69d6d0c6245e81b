// Published announcements of made-up projects, as the website keeps them: three or four to a project, spread over three years, texts of the length
// that notices have. Row n is the same on every machine.
import { demoOrganisations } from '#demo/data/organisations.ts';
import { projectKinds } from '#demo/data/project-kinds.ts';
import { type Random, randomOf } from '#demo/data/random.ts';
import { type WebsiteRow, websiteRow } from '#server/website/published.ts';
import type { DocumentBlock, OfficialDocument } from '#shared/documents/model.ts';
import type { AnnouncementTypeCode, WebsiteColumn } from '#shared/domain/announcements/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { anAnnouncement } from '#test/builders/announcement-rows.ts';

type Kind = {
  readonly type: AnnouncementTypeCode;
  readonly column: WebsiteColumn;
  readonly ending: string;
  /** Days after the project's first announcement. */
  readonly after: number;
};

const notice: Kind = { type: 'TENDER', column: 'notice', ending: '招标公告', after: 0 };
const consultation: Kind = {
  type: 'NEGOTIATION_NOTICE',
  column: 'notice',
  ending: '竞争性磋商公告',
  after: 0,
};
const correction: Kind = { type: 'CORRECTION', column: 'correction', ending: '更正公告', after: 6 };
const termination: Kind = { type: 'TERMINATION', column: 'termination', ending: '终止公告', after: 24 };
const result: Kind = { type: 'RESULT', column: 'result', ending: '结果公告', after: 23 };
const change: Kind = {
  type: 'RESULT_CHANGE',
  column: 'result_change',
  ending: '中标（成交）结果变更公告',
  after: 31,
};
const contract: Kind = { type: 'CONTRACT', column: 'contract', ending: '合同公告', after: 48 };
const complaint: Kind = {
  type: 'COMPLAINT_RESULT',
  column: 'complaint',
  ending: '投诉处理结果公告',
  after: 50,
};
const intention: Kind = { type: 'INTENTION', column: 'intention', ending: '采购意向公告', after: -40 };
const penalty: Kind = { type: 'PENALTY', column: 'penalty', ending: '行政处罚公告', after: 70 };
const inspection: Kind = {
  type: 'INSPECTION_RESULT',
  column: 'inspection',
  ending: '监督检查处理结果公告',
  after: 80,
};

const perProject = 4;
const day = 86_400_000;
const spanDays = 3 * 365;
const units = demoOrganisations('website').filter(({ row }) => row.kind === 'purchaser');

/** What happens to project `p`, in order. */
function courseOf(p: number): readonly Kind[] {
  const first = p % 3 === 0 ? consultation : notice;
  if (p % 97 === 5) return [first, result, complaint, penalty];
  if (p % 89 === 7) return [first, result, change, inspection];
  if (p % 9 === 4) return [intention, first, correction, termination];
  if (p % 4 === 2) return [first, correction, result, contract];
  return [intention, first, result, contract];
}

const idOf = (kind: 'a' | 'b', n: number): string =>
  `018${kind}0000-0000-7000-9000-${n.toString(16).padStart(12, '0')}`;

/** Announcement `n` of `all`; the last ones were published shortly before `until`. */
export function benchAnnouncement(n: number, all: number, until: number): WebsiteRow {
  const p = Math.floor(n / perProject);
  const course = courseOf(p);
  const index = n % perProject;
  const kind = course[index] ?? notice;
  const random = randomOf(`website/${p}`);
  const subject = random.pick(projectKinds);
  const unit = units[random.int(0, units.length - 1)]?.row;
  const name = unit?.name ?? '';
  const began = until - 90 * day - (spanDays * day * (all / perProject - p)) / (all / perProject);
  const publishedAt = Math.floor(
    Math.min(until - (all - n), began + kind.after * day + random.int(0, day / 3)),
  );
  const projectName = `${name}${new Date(began).getUTCFullYear()}年${subject.title}（${random.int(1, 900)}号）`;
  const firstNotice = course.findIndex(({ column }) => column === 'notice');
  const target = kind === correction || kind === termination || kind === change ? firstNotice : -1;
  const published = {
    ...anAnnouncement(`bench ${n}`).published(publishedAt).build(),
    id: idOf('a', n),
    type: kind.type,
    projectId: idOf('b', p),
    planNo: `XC-${new Date(began).getUTCFullYear()}-${String(p + 1).padStart(6, '0')}`,
    projectNo: kind === intention ? '' : `许财招标采购-${new Date(began).getUTCFullYear()}-${p + 1}`,
    projectName,
    purchaserId: unit?.id ?? '',
    purchaserName: name,
    regionCode: unit?.regionCode ?? '411000',
    method: kind === intention ? null : p % 3 === 0 ? 'COMPETITIVE_CONSULTATION' : 'OPEN_TENDER',
    targetId: target < 0 ? null : idOf('a', p * perProject + target),
    withdrawal:
      p % 211 === 3 && index === 2 ? { reason: '公告内容有误', at: publishedAt + day, name: '' } : null,
    publishedAt,
  };
  const document = documentOf(
    `${projectName}${kind.ending}`,
    random,
    subject.title,
    name,
    published.projectNo,
    projectName,
  );
  return websiteRow(
    {
      ...published,
      frozen: { title: document.title, values: {}, sections: [] },
      displayUntil: new Date(publishedAt + 7 * day).toISOString().slice(0, 10),
    },
    kind.column,
    document,
  );
}

const sentences = [
  '供应商须具有独立承担民事责任的能力，并提供有效的营业执照副本及相关资质证明材料。',
  '响应文件递交截止时间以后送达的文件，采购人和采购代理机构应当拒收。',
  '本项目落实节约能源、保护环境、扶持不发达地区和少数民族地区、促进中小企业发展等政府采购政策。',
  '投标人应当在开标前完成电子交易平台的注册登记，并使用数字证书加密上传投标文件。',
  '质保期内发生故障的，中标人须在接到通知后二小时内响应，二十四小时内到达现场处理。',
  '评审办法采用综合评分法，其中价格部分三十分，技术部分五十分，商务部分二十分。',
  '履约保证金在验收合格并经采购人书面确认后七个工作日内无息退还。',
  '监督管理部门为同级财政部门，联系电话见公告末尾，质疑投诉应当以书面形式提出。',
  '所投产品属于强制采购节能产品的，须提供国家确定的认证机构出具的有效期之内的认证证书。',
  '现场踏勘由潜在投标人自行组织，由此产生的费用和安全责任由潜在投标人自行承担。',
  '货物运输、装卸、安装、调试、培训以及税费等一切费用均包含在投标报价之内。',
  '人员须持证上岗，夜间值班不少于两人，遇有重大活动应当按照采购人要求增派力量。',
] as const;
const places = ['建安大道', '八一路', '文峰路', '天宝路', '学院路', '魏武大道', '许由路', '新兴路'] as const;

function documentOf(
  title: string,
  random: Random,
  subject: string,
  unit: string,
  projectNo: string,
  projectName: string,
): OfficialDocument {
  const text = (count: number) => Array.from({ length: count }, () => random.pick(sentences)).join('');
  const line = (no: string, label: string, value: string): DocumentBlock => ({
    kind: 'field',
    no,
    label,
    value: [[{ text: value }]],
  });
  const paragraph = (words: string): DocumentBlock => ({ kind: 'paragraph', text: [{ text: words }] });
  const heading = (no: string, words: string): DocumentBlock => ({ kind: 'heading', no, text: words });
  const kind = projectKinds.find((each) => each.title === subject) ?? projectKinds[0];
  return {
    title,
    blocks: [
      heading('', '项目概况'),
      paragraph(`${projectName}的潜在供应商应当按照本公告规定的方式获取采购文件。`),
      heading('一、', '项目基本情况'),
      line('1.', '项目编号', projectNo),
      line('2.', '项目名称', projectName),
      line('3.', '预算金额', `${formatYuan(random.int(20, 900) * 1_000_000)}元`),
      {
        kind: 'table',
        head: ['包号', '包名称', '数量', '预算（元）'],
        rows: kind.items.map((item, index) => [
          { text: [[{ text: String(index + 1) }]] },
          { text: [[{ text: item.name }]] },
          { text: [[{ text: `${random.int(1, 200)}${item.unit}` }]] },
          { text: [[{ text: formatYuan(random.int(2, 80) * 1_000_000) }]], amount: true },
        ]),
      },
      line('4.', '采购需求', text(5)),
      line('5.', '合同履行期限', kind.period),
      heading('二、', '申请人的资格要求'),
      ...[1, 2, 3].map((no) => paragraph(`${no}.${text(2)}`)),
      heading('三、', '获取采购文件'),
      line('', '时间', '公告发布之日起五个工作日，每天上午9:00至12:00，下午13:30至17:00'),
      line('', '地点', `许昌市${random.pick(places)}${random.int(1, 999)}号公共资源交易中心`),
      heading('四、', '其他补充事宜'),
      paragraph(text(7)),
      heading('五、', '联系方式'),
      line('1.', '采购人', unit),
      line('', '地址', `许昌市${random.pick(places)}${random.int(1, 999)}号`),
      line('2.', '项目联系人', `0374-0${random.int(100000, 999999)}`),
    ],
    signature: { name: unit, date: '' },
  };
}
