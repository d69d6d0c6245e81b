import { describe, expect, it } from 'vitest';
import { aLine } from '#test/builders/announcement-content.ts';
import { agent, recordPublished, recordValues, school } from '#test/builders/announcement-record.ts';
import { documentOf } from './document.ts';
import { announcementDocument } from './document-of-row.ts';
import { richTextOf } from './rich-text.ts';
import { templateOf } from './templates/index.ts';
import { titleOf } from './title.ts';
import type { Values } from './values.ts';

const tender = templateOf('TENDER');
const unpublished = { publishedOn: null, signer: '许昌市第二实验中学' };

function blocksOf(type: Parameters<typeof templateOf>[0], values: Values) {
  return documentOf(templateOf(type), '标题', values, unpublished).blocks;
}

function fieldOf(type: Parameters<typeof templateOf>[0], values: Values, label: string) {
  return blocksOf(type, values).find((block) => block.kind === 'field' && block.label === label);
}

function headings(type: Parameters<typeof templateOf>[0], values: Values) {
  return blocksOf(type, values).flatMap((block) =>
    block.kind === 'heading' ? [`${block.no}${block.text}`] : [],
  );
}

describe('a document', () => {
  it('leaves lines where a draft has still to say something, and 无 where the format says so', () => {
    expect(fieldOf('TENDER', {}, '方式')).toMatchObject({ value: [[{ text: '________' }]] });
    expect(fieldOf('TENDER', {}, '本项目的特定资格要求')).toMatchObject({ value: [[{ text: '无' }]] });
    expect(fieldOf('TENDER', {}, '最高限价')).toBeUndefined();
  });

  it.each([
    [true, '本项目接受联合体投标。'],
    [false, '本项目不接受联合体投标。'],
  ])('says in a sentence whether consortia may take part: %s', (consortiumAllowed, sentence) => {
    for (const type of ['PREQUALIFICATION', 'TENDER', 'NEGOTIATION_NOTICE'] as const) {
      expect(blocksOf(type, { consortiumAllowed })).toContainEqual({
        kind: 'paragraph',
        text: [{ text: sentence }],
      });
    }
    expect(fieldOf('TENDER', {}, '是否接受联合体投标')).toMatchObject({ value: [[{ text: '________' }]] });
  });

  it.each([
    ['TENDER', '招标项目的潜在投标人应在'],
    ['PREQUALIFICATION', '招标项目的潜在资格预审申请人应在'],
    ['NEGOTIATION_NOTICE', '采购项目的潜在供应商应在'],
  ] as const)('of %s says whose project it is, whatever its name ends in', (type, words) => {
    const [, overview] = blocksOf(type, { projectName: '课桌采购项目' });
    expect(JSON.stringify(overview)).toContain(`课桌采购项目${words}`);
  });

  it('says how many are invited to bid, and what follows when fewer qualify', () => {
    const said = (values: Values) => JSON.stringify(blocksOf('PREQUALIFICATION', values));
    expect(said({ inviteRule: 'ALL' })).toContain('邀请全部资格预审合格的供应商参加投标。');
    expect(said({ inviteRule: 'RANDOM_N', inviteNumber: 5, inviteShort: 'ANEW' })).toContain(
      '采用随机抽取的方式邀请5家供应商参加投标。如通过资格预审的供应商数量少于拟邀请供应商数量，重新组织招标活动。',
    );
    expect(said({ inviteRule: 'RANDOM_N' })).toContain('邀请________家供应商');
  });

  it('of a contract has the columns that its goods or services need', () => {
    const item = { itemName: '甲', itemQty: '1项', itemUnitPrice: 100 };
    const tableOf = (cells: Parameters<typeof aLine>[1]) =>
      blocksOf('CONTRACT', { items: [aLine('item', { ...item, ...cells })] }).find(
        ({ kind }) => kind === 'table',
      );
    expect(tableOf({ itemSpec: 'A4' })).toMatchObject({
      head: ['主要标的名称', '规格型号', '主要标的数量', '主要标的单价'],
    });
    expect(tableOf({ itemRequirement: '每季度一次' })).toMatchObject({
      head: ['主要标的名称', '服务要求', '主要标的数量', '主要标的单价'],
    });
  });

  it('of a result won at a rate has no column of amounts, and the score where there is one', () => {
    const headOf = (cells: Parameters<typeof aLine>[1]) =>
      blocksOf('RESULT', { awards: [aLine('award', cells)] }).find(({ kind }) => kind === 'table');
    const won = { supplierName: '甲', supplierAddress: '许昌市' };
    expect(headOf({ ...won, awardRate: '下浮8%' })).toMatchObject({
      head: ['供应商名称', '供应商地址', '优惠率/费率'],
    });
    expect(headOf({ ...won, awardAmount: 100, score: '92.36' })).toMatchObject({
      head: ['供应商名称', '供应商地址', '中标（成交）金额', '评审总得分'],
    });
    expect(headOf({ ...won, awardAmount: 100, reviewPrice: 90 })).toMatchObject({
      head: ['供应商名称', '供应商地址', '中标（成交）金额', '评审报价'],
    });
  });

  it('names reviewers in one line, and as what those who were not drawn', () => {
    const of = (name: string, role: string) => aLine(name, { name, role });
    const reviewers = [of('张三', 'RANDOM'), of('李四', 'PURCHASER_REP'), of('王五', 'SELECTED')];
    expect(blocksOf('RESULT', { reviewers })).toContainEqual({
      kind: 'paragraph',
      text: [{ text: '张三、李四（采购人代表）、王五（自行选定）' }],
    });
  });

  describe('about parties', () => {
    const party = (role: string, name: string) => aLine(name, { role, name, address: `${name}路1号` });
    const labels = (type: Parameters<typeof templateOf>[0], values: Values) =>
      blocksOf(type, values).flatMap((block) =>
        block.kind === 'field'
          ? [
              `${block.label}：${block.value
                .flat()
                .map(({ text }) => text)
                .join('')}`,
            ]
          : [],
      );

    it('numbers those of one role, each with its address below', () => {
      const parties = [
        party('COMPLAINANT', '甲'),
        party('RESPONDENT', '乙'),
        party('RESPONDENT', '丙'),
        party('PARTY', '丁'),
      ];
      expect(labels('COMPLAINT_RESULT', { parties })).toEqual([
        '投诉人：甲',
        '地址：甲路1号',
        '被投诉人1：乙',
        '地址：乙路1号',
        '被投诉人2：丙',
        '地址：丙路1号',
        '当事人：丁',
        '地址：丁路1号',
      ]);
    });

    it('calls all of them 当事人 after an inspection', () => {
      const two = [party('PURCHASER', '甲'), party('AGENCY', '乙')];
      expect(
        labels('INSPECTION_RESULT', { parties: two }).filter((line) => !line.startsWith('地址')),
      ).toEqual(['当事人1：甲', '当事人2：乙']);
      expect(labels('INSPECTION_RESULT', { parties: two.slice(1) })[0]).toBe('当事人：乙');
    });
  });

  it('of an inspection names the project where there is one', () => {
    const project = { projectNo: '许财采购-2026-12', projectName: '课桌采购项目' };
    expect(headings('INSPECTION_RESULT', project).slice(0, 3)).toEqual([
      '一、项目编号：许财采购-2026-12',
      '二、项目名称：课桌采购项目',
      '三、相关当事人',
    ]);
    const parties = [aLine('one', { role: 'AGENCY', name: '甲', address: '乙' })];
    expect(headings('INSPECTION_RESULT', { parties })[0]).toBe('一、相关当事人');
  });

  it.each(['CONTRACT', 'CONTRACT_CHANGE', 'ACCEPTANCE'] as const)(
    '%s is signed by the purchaser, though its agency wrote it',
    (type) => {
      const row = recordPublished(type);
      expect(row).toMatchObject({ draftedBy: 'agency', purchaserName: school.name });
      const values = { ...row.frozen.values, agencyName: agent.name };
      expect(announcementDocument({ ...row, frozen: { ...row.frozen, values } })).toMatchObject({
        value: { signature: { name: school.name } },
      });
    },
  );

  it('says in one line from when until when the file is to be had', () => {
    const values = { docFrom: '2026-03-03', docHours: '9:00至17:00' };
    expect(fieldOf('TENDER', values, '时间')).toMatchObject({
      value: [[{ text: '2026年3月3日至________，每天9:00至17:00（北京时间，法定节假日除外）' }]],
    });
  });

  it('of a 谈判 or 询价 that does not say when responses are opened has no such section', () => {
    const values = { ...recordValues('NEGOTIATION_NOTICE'), openTime: null, openPlace: null };
    expect(headings('NEGOTIATION_NOTICE', recordValues('NEGOTIATION_NOTICE'))).toContain('五、开启');
    expect(headings('NEGOTIATION_NOTICE', values)).toContain('五、公告期限');
    expect(headings('NEGOTIATION_NOTICE', values)).not.toContain('五、开启');
  });

  it('numbers the sections that are there', () => {
    expect(headings('CORRECTION', {}).at(-1)).toBe('四、凡对本次公告内容提出询问，请按以下方式联系');
    const file = { id: '00000000-0000-7000-8000-000000000001', mediaType: 'a/b', size: 1, sha256: '' };
    const values = { attachments: [{ ...file, fileName: '声明函.pdf' }] };
    expect(headings('CORRECTION', values).at(-1)).toBe('五、附件');
  });

  it('numbers the parties of the contacts, with or without an agency', () => {
    const groups = (values: Values) =>
      blocksOf('TERMINATION', values).flatMap((block) =>
        block.kind === 'paragraph' && /^\d\./.test(block.text[0]?.text ?? '') ? [block.text[0]?.text] : [],
      );
    expect(groups({})).toEqual(['1.采购人信息', '2.项目联系方式']);
    expect(groups({ agencyName: '某公司' })).toEqual([
      '1.采购人信息',
      '2.采购代理机构信息',
      '3.项目联系方式',
    ]);
  });

  it('has every word of a rich text, tables below the label', () => {
    const blocks = blocksOf('TENDER', recordValues('TENDER'));
    expect(blocks.filter(({ kind }) => kind === 'list')).toEqual([
      {
        kind: 'list',
        ordered: true,
        items: [[[{ text: '不收取投标保证金。' }]], [[{ text: '采用不见面开标。' }]]],
      },
    ]);
    expect(blocks.find(({ kind }) => kind === 'table')).toMatchObject({ head: ['平台', '服务电话'] });
  });

  it('takes signs that turn the direction of writing out', () => {
    const values = { projectName: '甲\u202e乙', requirement: richTextOf('丙') };
    expect(JSON.stringify(documentOf(tender, '甲\u202e乙', values, unpublished))).not.toContain('\u202e');
  });

  it('shows a draft whose values do not suit their fields', () => {
    const awards = [aLine('1', { awardAmount: -1 })];
    const [table] = blocksOf('RESULT', { awards }).filter(({ kind }) => kind === 'table');
    expect(table).toMatchObject({ rows: [[{}, {}, { text: [[{ text: '-1' }]] }]] });
    const values = { docFrom: 'x', bidDeadline: 5, budgetAmount: 10 ** 15, consortiumAllowed: 'y' };
    expect(fieldOf('TENDER', values, '预算金额')).toMatchObject({ value: [[{ text: '1000000000000000' }]] });
    expect(fieldOf('TENDER', values, '投标截止/开标时间')).toMatchObject({ value: [[{ text: '5' }]] });
  });

  it('is signed on the day of publication', () => {
    const { signature } = documentOf(tender, '', {}, { publishedOn: '2026-03-02', signer: '甲' });
    expect(signature).toEqual({ name: '甲', date: '2026年3月2日' });
    expect(documentOf(tender, '', {}, unpublished).signature?.date).toBe('');
    expect(documentOf(tender, '', {}, { publishedOn: null, signer: null }).signature).toBeNull();
  });

  it('of a finance department is signed with its decision', () => {
    const values = { authority: '许昌市财政局', decidedOn: '2026-05-06' };
    const { signature } = documentOf(templateOf('COMPLAINT_RESULT'), '', values, unpublished);
    expect(signature).toEqual({ name: '许昌市财政局', date: '2026年5月6日' });
  });
});

describe('a title', () => {
  const values = { projectName: '课桌采购项目' };
  const titled = (type: Parameters<typeof templateOf>[0], method: string | null, round = 1) =>
    titleOf(templateOf(type), values, { method, round });

  it.each([
    ['NEGOTIATION_NOTICE', 'COMPETITIVE_NEGOTIATION', '课桌采购项目竞争性谈判公告'],
    ['NEGOTIATION_NOTICE', 'COMPETITIVE_CONSULTATION', '课桌采购项目竞争性磋商公告'],
    ['NEGOTIATION_NOTICE', 'INQUIRY', '课桌采购项目询价公告'],
    ['RESULT', 'OPEN_TENDER', '课桌采购项目中标公告'],
    ['RESULT', 'INQUIRY', '课桌采购项目成交公告'],
    ['TENDER', null, '课桌采购项目公开招标公告'],
  ] as const)('of %s by %s is %s', (type, method, title) => {
    expect(titled(type, method)).toBe(title);
  });

  it('says the how manieth time it is', () => {
    expect(titled('TENDER', 'OPEN_TENDER', 2)).toBe('课桌采购项目公开招标公告（第二次）');
    expect(titled('TENDER', 'OPEN_TENDER', 11)).toBe('课桌采购项目公开招标公告（第十一次）');
  });

  it.each([
    ['2026-03', '2026-03', '甲2026年3月政府采购意向'],
    ['2026-03', '2026-05', '甲2026年3月至5月政府采购意向'],
    ['2026-11', '2027-01', '甲2026年11月至2027年1月政府采购意向'],
  ])('of an intention names the months from %s to %s', (fromMonth, toMonth, title) => {
    const months = { purchaserName: '甲', fromMonth, toMonth };
    expect(titleOf(templateOf('INTENTION'), months, { method: null, round: 1 })).toBe(title);
  });
});
