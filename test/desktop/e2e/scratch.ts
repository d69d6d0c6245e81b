import { openCity } from './city.ts';
import { createInterface } from 'node:readline';
import { writeFileSync } from 'node:fs';
const t = Date.now();
const city = await openCity();
console.log('city', Date.now() - t);
const desk = await city.openDesk('clerk');
console.log('desk', Date.now() - t);
const other = await city.openDesk('other');
console.log('other', Date.now() - t);
Object.assign(globalThis, { city, desk, other, page: desk.page, page2: other.page, writeFileSync });
// each line of stdin: a file to import
import { watch, existsSync, unlinkSync, readFileSync } from 'node:fs';
let n = 0;
for (;;) {
  if (existsSync('/tmp/e2e-go.ts')) {
    const text = readFileSync('/tmp/e2e-go.ts', 'utf8'); unlinkSync('/tmp/e2e-go.ts');
    if (text.trim() === 'END') break;
    const f = `/work/desktop/test/desktop/e2e/.go-${n++}.ts`;
    writeFileSync(f, text);
    const s = Date.now();
    try { await import(f); } catch (e) { console.log('ERR', String(e).slice(0, 1500)); }
    unlinkSync(f);
    console.log('--- done', Date.now() - s);
    writeFileSync('/tmp/e2e-done', String(n));
  }
  await new Promise((r) => setTimeout(r, 100));
}
await city.close();
