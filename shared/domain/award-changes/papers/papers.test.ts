// The papers of a filing: 备案表, the new letter, what the supplier of before is told, and the notices to all others.
import { describe, expect, it } from 'vitest';
import { documentHtml } from '#shared/documents/html.ts';
import type { DocumentBlock, OfficialDocument } from '#shared/documents/model.ts';
import type { Result } from '#shared/kernel/result.ts';
import { anActor } from '#test/builders/actors.ts';
import { typedResult } from '#test/builders/announcements.ts';
import { changePaper, refusedToSign } from '#test/builders/award-changes.ts';
import { aStoreWithAward, awardId } from '#test/builders/awards.ts';
import { anId } from '#test/builders/ids.ts';
import type { Store } from '#test/builders/store.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { awards } from '../../awards/model.ts';
import { papersOf as papersOfAward } from '../../awards/papers/papers.ts';
import { sectionEvents } from '../../projects/events/model.ts';
import { projects, sections } from '../../projects/model.ts';
import { noticeIdOf } from '../commands/approve.ts';
import { awardChanges, type ChangeContent } from '../model.ts';
import type { Held } from './facts.ts';
import { papersOf } from './papers.ts';

const clerk = anActor('purchaser_clerk');
const reviewer = anActor('purchaser_reviewer');
const office = anActor('procurement_office');
const id = anId('change');
const day = 24 * 3_600_000;

/** A contract was signed already. */
const refused: ChangeContent = { ...refusedToSign, contractState: 'signed' };
const correction: Partial<ChangeContent> = {
  ...{ reasonCode: 'OTHER', action: 'correct', winner: '', amount: 72_000_050 },
  ...{ reason: '公告中的规格型号录入有误（示例）。', address: '许昌市示例路2号' },
  corrections: [{ item: '规格型号', before: 'M-1', after: 'M-2' }],
  files: [changePaper('proof')],
};
const again: Partial<ChangeContent> = { action: 'procure_again', winner: '', amount: null };

function must(answer: Result<unknown>): void {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
}

function filed(parts: Partial<ChangeContent> = {}, store = aStoreWithAward(), changeId = id): Store {
  store.now += day;
  const content = { ...refused, ...parts };
  must(store.run(clerk, 'awardChanges.create', { id: changeId, sectionId: anId('lot-1'), content }));
  must(store.run(clerk, 'awardChanges.submit', { id: changeId, acknowledged: everyWarning }));
  return store;
}

function approved(parts: Partial<ChangeContent> = {}, store = aStoreWithAward(), changeId = id): Store {
  filed(parts, store, changeId);
  const approval = { id: changeId, note: '材料齐全，同意。', acknowledged: everyWarning };
  must(store.run(office, 'awardChanges.approve', approval));
  return store;
}

function announced(parts: Partial<ChangeContent> = {}, store = aStoreWithAward(), changeId = id): Store {
  approved(parts, store, changeId);
  store.now += day;
  const notice = noticeIdOf({ id: changeId });
  const typed = { goodsItems: typedResult['goodsItems'], attachments: typedResult['smeDeclaration'] };
  const changes = Object.entries(typed).map(([field, to]) => ({ field, from: null, to }));
  must(store.run(clerk, 'announcements.edit', { id: notice, changes }));
  must(store.run(clerk, 'announcements.submit', { id: notice, acknowledged: everyWarning }));
  must(store.run(reviewer, 'announcements.approve', { id: notice }));
  must(store.run(clerk, 'awardChanges.publish', { id: notice }));
  return store;
}

function held(store: Store, changeId = id): Held {
  const [project] = store.all(projects);
  if (project === undefined) throw new Error('no project');
  return {
    ...{ change: store.get(awardChanges, changeId), award: store.get(awards, awardId), project },
    section: store.get(sections, anId('lot-1')),
    events: store.all(sectionEvents),
    ends: [],
  };
}
const keysIn = (store: Store, changeId = id) => papersOf(held(store, changeId)).map(({ key }) => key);

function documentOf(store: Store, key: string, changeId = id): OfficialDocument {
  const found = papersOf(held(store, changeId)).find((each) => each.key === key);
  if (found === undefined) throw new Error(`no ${key}`);
  return found.document;
}
const words = (paragraph: readonly { readonly text: string }[]) => paragraph.map(({ text }) => text).join('');

function lineOf(block: DocumentBlock): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`${block.no}${block.text}`];
    case 'field':
      return [`${block.no}${block.label}：${block.value.map(words).join('')}`];
    case 'paragraph':
      return [words(block.text)];
    case 'number':
    case 'addressee':
      return [block.text];
    case 'list':
      return block.items.map((item) => item.map(words).join(''));
    case 'table':
      return [
        block.head.join('|'),
        ...block.rows.map((row) => row.map(({ text }) => text.map(words)).join('|')),
      ];
    case 'files':
      return block.names;
  }
}
const linesOf = ({ title, blocks, signature }: OfficialDocument): readonly string[] => [
  title,
  ...blocks.flatMap(lineOf),
  ...(signature === null ? [] : [signature.name, signature.date]),
];

it('are none before the approval, and the 备案表 alone before the announcement', () => {
  expect(papersOf(held(filed()))).toEqual([]);
  expect(keysIn(approved())).toEqual(['filing']);
  expect(keysIn(announced())).toEqual([
    ...['filing', 'letter', 'ceased'],
    ...['notice/甲公司', 'notice/丁公司', 'notice/戊公司'],
  ]);
});

describe('备案表', () => {
  it('says what was filed, what comes of it, and who approved it', () => {
    const store = announced();
    const { change, project } = held(store);
    expect(linesOf(documentOf(store, 'filing'))).toEqual([
      '中标结果变更备案表',
      `备案编号：${change.changeNo}`,
      '一、项目信息',
      `1.采购计划备案号：${project.planNo}`,
      `2.采购项目编号：${project.projectNo}`,
      `3.采购项目名称：${project.name}`,
      '4.标段：1 Section 1',
      '5.采购方式：公开招标',
      '6.采购人：Example Unit',
      '7.采购代理机构：Example Agency',
      '二、原结果',
      '1.中标供应商：乙公司',
      '2.供应商地址：许昌市示例路2号',
      '3.中标金额：¥720,000.50（大写：柒拾贰万元伍角整）',
      '4.中标通知书：411000-TZ-2026-00001，2026年3月3日发出',
      '三、变更事项',
      '1.变更原因：中标（成交）供应商放弃或拒签合同',
      '2.变更方式：顺延下一候选人',
      '3.合同状态：已签订，未履行',
      '4.变更依据及说明：乙公司书面拒绝签订合同（示例）。',
      '四、变更后结果',
      '1.中标供应商：丙公司',
      '2.供应商地址：许昌市示例路3号',
      '3.中标金额：¥730,000.00（大写：柒拾叁万元整）',
      '4.中标通知书：411000-TZ-2026-00002，2026年3月5日发出',
      '五、所附材料',
      '书面放弃、拒签材料：refusal.pdf',
      '对供应商的处理记录：liability.pdf',
      '六、备案意见',
      '1.采购办意见：材料齐全，同意。',
      `2.备案人：${office.name}`,
      '3.备案日期：2026年3月4日',
      'Example Unit',
      '2026年3月4日',
    ]);
  });

  it('says before the announcement that the letter is still to come', () => {
    expect(linesOf(documentOf(approved(), 'filing'))).toContain('4.中标通知书：发布结果变更公告时发出');
  });

  it('of a correction has what was wrong, and that the letter stays', () => {
    const lines = linesOf(documentOf(announced(correction), 'filing'));
    expect(lines).toContain('更正事项|更正前|更正后');
    expect(lines).toContain('规格型号|M-1|M-2');
    expect(lines).toContain('4.中标通知书：411000-TZ-2026-00001（继续有效）');
  });

  it('of a result that is void says what becomes of the section', () => {
    const lines = linesOf(documentOf(approved(again), 'filing'));
    expect(lines.find((line) => line.startsWith('原结果和通知书自备案之日起失效'))).toBeDefined();
  });

  it('that was given up says so', () => {
    const store = approved();
    store.now += day;
    must(store.run(clerk, 'awardChanges.giveUp', { id, reason: '乙公司同意签约（示例）' }));
    expect(documentOf(store, 'filing').stamp).toEqual({
      word: '已放弃',
      text: '采购人已于2026年3月5日放弃本次变更，原结果和通知书继续有效',
    });
    expect(keysIn(store)).toEqual(['filing']);
  });
});

describe('the new letter', () => {
  it('is for whoever wins after the change, by which filing, and counts', () => {
    const store = announced();
    const letter = documentOf(store, 'letter');
    const lines = linesOf(letter);
    expect(lines.slice(0, 3)).toEqual(['中标通知书', '编号：411000-TZ-2026-00002', '丙公司：']);
    expect(lines[3]).toContain(`办理中标结果变更备案（备案编号：${held(store).change.changeNo}）`);
    expect(lines).toContain('7.中标金额：¥730,000.00（大写：柒拾叁万元整）');
    expect(lines.at(-1)).toBe('2026年3月5日');
    expect(letter.stamp).toBeUndefined();
    expect(lines.join('')).not.toContain('乙公司');
  });

  it('of the same supplier at another price takes the place of the one of before', () => {
    const store = announced({ ...correction, amount: 72_000_000 });
    expect(keysIn(store)).toEqual(['filing', 'letter']);
    expect(linesOf(documentOf(store, 'letter'))).toContain(
      '原中标通知书（编号：411000-TZ-2026-00001）自本通知书发出之日起失效，以本通知书为准。',
    );
  });

  it('is none where the one of before stays', () => {
    expect(keysIn(announced(correction))).toEqual(['filing']);
  });

  it('says of one that was announced before letters were kept what stands on the section', () => {
    const of = held(announced());
    const before = { ...of, change: { ...of.change, letter: null } };
    expect(papersOf(before)).toEqual(papersOf(of));
  });

  it('is void once the result is changed again; the papers of the award say so from the first change on', () => {
    const store = announced();
    const letterOfAward = () => papersOfAward(held(store))[0]?.document.stamp?.text;
    const first = held(store).change.changeNo;
    expect(letterOfAward()).toBe(`本通知书自2026年3月5日起失效（中标结果变更备案：${first}）`);
    const second = anId('second');
    approved(again, store, second);
    const { changeNo } = held(store, second).change;
    expect(documentOf(store, 'letter').stamp?.text).toBe(
      `本通知书自2026年3月6日起失效（中标结果变更备案：${changeNo}）`,
    );
    expect(letterOfAward()).toContain(String(first));
    expect(keysIn(store, second)).toEqual(['filing', 'ceased']);
    expect(linesOf(documentOf(store, 'ceased', second))[1]).toBe('丙公司：');
  });
});

describe('what the others are told', () => {
  it('is, of the supplier of before, since when its letter is void and why, in the words of the table', () => {
    const store = announced();
    const lines = linesOf(documentOf(store, 'ceased'));
    expect(lines.slice(0, 2)).toEqual(['结果变更告知书', '乙公司：']);
    expect(lines).toContain('变更原因：中标（成交）供应商放弃或拒签合同。');
    expect(lines).toContain(
      '原中标通知书（编号：411000-TZ-2026-00001）自2026年3月5日起失效，不再作为签订采购合同的依据。',
    );
    expect(lines).toContain('变更后的中标供应商为丙公司。');
    expect(lines).toContain('已经签订采购合同的，按照有关规定和合同约定另行处理。');
    expect(lines.join('')).not.toContain('书面拒绝签订合同（示例）');
  });

  it('has what was written where the table says no more than 其他', () => {
    const other: Partial<ChangeContent> = {
      ...again,
      reasonCode: 'OTHER',
      reason: '采购任务取消（示例）。',
      files: [changePaper('proof')],
    };
    expect(linesOf(documentOf(approved(other), 'ceased'))).toContain('变更原因：采购任务取消（示例）。');
  });

  it('is, of a result that nobody takes the place of, that the section is ended', () => {
    const lines = linesOf(documentOf(approved(again), 'ceased'));
    expect(lines).toContain('该标段由采购人发布终止公告后结束；需要继续采购的，依法重新开展采购活动。');
    expect(lines.join('')).not.toContain('结果变更公告期限');
  });

  it('is, of all others, who has won now, and how they came off themselves', () => {
    const lines = linesOf(documentOf(announced(), 'notice/丁公司'));
    expect(lines[2]).toContain('中标结果已经变更，并于2026年3月5日公告，变更后的中标供应商为丙公司');
    expect(lines).toContain('你单位的投标文件未通过审查，原因：未按招标文件要求提供资格证明材料。');
    expect(lines.find((line) => line.includes('结果变更公告期限届满之日'))).toBeDefined();
    expect(lines.join('')).not.toContain('乙公司');
  });
});

it('turn no line and are no markup, whatever others have written', () => {
  const turn = '\u202e';
  const of = held(announced());
  const bad = `${turn}<b>x</b>\u2067`;
  const { change, section } = of;
  const turned: Held = {
    ...of,
    change: {
      ...change,
      changeNo: bad,
      purchaserName: bad,
      approvedBy: bad,
      original: { ...change.original, supplierName: bad, supplierAddress: bad },
      content: {
        ...change.content,
        reason: bad,
        documentNo: bad,
        corrections: [{ item: bad, before: bad, after: bad }],
      },
      history: change.history.map((entry) => ({ ...entry, note: bad })),
    },
    section: {
      ...section,
      results: section.results.map((result) => ({
        ...result,
        supplierName: bad,
        supplierAddress: bad,
        rate: bad,
      })),
    },
  };
  const papers = papersOf(turned);
  expect(papers.length).toBeGreaterThan(3);
  for (const { document, name } of papers) {
    expect(`${name}${JSON.stringify(document)}`).not.toMatch(
      /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u,
    );
    expect(documentHtml(document)).not.toContain('<b>');
  }
});
