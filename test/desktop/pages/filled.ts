// A field is filled as a whole. Amounts and dates turn into the text one edits when they get the focus, and an answer of the rules may draw the field again
// between the choice of its text and the typing: then it is filled once more.
import type { Locator } from 'playwright-core';
import { expect } from './expect.ts';

export async function filled(field: Locator, text: string): Promise<void> {
  await expect(async () => {
    await field.focus();
    await field.fill(text);
    expect(await field.inputValue()).toBe(text);
  }).toPass();
}
