// 项目 and 项目向导, end to end.
import { it } from 'vitest';
import { sections } from './projects.ts';
import { clerkAnd } from './stage.ts';

const stage = clerkAnd('procurement_office');

it('项目向导: waiting for sections, asked for again, received', () => sections(stage()));
