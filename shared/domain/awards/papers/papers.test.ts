// The papers of a result: the letter to whoever has won, and to each of the others how it came off, from the evaluation to what is printed.
import { describe, expect, it } from 'vitest';
import { documentHtml } from '#shared/documents/html.ts';
import type { DocumentBlock, OfficialDocument } from '#shared/documents/model.ts';
import { aUnit } from '#test/builders/actors.ts';
import { aStoreWithAward, awardId } from '#test/builders/awards.ts';
import { anId } from '#test/builders/ids.ts';
import { announcements } from '../../announcements/model.ts';
import { sectionEvents } from '../../projects/events/model.ts';
import { projects, type Section, sections } from '../../projects/model.ts';
import { type Award, type AwardContent, awards } from '../model.ts';
import type { Held } from './facts.ts';
import { papersOf } from './papers.ts';

/** As the desk holds it once the result is announced, or before. */
function held(parts: Partial<AwardContent> = {}, announced = true): Held {
  const store = aStoreWithAward(parts, announced);
  const [project] = store.all(projects);
  if (project === undefined) throw new Error('no project');
  return {
    award: store.get(awards, awardId),
    project,
    section: store.get(sections, anId('lot-1')),
    events: store.all(sectionEvents),
    ends: [],
  };
}

/** As if it had been issued with these words. */
function saying(of: Held, parts: Partial<NonNullable<Award['letter']>>): Held {
  const { letter } = of.award;
  return letter === null ? of : { ...of, award: { ...of.award, letter: { ...letter, ...parts } } };
}

const words = (paragraph: readonly { readonly text: string }[]) => paragraph.map(({ text }) => text).join('');

function lineOf(block: DocumentBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${block.no}${block.text}`;
    case 'field':
      return `${block.no}${block.label}：${block.value.map(words).join('')}`;
    case 'paragraph':
      return words(block.text);
    case 'number':
    case 'addressee':
      return block.text;
    default:
      throw new Error(`no ${block.kind} in a letter`);
  }
}

function linesOf({ title, blocks, signature }: OfficialDocument): readonly string[] {
  return [title, ...blocks.map(lineOf), ...(signature === null ? [] : [signature.name, signature.date])];
}

function linesFor(of: Held, supplier: string): readonly string[] {
  const paper = papersOf(of).find(({ key }) => key === `notice/${supplier}`);
  if (paper === undefined) throw new Error(`no notice for ${supplier}`);
  return linesOf(paper.document);
}

const letterOf = (of: Held) =>
  linesOf(papersOf(of)[0]?.document ?? { title: '', blocks: [], signature: null });

describe('the letter of award', () => {
  it('says who has won what, for how much, and until when the contract is signed', () => {
    const of = held();
    const { project } = of;
    const contact = '地址：Example Road 1，电话：0374-1234567';
    expect(letterOf(of)).toEqual([
      '中标通知书',
      '编号：411000-TZ-2026-00001',
      '乙公司：',
      `经依法组织采购活动，现确定你单位为${project.name}（项目编号：${project.projectNo}，标段：1 Section 1）的中标供应商。有关事项通知如下：`,
      '一、中标信息',
      `1.采购计划备案号：${project.planNo}`,
      `2.采购项目编号：${project.projectNo}`,
      `3.采购项目名称：${project.name}`,
      '4.标段：1 Section 1',
      '5.采购方式：公开招标',
      '6.供应商名称：乙公司',
      '7.中标金额：¥720,000.50（大写：柒拾贰万元伍角整）',
      '二、签订合同',
      '请自本通知书发出之日起30日内，按照招标文件和你单位投标文件的约定，与采购人签订书面合同。所签订的合同不得对招标文件确定的事项和你单位投标文件作实质性修改。',
      '本通知书对采购人和中标供应商均具有法律效力。通知书发出后，采购人改变中标结果，或者中标供应商放弃中标项目的，应当依法承担法律责任。',
      '三、联系方式',
      `1.采购人：Example Unit，${contact}`,
      `2.采购代理机构：Example Agency，${contact}`,
      'Example Unit\nExample Agency',
      '2026年3月3日',
    ]);
  });

  it('is a 成交通知书 where no tender was held, in the words of that method', () => {
    const of = held();
    const negotiated = { ...of, project: { ...of.project, method: 'COMPETITIVE_NEGOTIATION' } };
    const lines = letterOf(saying(negotiated, { contractSignDays: 20 }));
    expect(lines[0]).toBe('成交通知书');
    expect(lines).toContain('7.成交金额：¥720,000.50（大写：柒拾贰万元伍角整）');
    expect(lines.find((line) => line.startsWith('请自'))).toContain('20日内，按照谈判文件和你单位响应文件');
    expect(lines.join('')).not.toContain('中标');
  });

  it('is for all members of a 联合体, and says what each does', () => {
    const members = [
      { name: '己公司', uscc: '', share: '安装调试，30%' },
      { name: '戊公司', uscc: '', share: '' },
    ];
    const of = held({ members: members.map((member) => ({ ...member, share: member.share || '运维' })) });
    const unsaid = { ...of, award: { ...of.award, content: { ...of.award.content, members } } };
    const lines = letterOf(unsaid);
    expect(lines[2]).toBe('乙公司（联合体牵头单位）、己公司（联合体成员）、戊公司（联合体成员）：');
    expect(lines[3]).toContain('现确定你联合体为');
    expect(lines.join('')).not.toContain('你单位');
    expect(lines).toContain('7.联合体成员：己公司（安装调试，30%）');
    expect(lines).toContain('8.联合体成员：戊公司');
    expect(lines).toContain(
      '联合体各方应当共同与采购人签订采购合同，就采购合同约定的事项对采购人承担连带责任。',
    );
    // Whoever is a member has won, too.
    expect(papersOf(unsaid).map(({ key }) => key)).not.toContain('notice/戊公司');
  });

  it('names of a section that is called after its project only the rest', () => {
    const of = held();
    const called = (sectionName: string) => letterOf({ ...of, award: { ...of.award, sectionName } });
    expect(called(of.award.projectName)).toContain('4.标段：1');
    expect(called(`${of.award.projectName}（第1标段）`)).toContain('4.标段：1（第1标段）');
  });

  it('says the rate where no amount was offered', () => {
    const lines = letterOf(held({ amount: null, rate: '下浮率 5%' }));
    expect(lines).toContain('7.优惠率/费率：下浮率 5%');
    expect(lines.some((line) => line.includes('金额'))).toBe(false);
  });

  it('says how long the contract is to be performed, where the centre has told it', () => {
    const of = held();
    const told = { ...of, section: { ...of.section, performancePeriod: '签订后30日内交货' } };
    expect(letterOf(told)).toContain('8.合同履行期限：签订后30日内交货');
  });

  it('is signed by the purchaser alone where nobody was entrusted', () => {
    const of = held();
    const alone = saying(of, { agency: null });
    const lines = letterOf({ ...alone, award: { ...alone.award, agencyId: null } });
    expect(lines.at(-2)).toBe('Example Unit');
    expect(lines.join('')).not.toContain('代理机构');
  });

  it('is not there before the result is announced, nor is any notice', () => {
    expect(papersOf(held({}, false))).toEqual([]);
  });
});

describe('the notices to the others', () => {
  it('are one for each, in the order of the ranking, with names for lists and files', () => {
    expect(papersOf(held()).map(({ key, name }) => [key, name])).toEqual([
      ['letter', '中标通知书（乙公司）'],
      ['notice/甲公司', '结果告知书（甲公司）'],
      ['notice/丙公司', '结果告知书（丙公司）'],
      ['notice/丁公司', '结果告知书（丁公司）'],
      ['notice/戊公司', '结果告知书（戊公司）'],
    ]);
  });

  it('say the own score and rank, and until when one may object', () => {
    const of = held();
    const { project } = of;
    const contact = '地址：Example Road 1，电话：0374-1234567';
    expect(linesFor(of, '丙公司')).toEqual([
      '结果告知书',
      '丙公司：',
      `感谢你单位参加${project.name}（项目编号：${project.projectNo}，标段：1 Section 1）的采购活动。该标段的中标结果已于2026年3月3日公告，中标供应商为乙公司。现将你单位的评审情况告知如下：`,
      '一、你单位的评审情况',
      '1.评审得分：88.5分',
      '2.排序：第3名',
      '二、有关事项',
      '你单位认为采购过程、中标结果使自己的权益受到损害的，可以自知道或者应知其权益受到损害之日（对中标结果，为结果公告期限届满之日）起七个工作日内，以书面形式向采购人或者采购代理机构提出质疑。',
      '你单位交纳了保证金的，自中标通知书发出之日起5个工作日内退还。',
      '三、联系方式',
      `1.采购人：Example Unit，${contact}`,
      `2.采购代理机构：Example Agency，${contact}`,
      'Example Unit\nExample Agency',
      '2026年3月3日',
    ]);
  });

  it('say why one was rejected, or passed over by which lawful reason', () => {
    const of = held();
    expect(linesFor(of, '丁公司')).toContain(
      '你单位的投标文件未通过审查，原因：未按招标文件要求提供资格证明材料。',
    );
    expect(linesFor(of, '甲公司')).toContain(
      '你单位未被确定为中标供应商，原因：候选人在结果公告前书面放弃。',
    );
  });

  it('of whom nobody has told leave no blank: whom to ask is said, and on the page what is missing', () => {
    const of = held();
    expect(linesFor(of, '戊公司')).toContain(
      '你单位未被确定为中标供应商。你单位投标文件的审查结果，以及采用综合评分法的评审得分与排序，可以凭本告知书向采购人或者采购代理机构查询，被询问的一方应当书面告知。',
    );
    for (const { document } of papersOf(of)) expect(linesOf(document).join('')).not.toContain('__');
    const lacking = papersOf(of).filter(({ lacks }) => lacks !== null);
    expect(lacking.map(({ key }) => key)).toEqual(['notice/戊公司']);
  });

  it('say what a later evaluation tells of those of whom the first has not', () => {
    const of = held();
    const events = of.events.flatMap((event) => {
      const { details } = event;
      if (details?.of !== 'evaluation') return [event];
      const rejected = [
        ...details.rejected,
        { supplier: '戊公司', uscc: null, reason: '未响应实质性要求' },
        { supplier: '丁公司', uscc: null, reason: '另一原因' },
      ];
      const platformVersion = (event.platformVersion ?? 0) + 1;
      return [event, { ...event, id: anId('later'), platformVersion, details: { ...details, rejected } }];
    });
    expect(linesFor({ ...of, events }, '戊公司')).toContain(
      '你单位的投标文件未通过审查，原因：未响应实质性要求。',
    );
    // What was issued stays as it was.
    expect(linesFor({ ...of, events }, '丁公司')).toEqual(linesFor(of, '丁公司'));
    expect(papersOf({ ...of, events }).every(({ lacks }) => lacks === null)).toBe(true);
  });

  it('never say how another came off', () => {
    const of = held();
    const own = new Map([
      ['甲公司', ['93.25', '第1名', '书面放弃']],
      ['丙公司', ['88.5', '第3名']],
      ['丁公司', ['资格证明材料']],
      ['戊公司', []],
    ]);
    const secrets = [...own.values()].flat().concat('91分', '第2名', '举报', '720,000');
    for (const [supplier, known] of own) {
      const text = linesFor(of, supplier).join('\n');
      const others = [...own.keys()].filter((name) => name !== supplier);
      for (const other of others) expect(text, supplier).not.toContain(other);
      expect(secrets.filter((secret) => text.includes(secret))).toEqual(known);
    }
  });
});

describe('papers of a result that counts no more', () => {
  const at = Date.UTC(2026, 2, 5, 2);
  const stampOf = (of: Held, key: string) => papersOf(of).find((paper) => paper.key === key)?.document.stamp;
  const withSection = (of: Held, parts: Partial<Section>): Held => {
    return { ...of, section: { ...of.section, ...parts } };
  };
  const voidBy = (of: Held, document: string): Held =>
    withSection(of, { results: of.section.results.map((result) => ({ ...result, void: { at, document } })) });

  it('say so, by which filing and since when', () => {
    const of = voidBy(held(), '许财采更〔2026〕0001号');
    expect(stampOf(of, 'letter')).toEqual({
      word: '已失效',
      text: '本通知书自2026年3月5日起失效（中标结果变更备案：许财采更〔2026〕0001号）',
    });
    expect(stampOf(of, 'notice/丙公司')?.text).toContain('本告知书所述的结果自2026年3月5日起失效');
    expect(stampOf(held(), 'letter')).toBeUndefined();
  });

  it('say so where the section was ended after its result, by which announcement', () => {
    const ended = withSection(held(), { status: 'failed' });
    expect(stampOf(ended, 'letter')?.text).toBe('标段已终止，本通知书已失效');
    const [result] = ended.section.results;
    const title = '示例项目终止公告';
    const end = {
      ...aPublishedResult(),
      ...{ type: 'TERMINATION' as const, title, publishedAt: at, targetId: result?.noticeId ?? null },
    };
    expect(stampOf({ ...ended, ends: [end] }, 'letter')?.text).toBe(
      `标段已终止，本通知书自2026年3月5日起失效（${title}）`,
    );
  });

  it('are as they were where only the announcement was corrected: the letter stays', () => {
    const of = held();
    const results = of.section.results.flatMap((result) => [
      { ...result, void: { at, document: '0001' } },
      { ...result, awardId: anId('change') },
    ]);
    expect(papersOf(withSection(of, { results }))).toEqual(papersOf(of));
  });
});

function aPublishedResult() {
  return aStoreWithAward().get(announcements, anId('result'));
}

describe('what others have written', () => {
  const turn = '\u202e';
  const hostile = (text: string) => `${turn}<b>${text}</b>\u2067&"'\u200f`;

  /** Every text of it. */
  function everywhere(of: Held): Held {
    const bad = (value: string) => (value === '' ? '' : hostile(value));
    const { award, project, events } = of;
    const turned: Held = {
      ...of,
      award: {
        ...award,
        projectName: bad(award.projectName),
        sectionNo: bad(award.sectionNo),
        sectionName: bad(award.sectionName),
        purchaserName: bad(award.purchaserName),
        content: {
          ...award.content,
          winner: bad(award.content.winner),
          rate: bad('95%'),
          members: [{ name: bad('己公司'), uscc: bad('1'), share: bad('安装') }],
        },
        ranking: award.ranking.map((line) => ({ ...line, supplier: bad(line.supplier), uscc: bad('1') })),
      },
      project: { ...project, planNo: bad(project.planNo), projectNo: bad(project.projectNo ?? 'x') },
      events: events.map((event) => {
        const { details } = event;
        if (details?.of !== 'evaluation') return event;
        const rejected = details.rejected.map((line) => {
          return { ...line, supplier: bad(line.supplier), reason: bad(line.reason) };
        });
        return { ...event, details: { ...details, rejected } };
      }),
    };
    const { name } = aUnit;
    const party = { name: bad(name), address: bad('x'), phone: bad('1') };
    return saying(turned, { purchaser: party, agency: party });
  }

  it('turns no line, and is no markup', () => {
    const papers = papersOf(everywhere(held()));
    expect(papers.length).toBeGreaterThan(4);
    for (const { document, name } of papers) {
      expect(`${name}${JSON.stringify(document)}`).not.toMatch(
        /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u,
      );
      expect(documentHtml(document)).not.toContain('<b>');
    }
  });

  it('leaves each paper a key of its own, also where names look alike', () => {
    const of = held();
    const ranking = of.award.ranking.map((line) => {
      return line.supplier === '丙公司' ? { ...line, supplier: `甲公司${turn}` } : line;
    });
    const papers = papersOf({ ...of, award: { ...of.award, ranking } });
    expect(new Set(papers.map(({ key }) => key)).size).toBe(papers.length);
  });
});

it('goes to each supplier once, however opening and report have spelt it', () => {
  const of = held();
  const code = '11411000005712349F';
  const spelt = of.events.map((event) => {
    const { details } = event;
    if (details?.of === 'opening') {
      const bidders = details.bidders.map((bidder) =>
        bidder.name === '丙公司'
          ? { ...bidder, name: '丙 公司（集团）', uscc: code }
          : bidder.name === '甲公司'
            ? { ...bidder, name: ' 甲公司　' }
            : bidder,
      );
      return { ...event, details: { ...details, bidders } };
    }
    return event;
  });
  const ranking = of.award.ranking.map((line) =>
    line.supplier === '丙公司' ? { ...line, uscc: code } : line,
  );
  const keys = papersOf({ ...of, events: spelt, award: { ...of.award, ranking } }).map(({ key }) => key);
  expect(keys.filter((key) => key.startsWith('notice/')).toSorted()).toEqual(
    ['甲公司', '丙公司', '丁公司', '戊公司'].map((name) => `notice/${name}`).toSorted(),
  );
});
