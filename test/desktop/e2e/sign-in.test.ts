// Signing in, end to end.
import { it } from 'vitest';
import type { Role } from '#shared/domain/actor.ts';
import { appText } from '#shared/text/index.ts';
import { expect } from '../pages/expect.ts';
import { frameOf } from '../pages/frame.ts';
import { cityOfFile } from './stage.ts';

const city = cityOfFile();

const begins: readonly (readonly [Role, string])[] = [
  ['agency', appText.menu.announcements],
  ['supervisor', appText.menu.projects],
  ['administrator', '我的账号'],
  ['procurement_office', appText.tasks.title],
  ['purchaser_clerk', appText.menu.plans],
  ['purchaser_reviewer', appText.tasks.title],
];

it('each role signs in with one click and begins where its work is', async () => {
  const { page } = await city().openDesk('everybody');
  const atDesk = frameOf(page);
  for (const [index, [role, name]] of begins.entries()) {
    if (index > 0) await atDesk.signOut();
    await atDesk.signIn(role);
    await expect(page.getByRole('main').getByRole('heading', { level: 1, name })).toBeVisible();
  }
});
