// Out of reach of the server, end to end, and what is waiting when the desk is back.
import { it } from 'vitest';
import { refusedAndConflict, serverStopped, waysOut } from './offline.ts';
import { clerkAnd } from './stage.ts';

const stage = clerkAnd('purchaser_reviewer');

it('the server is stopped: work goes on and is sent when it is back', () => serverStopped(stage()));
it('a desk comes back with an edit that is refused and one that meets another', () =>
  refusedAndConflict(stage()));
it('未通过的操作: both values side by side, one taken; the refused one given up', () => waysOut(stage()));
