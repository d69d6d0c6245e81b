// What administrators keep, and what ends an ordinary day: a password that must be changed, a unit that has just begun, a local side that has stopped.
import { randomOf } from '#demo/data/random.ts';
import { makeUscc } from '#demo/data/uscc.ts';
import { defaultPolicies } from '#shared/codes/procurement-policies.ts';
import { appText, forms, label, plansPages, systemText } from '#shared/text/index.ts';
import { type Act, dialogPart, page, type Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';
import { newId, usernames } from '../story.ts';

declare const workers: readonly { terminate(): Promise<number> }[];

const { keep } = systemText;
const kept = [
  'organisations',
  'accounts',
  'settings',
  'numbers',
  'holidays',
  'platforms',
  'exchange',
  'audit',
] as const;
type Kept = (typeof kept)[number];

/** A dialog that a button of the page opens; `nth` of those with this name. */
function opened(name: string, title: string, key: Kept, button: string | RegExp, nth = 0): Scene {
  return {
    name,
    title,
    part: dialogPart,
    async show(stage) {
      await stage.go(`/system/${key}`);
      await stage.page
        .getByRole('main')
        .getByRole('button', { name: button, exact: typeof button === 'string' })
        .nth(nth)
        .click();
      await stage.dialog().waitFor();
    },
    leave: (stage) => stage.press(appText.common.cancel),
  };
}

const edit = (name: string) => new RegExp(`^${keep.edit}：${name}`, 'u');

const policies = opened(
  'system-policy',
  'A policy being changed',
  'settings',
  edit(label('settings.policies')),
);
const aPolicy: Scene = {
  ...policies,
  async show(stage) {
    await policies.show(stage);
    const [first] = defaultPolicies;
    await stage
      .dialog()
      .getByRole('button', { name: first?.document ?? '' })
      .first()
      .click();
    await stage.page.waitForTimeout(300);
  },
};

function exchangeTab(key: keyof typeof systemText.exchange.tabs): Scene {
  return {
    name: `system-exchange-${key}`,
    title: `System: exchange, ${key}`,
    async show(stage) {
      await stage.go('/system/exchange');
      await stage.page.getByRole('tab', { name: systemText.exchange.tabs[key], exact: true }).click();
      await stage.page.waitForTimeout(300);
    },
  };
}

export const administrator: Act = {
  name: 'administrator',
  as: usernames.administrator,
  demo: true,
  scenes: [
    ...kept.map((key) => page(`system-${key}`, `System: ${key}`, `/system/${key}`)),
    opened('system-organisation-new', 'A new organisation', 'organisations', keep.add),
    opened('system-organisation', 'An organisation being changed', 'organisations', edit('')),
    opened('system-account-new', 'A new account', 'accounts', keep.add),
    opened('system-account-edit', 'An account being changed', 'accounts', edit('')),
    opened(
      'system-account-password',
      'A new password for an account',
      'accounts',
      new RegExp(systemText.accounts.password, 'u'),
    ),
    {
      name: 'system-account-disable',
      title: 'An account being closed',
      part: dialogPart,
      async show(stage) {
        await stage.go('/system/accounts');
        const more = stage.page.getByRole('main').getByRole('button', { name: new RegExp(forms.more, 'u') });
        await more.first().click();
        await stage.page.getByRole('menuitem', { name: systemText.accounts.disable, exact: true }).click();
        await stage.dialog().waitFor();
      },
      leave: (stage) => stage.press(appText.common.cancel),
    },
    ...[0, 1, 2, 3, 4].map((nth) =>
      opened(`system-setting-${nth}`, `A setting being changed, ${nth}`, 'settings', edit(''), nth),
    ),
    aPolicy,
    opened('system-number', 'A pattern of numbers', 'numbers', edit('')),
    opened('system-holidays-import', 'The holidays of a year', 'holidays', systemText.holidays.import),
    opened('system-platform', 'A trading platform', 'platforms', edit('')),
    opened(
      'system-platform-key',
      'A key of a platform',
      'platforms',
      new RegExp(systemText.platforms.addKey, 'u'),
    ),
    ...(['rejected', 'sent', 'received', 'refusals', 'differences'] as const).map(exchangeTab),
    {
      name: 'system-exchange-offline',
      title: 'System: exchange, offline',
      async show(stage) {
        await stage.offline();
        await stage.go('/system/exchange');
        await stage.button(forms.failed.retry).waitFor();
      },
      leave: (stage) => stage.online(),
    },
  ],
};

/** As the administrator gives it. */
const given = 'a-first-password-1';
const own = 'my-own-password-1';
const newUnit = { id: newId(), account: newId(), username: 'xc-new-jb', name: '许昌市示例第九小学' };

/** A unit with a clerk who signs in for the first time. */
async function foundUnit(stage: Stage): Promise<void> {
  await stage.signIn(usernames.administrator);
  const { items } = await stage.ask('organisations.list', {
    filters: [{ by: 'kind', value: 'purchaser' }],
    limit: 1,
  });
  const [like] = items;
  if (like === undefined) throw new Error('the demo has no unit');
  const { organisation } = await stage.ask('organisations.get', { id: like.id });
  const { id, name, username, account } = newUnit;
  const uscc = makeUscc('12', organisation.regionCode, randomOf(name));
  await stage.call('organisations.save', { organisation: { ...organisation, id, name, uscc } });
  await stage.synced();
  await stage.call('accounts.save', {
    account: {
      id: account,
      username,
      name: '程晓',
      role: 'purchaser_clerk',
      organisationId: id,
      regionCodes: [],
      phone: '0374-0111222',
      active: true,
    },
  });
  await stage.synced();
  await stage.ask('accounts.setPassword', { accountId: account, password: given });
  await stage.signOut();
  await stage.call('session.signIn', { username, password: given });
  await stage.page.getByText(appText.session.mustChangeTitle).waitFor();
}

export const lastActs: readonly Act[] = [
  {
    name: 'new-unit',
    demo: true,
    scenes: [
      { name: 'must-change-password', title: 'The password was given by the administrator', show: foundUnit },
      {
        name: 'plans-first-use',
        title: 'A unit without a plan',
        async show(stage) {
          await stage.ask('session.changePassword', { current: given, next: own });
          await stage.synced();
          await stage.go('/plans');
          await stage.page.getByText(plansPages.list.firstUse.title).waitFor();
        },
      },
      page('projects-first-use', 'A unit without a project', '/projects'),
      page('tasks-empty', 'Nothing waits', '/tasks'),
    ],
  },
  {
    name: 'failure',
    demo: true,
    scenes: [
      {
        name: 'local-side-failed',
        title: 'The local side does not start again',
        async show(stage) {
          for (let death = 0; death < 4; death += 1) await dies(stage);
          await stage.page.getByText(appText.localSide.failedTitle).waitFor();
        },
      },
    ],
  },
];

async function dies(stage: Stage): Promise<void> {
  await stage.desktop.evaluate(() => workers.at(-1)?.terminate());
  await stage.until(async () => {
    const { state } = (await stage.call('host.localState', {})) as { readonly state: string };
    return state === 'running' || state === 'failed';
  });
  await stage.page.waitForTimeout(300);
}
