// 系统 end to end: each person's own pages, and the administrator's.
import { it } from 'vitest';
import { clerkAnd } from './stage.ts';
import { administration, diagnostics, look, password } from './system.ts';

const stage = clerkAnd('purchaser_reviewer');

it('系统: password, lock, unlocking offline', () => password(stage()));
it('系统: theme and text size', () => look(stage()));
it('系统: connection, diagnosis and its bundle', () => diagnostics(stage()));
it('系统: what administrators keep, and 重新推送', () => administration(stage()));
