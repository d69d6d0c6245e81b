// The only door between the window and everything else: one function to call by name, one to listen. The two channels are fixed here, the
// event object of Electron never reaches the page, and nothing else of Electron does.
import { contextBridge, ipcRenderer } from 'electron';
import { callChannel, eventChannel } from './host/channels.ts';

contextBridge.exposeInMainWorld('desk', {
  call: (name: unknown, input: unknown): Promise<unknown> => ipcRenderer.invoke(callChannel, name, input),
  on: (listener: (event: unknown) => void): (() => void) => {
    const heard = (_event: unknown, message: unknown): void => listener(message);
    ipcRenderer.on(eventChannel, heard);
    return () => {
      ipcRenderer.removeListener(eventChannel, heard);
    };
  },
});
