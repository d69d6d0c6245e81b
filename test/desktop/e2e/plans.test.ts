// 采购计划备案 end to end: one plan from its first field to 备案, as days follow each other; then one by keyboard alone.
import { it } from 'vitest';
import { copyAndDelete, errorsAndDrafts, excel, list, wholeForm } from './filing.ts';
import { byKeyboard } from './keyboard.ts';
import { agreedAndFiled, returned } from './review.ts';
import { clerkAnd } from './stage.ts';

const stage = clerkAnd('purchaser_reviewer');

it('经办岗: errors at the field with their article, drafts that keep themselves', () =>
  errorsAndDrafts(stage()));
it('经办岗: the whole form, saved, previewed, submitted', () => wholeForm(stage()));
it('经办岗: tabs, counts, search, filters, order and columns of the list', () => list(stage()));
it('经办岗: a copy, and away with it', () => copyAndDelete(stage()));
it('经办岗: Excel out and in, with a report line by line', () => excel(stage()));
it('审核岗 sends back with a reason; 经办岗 sees it, changes, submits again', () => returned(stage()));
it('审核岗 sees what changed and agrees; 采购办 files', () => agreedAndFiled(stage()));
it('经办岗: the whole form by keyboard alone', () => byKeyboard(stage()));
