// Whom the opening tells of begins the ranking that is typed where nobody has told one.
import { expect, it } from 'vitest';
import { aStoreWithAward } from '#test/builders/awards.ts';
import { anId } from '#test/builders/ids.ts';
import { type SectionEvent, sectionEvents } from '../projects/events/model.ts';
import { projects, type Section, sections } from '../projects/model.ts';
import { openedCandidates } from './bidders.ts';

const store = aStoreWithAward({}, false);
const section = store.get(sections, anId('lot-1'));
const project = store.get(projects, section.projectId);
const bidders = [
  { name: '甲公司', uscc: '11411000005712349F', price: 300 },
  { name: '乙公司', uscc: null, price: 100 },
  { name: '丙公司', uscc: null, price: null },
];
const events = store.all(sectionEvents).flatMap((event): SectionEvent[] => {
  if (event.kind === 'opening') return [{ ...event, details: { of: 'opening', bidders } }];
  return event.kind === 'evaluation_ended' ? [{ ...event, source: 'agency', details: null }] : [event];
});

function lines(method: string, evalMethod: Section['evalMethod'], of: readonly SectionEvent[] = events) {
  const around = { section: { ...section, evalMethod }, project: { ...project, method }, events: of };
  return openedCandidates(around).map(({ supplier, uscc, price, rank }) => [supplier, uscc, price, rank]);
}

it('has everybody who has bid with code and price; who is first, the report says', () => {
  expect(lines('OPEN_TENDER', 'COMPREHENSIVE_SCORE')).toEqual([
    ['甲公司', '11411000005712349F', 300, 1],
    ['乙公司', '', 100, 1],
    ['丙公司', '', null, 1],
  ]);
});

it('is ranked where the lowest price wins', () => {
  const ranks = (method: string, evalMethod: Section['evalMethod']) =>
    lines(method, evalMethod).map(([supplier, , , rank]) => [supplier, rank]);
  const byPrice = [
    ['甲公司', 2],
    ['乙公司', 1],
    ['丙公司', 1],
  ];
  expect(ranks('OPEN_TENDER', 'LOWEST_PRICE')).toEqual(byPrice);
  expect(ranks('INQUIRY', null)).toEqual(byPrice);
});

it('is not ranked by what was bid where the prices of small enterprises are compared after a deduction', () => {
  const open = { section: { ...section, smeReserved: false, evalMethod: null }, events };
  const found = openedCandidates({ ...open, project: { ...project, method: 'INQUIRY' } });
  expect(found.map(({ price, rank }) => [price, rank])).toEqual([
    [300, 1],
    [100, 1],
    [null, 1],
  ]);
});

it('has no price where the last quote comes after the opening', () => {
  for (const method of ['COMPETITIVE_NEGOTIATION', 'COMPETITIVE_CONSULTATION']) {
    expect(lines(method, 'LOWEST_QUOTE').map(([, , price, rank]) => [price, rank])).toEqual([
      [null, 1],
      [null, 1],
      [null, 1],
    ]);
  }
});

it('has nobody whom the committee has rejected, and nobody while no opening is told', () => {
  const rejecting = store.all(sectionEvents).map((event): SectionEvent => {
    if (event.details?.of === 'opening') return { ...event, details: { of: 'opening', bidders } };
    if (event.details?.of !== 'evaluation') return event;
    const rejected = [{ supplier: '乙公司', uscc: null, reason: '不符合要求' }];
    return { ...event, details: { ...event.details, ranking: [], rejected } };
  });
  expect(lines('OPEN_TENDER', null, rejecting).map(([supplier]) => supplier)).toEqual(['甲公司', '丙公司']);
  expect(lines('OPEN_TENDER', null, [])).toEqual([]);
});
