import { describe, expect, it } from 'vitest';
import { exampleContent, examplePredecessor } from '#shared/rules/plan-example.ts';
import { anId } from '#test/builders/ids.ts';
import { aPlan } from '#test/builders/plans.ts';
import {
  contentText,
  isFinal,
  messageTypes,
  planBody,
  planBodySchema,
  sectionsText,
  signedText,
  type UnsignedEnvelope,
} from './exchange.ts';

const envelope: UnsignedEnvelope = {
  msgId: anId('message'),
  type: 'ping',
  schemaVersion: 1,
  from: 'zhengcai',
  to: 'xuchang',
  businessKey: 'ping',
  seq: 1,
  createdAt: 1,
  notBefore: null,
  bodyHash: '0'.repeat(64),
  body: { sentAt: 1 },
  attachments: [],
};

describe('envelope', () => {
  it('signs every field and the name of the key', () => {
    const signed = JSON.parse(signedText(envelope, 'key-1'));
    expect(signed).toEqual({ ...envelope, keyId: 'key-1' });
  });

  it('is the same message when only the time of signing differs', () => {
    expect(contentText({ ...envelope, createdAt: 2 })).toBe(contentText(envelope));
    const others: readonly Partial<UnsignedEnvelope>[] = [
      { type: 'ack' },
      { schemaVersion: 2 },
      { from: 'other' },
      { to: 'other' },
      { businessKey: 'other' },
      { seq: 2 },
      { notBefore: 1 },
      { bodyHash: '1'.repeat(64) },
      { attachments: [{ sha256: '0'.repeat(64), fileName: 'a', mediaType: '', size: 1 }] },
    ];
    for (const other of others)
      expect(contentText({ ...envelope, ...other })).not.toBe(contentText(envelope));
  });
});

describe('plan body', () => {
  const plan = { ...aPlan().build(), planNo: 'XC-2026-0001', filingRound: 1 };

  it('fits its schema', () => {
    expect(planBodySchema.safeParse(planBody(plan, anId('project'))).success).toBe(true);
  });

  it('tells what was answered to 政府采购政策', () => {
    const { content } = planBodySchema.parse(planBody(plan, anId('project')));
    expect(content.policies).toEqual(exampleContent.policies);
    expect(content.policies).not.toEqual([]);
  });

  it('names the lots that failed where it changes their method, to the centre whose lots they are', () => {
    const body = planBody({ ...plan, predecessor: examplePredecessor }, anId('project'));
    const [failed] = examplePredecessor.sections;
    expect(planBodySchema.parse(body).predecessor).toEqual({
      planNo: examplePredecessor.planNo,
      projectId: examplePredecessor.projectId,
      lots: [{ plannedSectionId: failed?.plannedSectionId, lotUid: failed?.lotUid }],
    });
    const elsewhere = { ...examplePredecessor, platformId: 'elsewhere' };
    expect(planBody({ ...plan, predecessor: elsewhere }, anId('project'))).not.toHaveProperty('predecessor');
    expect(planBody(plan, anId('project'))).not.toHaveProperty('predecessor');
    expect(messageTypes.get('plan.push')?.lowered?.(body)).not.toHaveProperty('predecessor');
  });

  it('is to a centre of before exactly what its strict schema knew', () => {
    const body = planBody(plan, anId('project'));
    const lowered = messageTypes.get('plan.push')?.lowered?.(body) as typeof body;
    const { policies: _, ...known } = body.content;
    expect(Object.keys(lowered.content).toSorted()).toEqual(Object.keys(known).toSorted());
    const lines = [...lowered.content.items, ...lowered.content.plannedSections];
    for (const added of ['plannedSectionId', 'smeReserved', 'evalMethod']) {
      expect(
        lines.some((line) => Object.hasOwn(line, added)),
        added,
      ).toBe(false);
    }
  });

  it('tells nothing of the review, the agreement, the funds or the files', () => {
    const text = JSON.stringify(planBody(plan, anId('project')));
    const [fund] = exampleContent.funds;
    for (const secret of [plan.createdBy, fund?.budgetItemNo, exampleContent.agencyAgreementNo]) {
      expect(secret).toBeTruthy();
      expect(text).not.toContain(secret);
    }
    for (const field of ['history', 'files', 'funds', 'classified', 'fieldEdits']) {
      expect(text).not.toContain(`"${field}"`);
    }
  });
});

describe('sections of a reconciliation', () => {
  it('are the same text in whatever order they are read', () => {
    const [a, b] = [
      { lotUid: 'a', version: 1 },
      { lotUid: 'b', version: 2 },
    ];
    expect(sectionsText([a, b])).toBe(sectionsText([b, a]));
    expect(sectionsText([a, { ...b, version: 3 }])).not.toBe(sectionsText([a, b]));
  });
});

describe('refusals', () => {
  const refused = { status: 'refused', msgId: anId('message'), field: null } as const;

  it('are final only when the message itself can never be taken', () => {
    for (const code of ['message_reused', 'invalid_input', 'unknown_message_type']) {
      expect(isFinal({ ...refused, code }), code).toBe(true);
    }
    for (const code of ['bad_signature', 'stale_message', 'too_early', 'unknown_platform', 'retry_later']) {
      expect(isFinal({ ...refused, code }), code).toBe(false);
    }
  });

  it('are not final when the receiver could not even read which message it was', () => {
    expect(isFinal({ ...refused, msgId: null, code: 'invalid_input' })).toBe(false);
    expect(isFinal({ ...refused, msgId: null, code: 'too_large' })).toBe(true);
  });
});

describe('message types', () => {
  it('cannot be reached through a prototype', () => {
    for (const name of ['constructor', '__proto__', 'toString'])
      expect(messageTypes.get(name)).toBeUndefined();
  });

  it('with an order are those with a business meaning', () => {
    const ordered = [...messageTypes].filter(([, type]) => type.ordered).map(([name]) => name);
    expect(
      ordered.every((name) =>
        /^(plan|announcement|section|opening|evaluation|challenge|award|award-change|contract|acceptance)\./.test(
          name,
        ),
      ),
    ).toBe(true);
    expect(ordered).toHaveLength(17);
  });
});
