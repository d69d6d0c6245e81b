// What belongs to the frame of the window: palette, sync, notices, the menu of the one signed in, the lock.
import { appText } from '#shared/text/index.ts';
import { type Act, dialogPart, page, type Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

const { search, sync, notices, me } = appText;

async function palette(stage: Stage, text: string): Promise<void> {
  await stage.go('/plans');
  await stage.page.keyboard.press('Control+k');
  await stage.page.getByPlaceholder(search.placeholder).fill(text);
  await stage.page.waitForTimeout(400);
}

function paletteScene(name: string, title: string, text: string): Scene {
  return {
    name,
    title,
    part: dialogPart,
    show: (stage) => palette(stage, text),
    leave: (stage) => stage.escape(),
  };
}

const close = (stage: Stage) => stage.escape();

export const frame: readonly Scene[] = [
  paletteScene('palette', 'The command palette', ''),
  paletteScene('palette-initials', 'Found by the initials of its pinyin', 'cgjh'),
  paletteScene('palette-records', 'Records found', '采购项目'),
  paletteScene('palette-nothing', 'Nothing found', 'zzzzzz'),
  {
    name: 'sync',
    title: 'How syncing stands',
    part: dialogPart,
    async show(stage) {
      await stage.go('/plans');
      await stage.press(new RegExp(sync.label, 'u'));
      await stage.page.getByText(sync.lastContact).waitFor();
    },
    leave: close,
  },
  {
    name: 'notices',
    title: 'Notices',
    part: dialogPart,
    async show(stage) {
      await stage.go('/plans');
      await stage.press(new RegExp(`^${notices.label}`, 'u'));
    },
    leave: close,
  },
  {
    name: 'me',
    title: 'My menu',
    async show(stage) {
      await stage.go('/plans');
      await stage.press(new RegExp(me.label, 'u'));
      await stage.page.getByRole('menuitem', { name: me.lock }).waitFor();
    },
    leave: close,
  },
  {
    name: 'not-allowed',
    title: 'A page that is not for this role',
    show: (stage) => stage.go('/system/accounts'),
  },
];

export const lock: Act = {
  name: 'lock',
  as: 'xc-syxx-jb',
  demo: true,
  scenes: [
    {
      name: 'locked',
      title: 'Locked',
      async show(stage) {
        await stage.call('session.lock', {});
        await stage.page.getByText(appText.session.lockedTitle).waitFor();
      },
    },
  ],
};

export const own: readonly Scene[] = [
  page('tasks', 'What waits for me', '/tasks'),
  ...(['account', 'look', 'server', 'diagnostics', 'about'] as const).map((key) =>
    page(`system-${key}`, `System: ${key}`, `/system/${key}`),
  ),
];
