// Before the first page: the first start of the program, signing in, the first download.
import { appText, label } from '#shared/text/index.ts';
import { type Act, page } from '../scene.ts';
import type { Stage } from '../stage.ts';

const { session } = appText;
const slowMs = 2_500;

async function fillIn(stage: Stage, username: string, password: string): Promise<void> {
  await stage.page.getByLabel(session.username, { exact: true }).fill(username);
  await stage.page.getByLabel(session.password, { exact: true }).fill(password);
  await stage.page.locator('button[type="submit"]').click();
}

export const firstStart: Act = {
  name: 'start',
  scenes: [
    page('first-start', 'First start: the server is asked for', '/'),
    {
      name: 'first-start-unreachable',
      title: 'The server does not answer',
      async show(stage) {
        await stage.page.getByLabel(session.server).fill('http://127.0.0.1:9');
        await stage.press(session.enrol);
        await stage.page.getByRole('alert').waitFor();
      },
    },
    {
      name: 'sign-in',
      title: 'Signing in',
      async show(stage) {
        await stage.call('host.enrol', { server: stage.world.server });
        await stage.page.getByLabel(session.username, { exact: true }).waitFor();
      },
    },
    {
      name: 'sign-in-refused',
      title: 'Wrong password',
      async show(stage) {
        await fillIn(stage, 'xc-syxx-jb', 'not-the-password');
        await stage.page.getByRole('alert').waitFor();
      },
    },
    {
      name: 'sign-in-offline',
      title: 'No connection, and nobody has signed in here before',
      async show(stage) {
        stage.world.line.set('cut');
        await fillIn(stage, 'xc-syxx-jb', 'not-the-password');
        await stage.page.getByText(session.offlineTitle).waitFor();
      },
      leave: async (stage) => stage.world.line.set('open'),
    },
  ],
};

export const demoStart: Act = {
  name: 'demo-start',
  demo: true,
  scenes: [
    {
      name: 'sign-in-demo',
      title: 'Signing in to the demo: one button a role',
      show: (stage) => stage.page.getByText(session.demoTitle).waitFor(),
    },
    {
      name: 'first-download',
      title: 'The first download, over a slow line',
      async show(stage) {
        stage.world.line.delay(slowMs);

        await stage.page.getByRole('button', { name: label('roles.purchaser_clerk') }).click();
        await stage.page.getByText(appText.firstSync.title).waitFor();
      },
      async leave(stage) {
        stage.world.line.delay(0);
        await stage.synced();
      },
    },
  ],
};
