// The main process, put together. What the parts do stands in host/; here is only who knows whom, and the order: one instance, a folder that can be
// written, everything locked down, the window at once, the local side beside it.
import { join } from 'node:path';
import {
  app,
  type BrowserWindow,
  dialog,
  ipcMain,
  nativeTheme,
  protocol,
  safeStorage,
  session,
  shell,
} from 'electron';
import type { HostEvent } from '#shared/contract/host.ts';
import { hostText } from '#shared/text/zh-CN/host.ts';
import { appFiles, appScheme, privilegedScheme } from './host/app-protocol.ts';
import { readArguments } from './host/arguments.ts';
import { hostCallHandlers } from './host/calls.ts';
import { callChannel } from './host/channels.ts';
import { emptyViews } from './host/dialogs.ts';
import { endInOrder } from './host/end.ts';
import { writableFolders } from './host/first-steps.ts';
import { createBridge } from './host/ipc-bridge.ts';
import { createLocalSide } from './host/local-side.ts';
import { localStart } from './host/local-start.ts';
import { lockDown } from './host/lock-down.ts';
import { openLogFile } from './host/log-file.ts';
import { showMenu } from './host/menu.ts';
import { deskKey } from './host/secrets.ts';
import { enrolAt, openSettingsFile } from './host/settings-file.ts';
import { traySign } from './host/tray.ts';
import { giveUp, type TroubleKind, tellTrouble } from './host/trouble.ts';
import { theWindow } from './host/window.ts';

const started = readArguments(process.argv, app.isPackaged);
const built = import.meta.dirname;
const icon = join(built, '../../resources/icon.png');
const trouble = (kind: TroubleKind, window?: BrowserWindow) => tellTrouble(dialog, kind, window);
app.setPath('userData', started.data ?? join(app.getPath('appData'), 'zhengcai-desk'));
app.setName(hostText.product);
app.enableSandbox();
protocol.registerSchemesAsPrivileged([privilegedScheme]);
if (app.requestSingleInstanceLock())
  void app
    .whenReady()
    .then(run)
    .catch(() => giveUp(app, dialog));
else app.quit();

async function run(): Promise<void> {
  const folders = await writableFolders(app, dialog);
  if (folders === undefined) return app.exit(1);
  const logFile = openLogFile(folders.log, Date.now);
  const { log } = logFile;
  log({ level: 'info', event: 'start', details: { version: app.getVersion() } });
  const settings = openSettingsFile(folders.settings, log);
  await emptyViews(folders.views);
  const window = theWindow({
    preload: join(built, '../preload/preload.cjs'),
    icon,
    settings,
    log,
    dark: () => nativeTheme.shouldUseDarkColors,
    trouble,
    quit: () => app.quit(),
  });
  const { current, show, navigate } = window;
  if (started.demo !== undefined) enrolAt(settings, started.demo.server, Date.now());
  const server = () => settings.current().server;
  const local = createLocalSide({
    file: new URL('./worker.js', import.meta.url),
    log,
    clock: Date.now,
    event: window.tell,
    stateChanged(state) {
      window.tell({ type: 'host.local', state } satisfies HostEvent);
      if (state === 'failed') void starting.failed();
    },
  });
  const starting = localStart({
    local,
    server,
    folder: folders.desk,
    key: () => deskKey(folders.key, safeStorage, log),
    window: current,
    trouble,
    saveDiagnostics: async () => host['host.diagnosticsBundle']({}),
    quit: () => app.quit(),
  });
  const tray = traySign({ icon, log, show, quit: () => app.quit() });
  const host = hostCallHandlers({
    folders,
    settings,
    logFile,
    local,
    demo: started.demo,
    tray,
    icon,
    window: current,
    navigate,
    settingsChanged() {
      nativeTheme.themeSource = settings.current().theme;
      window.tell({ type: 'host.settings', settings: settings.current() } satisfies HostEvent);
    },
    startLocal: starting.start,
  });
  const bridge = createBridge({ window: current, host, local: local.call, log });

  protocol.handle(appScheme, appFiles(join(built, '../renderer')));
  lockDown({ app, session: session.defaultSession, shell, server, log });
  ipcMain.handle(callChannel, (event, ...message: unknown[]) => bridge(event, ...message));
  showMenu({ navigate, reload: window.reload, quit: () => app.quit(), developer: !app.isPackaged });
  nativeTheme.themeSource = settings.current().theme;
  app.on('second-instance', show);
  endInOrder({ app, tray, local });
  void starting.start();
  window.open();
  if (settings.damaged) await trouble('settingsDamaged', current());
}
