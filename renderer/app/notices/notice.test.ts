import { describe, expect, it } from 'vitest';
import { mostNotices, type Notice, noticeOfEvent, noticesOfCounts, withNotice } from './notice.ts';

describe('notices', () => {
  it('come when more waits than before, and not at the start', () => {
    expect(noticesOfCounts(undefined, { tasks: 5, attention: 1 })).toEqual([]);
    expect(noticesOfCounts({ tasks: 1, attention: 0 }, { tasks: 3, attention: 0 })).toMatchObject([
      { title: '有2项新的待办', route: '/tasks' },
    ]);
    expect(noticesOfCounts({ tasks: 3, attention: 0 }, { tasks: 2, attention: 1 })).toMatchObject([
      { title: '有1项操作未通过', route: '/outbox' },
    ]);
    expect(noticesOfCounts({ tasks: 3, attention: 2 }, { tasks: 1, attention: 0 })).toEqual([]);
  });

  it('do not come of tasks nobody has counted', () => {
    expect(noticesOfCounts({ tasks: null, attention: 0 }, { tasks: 3, attention: 0 })).toEqual([]);
    expect(noticesOfCounts({ tasks: 3, attention: 0 }, { tasks: null, attention: 0 })).toEqual([]);
  });

  it('tell what happened to the files of this computer', () => {
    const lost = noticeOfEvent({ type: 'storage.recovered', file: 'outbox', commands: 4, complete: false });
    expect(lost?.body).toContain('4条');
    expect(lost?.body).toContain('请核对');
    expect(noticeOfEvent({ type: 'storage.problem', error: { code: 'disk_full' } })).toMatchObject({
      route: '/system/diagnostics',
    });
    expect(noticeOfEvent({ type: 'outbox.changed', waiting: 3 })).toBeUndefined();
  });

  it('are kept newest first, and not without end', () => {
    let list: readonly Notice[] = [];
    for (let no = 0; no < mostNotices + 5; no += 1) {
      list = withNotice(list, { title: String(no), body: '', route: null }, `id-${no}`, no);
    }
    expect(list).toHaveLength(mostNotices);
    expect(list[0]).toMatchObject({ title: String(mostNotices + 4), read: false });
  });
});
