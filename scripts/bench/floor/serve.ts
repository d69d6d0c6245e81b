// The floor's server: the records as NDJSON, made beforehand, sent over loopback with nothing in between. Says its port, ends with its input.
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { plans } from '#shared/domain/plans/model.ts';
import { benchRow, pullLine } from '../rows.ts';

const chunkChars = 60_000;
const count = Number(process.argv[2]);

function chunks(): readonly Buffer[] {
  const made: Buffer[] = [];
  let text = '';
  for (let n = 0; n < count; n += 1) {
    text += `${pullLine(plans, benchRow(n))}\n`;
    if (text.length < chunkChars) continue;
    made.push(Buffer.from(text));
    text = '';
  }
  made.push(Buffer.from(text));
  return made;
}

const ready = chunks();
const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  Readable.from(ready).pipe(response);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' && address !== null ? address.port : 0}\n`);
});
process.stdin.on('end', () => process.exit(0)).resume();
