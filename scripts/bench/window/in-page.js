// Runs in the window's page: measures there, where a user waits, through the one door that the page has.
const { desk, performance } = globalThis;

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

globalThis.bench = { value, sample, restart };
