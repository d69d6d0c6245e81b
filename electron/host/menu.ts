// The menu: few entries, with the words of the product. It leads to pages by their routes; what a page does is the page's business.
import { Menu, type MenuItemConstructorOptions } from 'electron';
import { hostText } from '#shared/text/zh-CN/host.ts';

export type MenuPorts = {
  navigate(route: string): void;
  reload(): void;
  quit(): void;
  /** Only where a developer works on it. */
  readonly developer: boolean;
};

export function showMenu(ports: MenuPorts): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template(ports)));
}

function template({ navigate, reload, quit, developer }: MenuPorts): MenuItemConstructorOptions[] {
  const { menu } = hostText;
  const go = (label: string, route: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => navigate(route),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  return [
    {
      label: menu.file,
      submenu: [
        go(menu.tasks, '/tasks'),
        go(menu.attention, '/outbox'),
        separator,
        { label: menu.quit, accelerator: 'CmdOrCtrl+Q', click: quit },
      ],
    },
    {
      label: menu.edit,
      submenu: [
        { role: 'undo', label: menu.undo },
        { role: 'redo', label: menu.redo },
        separator,
        { role: 'cut', label: menu.cut },
        { role: 'copy', label: menu.copy },
        { role: 'paste', label: menu.paste },
        { role: 'selectAll', label: menu.selectAll },
      ],
    },
    {
      label: menu.view,
      submenu: [
        { label: menu.reload, accelerator: 'CmdOrCtrl+R', click: reload },
        separator,
        { role: 'resetZoom', label: menu.resetZoom },
        { role: 'zoomIn', label: menu.zoomIn, accelerator: 'CmdOrCtrl+=' },
        { role: 'zoomOut', label: menu.zoomOut },
        { role: 'togglefullscreen', label: menu.fullScreen },
        ...(developer ? [separator, { role: 'toggleDevTools', label: menu.developer } as const] : []),
      ],
    },
    {
      label: menu.help,
      submenu: [go(menu.diagnostics, '/system/diagnostics'), go(menu.about, '/system/about')],
    },
  ];
}
