// The part of Electron's module that this product uses, over Chromium. Never packaged; kept honest by the contract suite beside it.
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { takeOrders } from './control.ts';
import { Menu, Notification, nativeTheme, safeStorage, screen, shell, Tray } from './desktop.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { protocol, session } from './session.ts';

export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  Notification,
  nativeTheme,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
};

takeOrders({
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  Notification,
  nativeTheme,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
});
