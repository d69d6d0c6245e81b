// The calls that the host answers itself, put together from its parts.
import { app, type BrowserWindow, dialog, safeStorage, shell } from 'electron';
import type { LocalState } from '#shared/contract/host.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { hostText } from '#shared/text/zh-CN/host.ts';
import type { Demo } from './arguments.ts';
import { diagnosticsText } from './diagnostics.ts';
import { fileDialogs } from './dialogs.ts';
import { askServer } from './enrolment.ts';
import { excelCalls } from './excel.ts';
import type { Folders } from './folders.ts';
import type { HostHandlers } from './ipc-bridge.ts';
import type { LocalSide } from './local-side.ts';
import type { LogFile } from './log-file.ts';
import { notifier } from './notifier.ts';
import { printer } from './printer.ts';
import { keepsSecrets } from './secrets.ts';
import type { SettingsFile } from './settings-file.ts';
import type { TraySign } from './tray.ts';
import { wordCalls } from './word.ts';

export type CallPorts = {
  readonly folders: Folders;
  readonly settings: SettingsFile;
  readonly logFile: LogFile;
  readonly local: LocalSide;
  readonly demo: Demo | undefined;
  readonly tray: TraySign;
  readonly icon: string;
  window(): BrowserWindow | undefined;
  navigate(route: string): void;
  settingsChanged(): void;
  /** Starts the local side with what is set now. */
  startLocal(): Promise<void>;
};

const shownLines = 200;

export function hostCallHandlers(ports: CallPorts): HostHandlers {
  const { folders, settings, logFile, local, demo, tray, icon, window } = ports;
  const ask = (name: string, input: unknown) => local.call(name, input);
  const dialogs = fileDialogs({
    dialog,
    shell,
    window,
    local: ask,
    viewFolder: folders.views,
    documents: app.getPath('documents'),
  });
  const about = () => ({
    name: hostText.product,
    version: app.getVersion(),
    electron: process.versions['electron'] ?? '',
    chrome: process.versions['chrome'] ?? '',
    node: process.versions.node,
    standIn: app.commandLine.hasSwitch('stand-in'),
    dataFolder: folders.data,
    logFile: logFile.path,
    keepsSecrets: keepsSecrets(safeStorage),
  });
  const change = (next: Parameters<SettingsFile['save']>[0]): Result<ReturnType<SettingsFile['current']>> => {
    try {
      const saved = settings.save(next);
      ports.settingsChanged();
      return ok(saved);
    } catch {
      return err({ code: 'read_only' });
    }
  };
  const state = (): Result<{ readonly state: LocalState }> => ok({ state: local.state() });

  return {
    ...dialogs,
    ...excelCalls({ dialogs, local: ask }),
    ...wordCalls({ dialogs, local: ask }),
    ...printer({ window, save: dialogs.save }),
    ...notifier({ window, navigate: ports.navigate, icon }),
    'host.about': () => ok(about()),
    'host.demoAccounts': () => ok({ accounts: [...(demo?.accounts ?? [])] }),
    'host.settings': () => ok(settings.current()),
    'host.saveSettings': (input) => change(input),
    async 'host.enrol'({ server }) {
      const found = await askServer(server);
      if (!found.ok) return found;
      const saved = change({ server: found.value, enrolledAt: Date.now() });
      if (saved.ok) await ports.startLocal();
      return saved;
    },
    'host.localState': state,
    async 'host.restartLocal'() {
      await ports.startLocal();
      return state();
    },
    async 'host.diagnosticsBundle'() {
      const text = await diagnosticsText({
        about,
        settings: settings.current,
        localState: local.state,
        local: ask,
        logTail: () => logFile.tail(shownLines),
        home: app.getPath('home'),
        clock: Date.now,
      });
      return dialogs.save(hostText.diagnosticsFileName, text);
    },
    'host.logTail': () => ok({ lines: [...logFile.tail(shownLines)] }),
    async 'host.openDataFolder'() {
      return (await shell.openPath(folders.data)) === '' ? ok({}) : err({ code: 'not_found' });
    },
    'host.badge'({ count }) {
      tray.waiting(count);
      app.setBadgeCount(count);
      return ok({});
    },
  };
}
