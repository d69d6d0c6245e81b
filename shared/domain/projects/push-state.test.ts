import { describe, expect, it } from 'vitest';
import type { Delivery } from './push-state.ts';
import { pushDelivered, pushQueued } from './push-state.ts';

const delivery = (status: Delivery['status'], at: number): Delivery => ({
  messageId: 'm1',
  status,
  at,
  errorCode: status === 'dead' ? 'unreachable' : null,
  errorField: null,
});

describe('where a push stands', () => {
  it('goes from waiting over received to accepted, and a late receipt does not undo the answer', () => {
    const received = pushDelivered(pushQueued(null, 10), delivery('received', 20));
    expect(received).toMatchObject({ status: 'received', receivedAt: 20, lastContactAt: 20 });
    const accepted = pushDelivered(received, delivery('accepted', 30));
    expect(accepted).toMatchObject({ status: 'accepted', answeredAt: 30 });
    expect(pushDelivered(accepted, delivery('received', 40))).toMatchObject({
      status: 'accepted',
      lastContactAt: 40,
    });
  });

  it('lives again when a dead message is pushed again by hand and received', () => {
    const dead = pushDelivered(pushQueued(null, 10), delivery('dead', 100));
    expect(dead).toMatchObject({ status: 'dead', errorCode: 'unreachable', lastContactAt: null });
    expect(pushDelivered(dead, delivery('received', 90))).toMatchObject({ status: 'dead' });
    expect(pushDelivered(dead, delivery('received', 120))).toMatchObject({
      status: 'received',
      errorCode: null,
      receivedAt: 120,
    });
  });

  it('takes no notice of what belongs to an earlier push', () => {
    const again = pushQueued(pushDelivered(pushQueued(null, 10), delivery('rejected', 20)), 50);
    expect(pushDelivered(again, delivery('accepted', 30))).toEqual(again);
  });
});
