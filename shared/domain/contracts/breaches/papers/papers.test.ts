// 违约通知书 and 违约处理决定书: what stands in them, and when there is one.
import { expect, it } from 'vitest';
import type { OfficialDocument } from '#shared/documents/model.ts';
import { aDecision, beginBreach, breachId, dayLater, must, withBreachIn } from '#test/builders/breaches.ts';
import { aStoreToSign, withContractIn } from '#test/builders/contracts.ts';
import type { Store } from '#test/builders/store.ts';
import { breaches } from '../model.ts';
import { papersOf } from './papers.ts';

const aStore = (): Store => dayLater(withContractIn(aStoreToSign(), 'received'));
const papersIn = (store: Store) => papersOf(store.get(breaches, breachId));
const textOf = (document: OfficialDocument | undefined) => JSON.stringify(document);

it('the notice says what is asked and until when one may speak', () => {
  const papers = papersIn(withBreachIn(aStore(), 'notified'));
  expect(papers.map(({ name }) => name)).toEqual(['违约通知书（HT-2026-001）']);
  const [notice] = papers;
  expect(notice?.document.signature?.date).toBe('2026年3月5日');
  for (const text of ['乙公司', '逾期交付', '立即交付全部分析仪。', '请在2026年3月12日前']) {
    expect(textOf(notice?.document)).toContain(text);
  }
});

it('the decision follows once the other side was heard, and has its day with the approval', () => {
  const draft = papersIn(withBreachIn(aStore(), 'review'));
  expect(draft.map(({ key }) => key)).toEqual(['notice', 'decision']);
  expect(draft[1]?.document.signature?.date).toBe('');
  const [, decision] = papersIn(withBreachIn(aStore(), 'decided'));
  expect(decision?.document.signature?.date).not.toBe('');
  const text = textOf(decision?.document);
  expect(text).toContain('支付违约金：¥7,200.00（大写：柒仟贰佰元整）');
  expect(text).toContain('厂家停产。');
  expect(text).toContain('《民法典》第五百七十七条、《民法典》第五百八十五条');
});

it('a decision that finds no breach names no consequence', () => {
  const refuted = { ...aDecision, upheld: false };
  const [, decision] = papersIn(withBreachIn(aStore(), 'decided', refuted));
  expect(textOf(decision?.document)).toContain('违约不成立');
  expect(textOf(decision?.document)).not.toContain('支付违约金');
});

it('what was withdrawn is stamped with the reason', () => {
  const [notice] = papersIn(withBreachIn(aStore(), 'withdrawn'));
  expect(notice?.document.stamp).toEqual({ word: '已撤销', text: '已补交' });
});

it('the supplier writes its own notice of what the purchaser has not done', () => {
  const store = aStore();
  must(beginBreach(store, { party: 'purchaser', kind: 'late_payment' }));
  expect(papersIn(store)).toEqual([]);
});
