import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aLibrary, aLine, secretOf, sha256 } from '#test/draw/library.ts';
import { beginCourse, type Course, type CourseFault, nextCall, resultOf, takeEvent } from './course.ts';
import { feasibility } from './feasibility.ts';
import { candidatesOf } from './pool.ts';
import type { DemandLine, DrawEvent } from './transcript.ts';

type Reply = Extract<DrawEvent, { kind: 'reply' }>['reply'];

function begin(name: string, experts: number, lines: readonly DemandLine[]): Course {
  const { pool } = aLibrary(name, experts);
  return beginCourse(sha256, { lines: [...lines], exclusions: [] }, pool, secretOf(name));
}

function take(course: Course, event: DrawEvent): Course {
  const taken = takeEvent(course, event);
  if (!taken.ok) throw new Error(taken.fault);
  return taken.course;
}

function faultOf(course: Course, event: DrawEvent): CourseFault | undefined {
  const taken = takeEvent(course, event);
  return taken.ok ? undefined : taken.fault;
}

/** Calls until nobody is left, then closes. */
function callAll(
  from: Course,
  replyTo: (id: string) => Reply = () => 'attends',
): { course: Course; called: string[] } {
  let course = from;
  const called: string[] = [];
  for (let call = nextCall(course); call !== undefined; call = nextCall(course)) {
    called.push(call.id);
    course = take(course, { kind: 'reply', at: 1, ...call, reply: replyTo(call.id) });
  }
  return { course: take(course, { kind: 'close', at: 2, ...resultOf(course) }), called };
}

const lines = [
  aLine({ count: 2, reserve: 1 }),
  aLine({ specialities: ['A0202', 'A0201'], count: 1, reserve: 1 }),
  aLine({ specialities: ['C0301'], count: 1 }),
];

describe('the course of a draw', () => {
  it('calls in the order drawn, and the next one after a refusal', () => {
    const course = begin('refusal', 30, [aLine({ count: 2 })]);
    const [first, second, third] = course.order.map(({ id }) => id);
    const { called, course: closed } = callAll(course, (id) => (id === first ? 'declines' : 'attends'));
    expect(called).toEqual([first, second, third]);
    expect(closed.members.map(({ id }) => id)).toEqual([second, third]);
  });

  it('passes over whoever cannot help, and asks them once there is a place for them', () => {
    const course = begin('passed over', 30, [aLine(), aLine({ specialities: ['C0301'], reserve: 2 })]);
    const { called, course: closed } = callAll(course);
    const members = called.slice(0, 2);
    expect(closed.members.map(({ id }) => id)).toEqual(members);
    // Reserves of the second line alone, in the order drawn, whether or not they were passed over before.
    const ready = course.order.filter(({ id, lines: of }) => of.includes(2) && !members.includes(id));
    expect(called.slice(2)).toEqual(ready.slice(0, 2).map(({ id }) => id));
  });

  it('lets the first reserve who fits take a seat that is lost, and asks nobody new', () => {
    const { course } = callAll(begin('lost seat', 40, lines));
    const lost = course.members[0]?.id ?? '';
    const open = take(course, { kind: 'vacate', at: 3, id: lost, reason: 'absent' });
    const call = nextCall(open);
    expect(call?.as).toBe('member');
    expect(course.reserves.map(({ id }) => id)).toContain(call?.id);
    const { course: again } = callAll(open);
    expect(again.members).toHaveLength(4);
    expect(again.reserves).toHaveLength(1);
    expect(again.asked.size).toBe(course.asked.size);
  });

  it('goes on with the same order in a supplement, without those who were asked', () => {
    const { course } = callAll(begin('supplement', 40, lines));
    const [bidder] = course.order.filter(({ id }) => !course.asked.has(id));
    const open = take(course, {
      kind: 'supplement',
      at: 3,
      reason: 'seat_renounced',
      exclusions: [{ id: bidder?.id ?? '', reason: 'conflict' }],
      raise: [{ line: 1, count: 3 }],
    });
    const { course: again, called } = callAll(open);
    expect(again.members.length).toBe(7);
    expect(called).not.toContain(bidder?.id);
    const fresh = called.filter((id) => !course.asked.has(id));
    const order = course.order.map(({ id }) => id).filter((id) => fresh.includes(id));
    expect(fresh).toEqual(order);
    expect(fresh.length).toBeGreaterThan(0);
  });

  it('says on which line how many are missing', () => {
    const { course } = callAll(begin('missing', 30, lines), () => 'unreached');
    expect(resultOf(course)).toEqual({
      members: [],
      reserves: [],
      missing: [
        { line: 1, missing: 2 },
        { line: 2, missing: 1 },
        { line: 3, missing: 1 },
      ],
    });
  });

  it('refuses what does not follow', () => {
    const course = begin('refused', 30, lines);
    const call = nextCall(course);
    if (call === undefined) throw new Error('nobody is called');
    const other = course.order[1]?.id ?? '';
    const reply = { kind: 'reply', at: 1, ...call, reply: 'attends' } as const;
    expect(faultOf(course, { ...reply, id: other })).toBe('wrong_candidate');
    expect(faultOf(course, { ...reply, as: 'reserve' })).toBe('wrong_seat');
    expect(faultOf(course, { kind: 'vacate', at: 1, id: other, reason: 'other' })).toBe('vacate_unknown');
    expect(faultOf(course, { kind: 'close', at: 1, ...resultOf(course) })).toBe('closed_early');
    const more = (given: Partial<Extract<DrawEvent, { kind: 'supplement' }>>): DrawEvent => ({
      kind: 'supplement',
      at: 1,
      reason: 'absence',
      exclusions: [],
      raise: [],
      ...given,
    });
    expect(faultOf(course, more({}))).toBe('supplement_invalid');
    const { course: closed } = callAll(course);
    expect(faultOf(closed, more({}))).toBeUndefined();
    const member = closed.members[0]?.id ?? '';
    expect(faultOf(closed, more({ exclusions: [{ id: member, reason: 'conflict' }] }))).toBe(
      'supplement_invalid',
    );
    expect(faultOf(closed, more({ raise: [{ line: 4, count: 1 }] }))).toBe('supplement_invalid');
    expect(faultOf(closed, reply)).toBe('nobody_left');
    expect(faultOf(closed, { kind: 'close', at: 1, ...resultOf(closed) })).toBe('closed_twice');
    const open = take(closed, { kind: 'vacate', at: 1, id: closed.reserves[0]?.id ?? '', reason: 'other' });
    expect(faultOf(open, { kind: 'close', at: 1, ...resultOf(closed) })).toBe('result_differs');
  });
});

describe('whatever the library, the lines and the answers', () => {
  const line = fc.record({
    specialities: fc.uniqueArray(fc.constantFrom('A0201', 'A0202', 'C0301'), { minLength: 1, maxLength: 3 }),
    regions: fc.uniqueArray(fc.constantFrom('411000', '410100', '419000'), { maxLength: 2 }),
    level: fc.integer({ min: 0, max: 3 }),
    count: fc.integer({ min: 1, max: 3 }),
    reserve: fc.integer({ min: 0, max: 2 }),
  });
  const draws = fc.record({
    name: fc.string({ maxLength: 5 }),
    experts: fc.integer({ min: 1, max: 25 }),
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    refused: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    lost: fc.array(fc.nat(5), { maxLength: 4 }),
  });
  type Draw = Parameters<Parameters<typeof draws.map>[0]>[0];

  /** All calls of a draw with seats lost afterwards and one supplement. */
  function play({ name, experts, lines: wanted, refused, lost }: Draw) {
    const replyTo = (id: string): Reply =>
      refused[Number.parseInt(id.slice(0, 4), 16) % 8] ? 'declines' : 'attends';
    const start = begin(name, experts, wanted);
    let { course, called } = callAll(start, replyTo);
    const first = course;
    for (const at of lost) {
      const id = course.members[at]?.id;
      if (id === undefined) continue;
      const open = take(course, { kind: 'vacate', at: 3, id, reason: 'absent' });
      const more = callAll(
        take(open, { kind: 'supplement', at: 3, reason: 'absence', exclusions: [], raise: [] }),
        replyTo,
      );
      course = more.course;
      called = [...called, ...more.called.filter((each) => !called.includes(each))];
    }
    return { start, first, course, called };
  }

  it('the same draw takes the same course, and nobody holds two places', () => {
    fc.assert(
      fc.property(draws, (draw) => {
        const { start, course, called } = play(draw);
        expect(play(draw).called).toEqual(called);
        expect(new Set(called).size).toBe(called.length);
        const places = [...course.members, ...course.reserves].map(({ id }) => id);
        expect(new Set(places).size).toBe(places.length);
        const { members, reserves } = resultOf(course);
        for (const { id, line: of } of [...members, ...reserves]) {
          expect(start.order.find((each) => each.id === id)?.lines).toContain(of);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('every seat is filled that can be filled by those who attend', () => {
    fc.assert(
      fc.property(draws, (draw) => {
        const { first } = play({ ...draw, refused: draw.refused.map(() => false), lost: [] });
        const candidates = candidatesOf(aLibrary(draw.name, draw.experts).pool, draw.lines, []);
        const isFull = resultOf(first).missing.length === 0;
        expect(feasibility(candidates, draw.lines).members.length === 0).toBe(isFull);
      }),
      { numRuns: 300 },
    );
  });
});
