// Preloaded into every process of the walk-through (`node --import`), so that "ten minutes later" or "at 评审时间" need not be waited for: all
// clocks are put forward together, by a message to each. The programs themselves know nothing of it.
const now = Date.now.bind(Date);
let ahead = Number(process.env['WALKTHROUGH_CLOCK_AHEAD_MS'] ?? 0);
const shiftedNow = () => now() + ahead;

globalThis.Date = new Proxy(Date, {
  construct: (target, parts, newTarget) =>
    Reflect.construct(target, parts.length === 0 ? [shiftedNow()] : parts, newTarget),
  get: (target, key, receiver) => (key === 'now' ? shiftedNow : Reflect.get(target, key, receiver)),
});

process.on('message', (message) => {
  if (typeof message === 'object' && message !== null && 'clockAhead' in message) {
    ahead = Number(message.clockAhead);
  }
});
// Listening alone must not keep a process alive that has closed everything else.
process.channel?.unref();
