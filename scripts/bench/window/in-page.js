// Runs in the window's page: measures there, where a user waits, through the one door that the page has.
const { desk, performance, PerformanceObserver, scheduler } = globalThis;

async function value(name, input) {
  const answer = await desk.call(name, input);
  if (!answer.ok) throw new Error(`${name} was refused: ${answer.error.code}`);
  return answer.value;
}

async function took({ name, input }) {
  const start = performance.now();
  await value(name, input);
  return performance.now() - start;
}

/** Milliseconds of each call, round by round. */
async function sample(calls, rounds) {
  const measured = calls.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, call] of calls.entries()) measured[index].push(await took(call));
  }
  return measured;
}

/** From the moment a new worker is started until it has answered the call. */
async function restart(call) {
  const started = new Promise((resolve) => {
    const stop = desk.on((event) => {
      if (event.type !== 'host.local' || event.state !== 'starting') return;
      stop();
      resolve(took(call));
    });
  });
  await value('host.restartLocal', {});
  return started;
}

const beatMs = 4;
let longest = 0;
let longTasks = 0;
let due = 0;
let watching;

/**
 * From now on: how late a task comes that is as urgent as an input, and what the browser itself calls a long task. A plain timer would also count
 * the time that the browser lets more urgent work go before it, in which a key or a click would have been heard.
 */
function watch() {
  watching?.abort();
  watching = new globalThis.AbortController();
  longest = 0;
  longTasks = 0;
  beat(watching.signal);
  return true;
}

function beat(signal) {
  due = performance.now() + beatMs;
  const late = () => {
    longest = Math.max(longest, performance.now() - due);
    beat(signal);
  };
  scheduler.postTask(late, { priority: 'user-blocking', delay: beatMs, signal }).catch(() => undefined);
}

function blocked() {
  return { longest, longTasks };
}

new PerformanceObserver((list) => {
  longTasks += list.getEntries().length;
}).observe({ type: 'longtask' });

globalThis.bench = { value, sample, restart, watch, blocked };
