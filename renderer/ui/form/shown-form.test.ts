import { expect, it } from 'vitest';
import { shownOf } from './shown-form.ts';

const opened = { initial: 'typed' };
const unread = { code: 'unreadable_record' } as const;
const asked = { opened: undefined, isGone: false, unread: undefined, leftUnread: undefined };

it.each([
  ['waits for what it begins with', asked, { what: 'loading' }],
  ['says why it cannot begin', { ...asked, unread }, { what: 'error', error: unread }],
  [
    'says why what was left could not be read',
    { ...asked, leftUnread: unread },
    { what: 'error', error: unread },
  ],
  ['says that there is nothing', { ...asked, isGone: true, unread }, { what: 'nothing' }],
  ['says that nothing can be begun here', { ...asked, opened: null }, { what: 'nothing' }],
  ['shows the form', { ...asked, opened }, { what: 'form', opened }],
  // The record cannot be read for a moment, or was deleted by somebody else: what was typed stays.
  [
    'keeps the form when the record cannot be read any more',
    { ...asked, opened, unread },
    { what: 'form', opened },
  ],
  ['keeps the form when the record is gone', { ...asked, opened, isGone: true }, { what: 'form', opened }],
])('%s', (_title, given, shown) => {
  expect(shownOf(given)).toEqual(shown);
});
