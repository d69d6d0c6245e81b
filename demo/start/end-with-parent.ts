// Preloaded into what `npm start` starts: should the starter vanish without a word, its children end as if they had been told to.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
