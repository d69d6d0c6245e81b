// Notifications of the system, while our window is not the one being looked at.
import { type BrowserWindow, Notification } from 'electron';
import { ok } from '#shared/kernel/result.ts';
import type { HostHandlers } from './ipc-bridge.ts';

export type NotifierPorts = {
  window(): BrowserWindow | undefined;
  navigate(route: string): void;
  readonly icon: string;
};

export function notifier({ window, navigate, icon }: NotifierPorts): Pick<HostHandlers, 'host.notify'> {
  /** Held until it is clicked or gone: a notification that is collected as garbage loses its click. */
  const shown = new Set<Notification>();
  return {
    'host.notify'({ title, body, route }) {
      if (window()?.isFocused() === true || !Notification.isSupported()) return ok({ shown: false });
      const notification = new Notification({ title, body, icon });
      shown.add(notification);
      notification.on('click', () => {
        shown.delete(notification);
        navigate(route ?? '/');
      });
      notification.on('close', () => shown.delete(notification));
      notification.show();
      return ok({ shown: true });
    },
  };
}
