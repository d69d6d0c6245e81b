// The main process, put together. What the parts do stands in host/; here is only who knows whom, and the order: one instance, a folder that can be
// written, everything locked down, the window at once, the local side beside it.
import { join } from 'node:path';
import {
  app,
  type BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  safeStorage,
  session,
  shell,
} from 'electron';
import type { HostEvent } from '#shared/contract/host.ts';
import { hostText } from '#shared/text/zh-CN/host.ts';
import { appFiles, appScheme } from './host/app-protocol.ts';
import { readArguments } from './host/arguments.ts';
import { hostCallHandlers } from './host/calls.ts';
import { callChannel, eventChannel } from './host/channels.ts';
import { emptyViews } from './host/dialogs.ts';
import { foldersIn, isWritable } from './host/folders.ts';
import { createBridge } from './host/ipc-bridge.ts';
import { createLocalSide } from './host/local-side.ts';
import { isPublishedPage, lockDown } from './host/lock-down.ts';
import { openLogFile } from './host/log-file.ts';
import { menuTemplate } from './host/menu.ts';
import { deskKey } from './host/secrets.ts';
import { openSettingsFile } from './host/settings-file.ts';
import { traySign } from './host/tray.ts';
import { tellTrouble } from './host/trouble.ts';
import { openWindow } from './host/window.ts';

const started = readArguments(process.argv, app.isPackaged);
const built = import.meta.dirname;
const icon = join(built, '../../resources/icon.png');
if (started.data !== undefined) app.setPath('userData', started.data);
app.setName(hostText.product);
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);
if (app.requestSingleInstanceLock()) void app.whenReady().then(run);
else app.quit();

async function run(): Promise<void> {
  const folders = foldersIn(app.getPath('userData'));
  while (!isWritable(folders)) if ((await tellTrouble(dialog, 'folderNotWritable')) !== 0) return app.exit(1);
  const logFile = openLogFile(folders.log, Date.now);
  const { log } = logFile;
  const settings = openSettingsFile(folders.settings, log);
  log({ level: 'info', event: 'start', details: { version: app.getVersion(), node: process.versions.node } });
  await emptyViews(folders.views);

  let window: BrowserWindow | undefined;
  const tell = (event: unknown): void => {
    if (window !== undefined && !window.isDestroyed()) window.webContents.send(eventChannel, event);
  };
  const server = () => started.demo?.server ?? settings.current().server;
  const local = createLocalSide({
    file: new URL('./worker.js', import.meta.url),
    log,
    clock: Date.now,
    event: tell,
    stateChanged: (state) => tell({ type: 'host.local', state } satisfies HostEvent),
  });
  const startLocal = async (): Promise<void> => {
    const url = server();
    if (url === null) return;
    await local.start({ folder: folders.desk, server: url, key: deskKey(folders.key, safeStorage, log) });
  };

  const files = await appFiles(join(built, '../renderer'));
  protocol.handle(appScheme, (request) => files(request));
  lockDown({
    app,
    session: session.defaultSession,
    shell,
    mayOpenOutside: (url) => isPublishedPage(url, server()),
    log,
  });

  const show = (): void => {
    if (window === undefined || window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  const navigate = (route: string): void => {
    show();
    tell({ type: 'host.navigate', route } satisfies HostEvent);
  };
  const quit = () => app.quit();
  const tray = traySign({ icon, log, show, quit });
  const settingsChanged = (): void => {
    nativeTheme.themeSource = settings.current().theme;
    tell({ type: 'host.settings', settings: settings.current() } satisfies HostEvent);
  };
  const host = hostCallHandlers({
    folders,
    settings,
    logFile,
    local,
    demo: started.demo,
    tray,
    icon,
    window: () => window,
    navigate,
    settingsChanged,
    startLocal,
  });
  const bridge = createBridge({
    isOurWindow: (id) => window?.isDestroyed() === false && window.webContents.id === id,
    host,
    local: local.call,
    log,
  });
  ipcMain.handle(callChannel, (event, ...message: unknown[]) => bridge(event, ...message));
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate({
        navigate,
        reload: () => window?.webContents.reload(),
        quit,
        developer: !app.isPackaged,
      }),
    ),
  );
  nativeTheme.themeSource = settings.current().theme;

  app.on('second-instance', show);
  app.on('window-all-closed', quit);
  let ended = false;
  app.on('before-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    ended = true;
    tray.remove();
    void local.close().finally(quit);
  });
  void startLocal();
  window = openWindow({
    preload: join(built, '../preload/preload.cjs'),
    title: hostText.product,
    icon,
    settings,
    dark: nativeTheme.shouldUseDarkColors,
  });
}
