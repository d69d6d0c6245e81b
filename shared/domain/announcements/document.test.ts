import { describe, expect, it } from 'vitest';
import { aLine } from '#test/builders/announcement-content.ts';
import { recordValues } from '#test/builders/announcement-record.ts';
import { documentOf } from './document.ts';
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
    expect(fieldOf('TENDER', {}, '最高限价（如有）')).toBeUndefined();
  });

  it('says in one line from when until when the file is to be had', () => {
    const values = { docFrom: '2026-03-03', docHours: '9:00至17:00' };
    expect(fieldOf('TENDER', values, '时间')).toMatchObject({
      value: [[{ text: '2026年3月3日至________，每天9:00至17:00（北京时间，法定节假日除外）' }]],
    });
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
