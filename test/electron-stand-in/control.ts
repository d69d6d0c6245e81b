// Lets the process that started this one run a function in here with the module as its argument, as Playwright does with real Electron.
import { decode, encode } from './codec.ts';

export function takeOrders(electron: unknown): void {
  if (process.send === undefined) return;
  process.on('message', (message: unknown) => {
    const { no, source, text } = message as { no: number; source: string; text: string };
    // Only a parent process can send here; what it sends is a test's own function.
    const run = new Function('electron', 'value', `return (${source})(electron, value)`);
    Promise.resolve()
      .then((): unknown => run(electron, decode(text)))
      .then(
        (value) => process.send?.({ no, ok: true, text: encode(value) }),
        (problem: unknown) => process.send?.({ no, ok: false, text: encode(String(problem)) }),
      );
  });
  process.on('disconnect', () => process.exit(0));
}
