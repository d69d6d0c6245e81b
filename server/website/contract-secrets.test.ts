// What of a contract and its performance never leaves unit and 采购办: everything that is public and every outgoing message is searched for marked values of bank accounts, telephones
// of natural persons, what was typed for the unit's own use, and files that are not published.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announcements } from '#shared/domain/announcements/model.ts';
import { acceptances } from '#shared/domain/contracts/acceptances/model.ts';
import { breaches } from '#shared/domain/contracts/breaches/model.ts';
import { contractChanges } from '#shared/domain/contracts/changes/model.ts';
import { contracts } from '#shared/domain/contracts/model.ts';
import { payments } from '#shared/domain/contracts/payments/model.ts';
import { projects, sections } from '#shared/domain/projects/model.ts';
import { aMember, anAcceptanceFile, aRow, withAcceptanceIn } from '#test/builders/acceptances.ts';
import { aBreachFile, beginBreach, must, notifyBreach } from '#test/builders/breaches.ts';
import { aChangeText, withChangeIn } from '#test/builders/contract-changes.ts';
import { aStoreToSign, aText, contractId, sectionId, withContractIn } from '#test/builders/contracts.ts';
import { aPaper, aPaymentPaper, paidPayment, paymentId } from '#test/builders/payments.ts';
import type { Store } from '#test/builders/store.ts';
import { databases } from '#test/support/database.ts';
import { storeAll } from '#test/support/seed.ts';
import { aServer, type TestServer } from '#test/support/server.ts';
import { rebuildWebsite } from './projection.ts';

const day = 86_400_000;
const mark = 'MARKED';
/** Each file of which the content is the unit's own has a hash of its own. */
const hashes = ['1', '2', '3', '4', '5', '6'].map((digit) => digit.repeat(64));
const hidden = <F extends { readonly fileName: string }>(file: F, of: number) => ({
  ...file,
  fileName: `${mark}-${of}.pdf`,
  sha256: hashes[of] ?? '',
});

/** A contract with a supplier who has no code, and may be a person, amended, breached, accepted and paid: everywhere with what is not to be known. */
function aCourse(): Store {
  const store = aStoreToSign();
  const section = store.get(sections, sectionId);
  store.put(sections, {
    ...section,
    results: section.results.map((result) => ({ ...result, supplierUscc: '' })),
  });
  withContractIn(store, 'received', {
    supplierContact: `13803740000 ${mark}-telephone`,
    supplierBank: `${mark}-bank`,
    supplierAccount: `${mark}-account`,
    amountReason: `${mark}-reason`,
    files: [hidden(aText('full'), 0), aText('public')],
  });
  store.now += day;
  withChangeIn(store, 'published', {
    ...{ kind: 'other', amount: null, identical: false },
    files: [hidden(aChangeText('full'), 1), aChangeText('public')],
  });
  must(
    beginBreach(store, {
      ...{ facts: `${mark}-facts`, demand: `${mark}-demand` },
      files: [hidden(aBreachFile('evidence'), 2), aBreachFile('delivery')],
    }),
  );
  must(notifyBreach(store));
  withAcceptanceIn(store, 'concluded', {
    ...{ groupOpinion: `${mark}-opinion`, problems: `${mark}-problems`, standards: `${mark}-standards` },
    rows: [aRow({ found: `${mark}-found` })],
    members: [aMember('甲'), aMember('乙', { role: 'user' }), aMember(`${mark}-member`, { role: 'expert' })],
    files: [hidden(anAcceptanceFile('signed'), 3)],
  });
  paidPayment(
    store,
    paymentId,
    1_000_000,
    {
      ...{ condition: `${mark}-condition`, invoiceNo: `${mark}-invoice`, note: `${mark}-note` },
      files: [hidden(aPaymentPaper('invoice'), 4)],
    },
    { fundingLine: `${mark}-funding`, vouchers: [hidden(aPaper('voucher'), 5)] },
  );
  return store;
}

const kinds = [
  projects,
  sections,
  announcements,
  contracts,
  contractChanges,
  breaches,
  acceptances,
  payments,
];
const linked = /(?:href|src)="(\/[^"#]*)"|<(?:loc|link)>[^<]*?(\/[^<]*)<\/(?:loc|link)>/g;

/** Whatever a visitor can come to. */
async function walk(server: TestServer): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  const waiting = ['/', '/rss.xml', '/sitemap.xml', '/open-data', '/search?q=%E5%90%88%E5%90%8C'];
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (pages.has(url)) continue;
    const { body } = await server.http.inject({ method: 'GET', url, headers: { host: 'www.example.cn' } });
    pages.set(url, body);
    for (const [, link, place] of body.matchAll(linked)) {
      const next = (link ?? place ?? '').replaceAll('&amp;', '&').replace(/^.*www\.example\.cn/, '');
      if (next.startsWith('/')) waiting.push(next);
    }
  }
  return pages;
}

const secretsIn = (text: string) =>
  [mark, '13803740000', ...hashes].filter((secret) => text.includes(secret));

describe.each(databases())('of a contract that was performed, on $name', (engine) => {
  const store = aCourse();
  let server: TestServer;

  beforeAll(async () => {
    server = await aServer(engine, { settings: { requestsPerMinute: 1_000_000 } });
    server.time.now = store.now + day;
    for (const kind of kinds) {
      const rows = store.all<never>(kind as never);
      await storeAll(
        server.held.database,
        rows.map((row) => ({ entity: kind.name, row })),
      );
    }
    await rebuildWebsite(server.held.database);
  });
  afterAll(() => server.stop());

  it('what is marked stands in the records, and in no page, feed or file of open data', async () => {
    const records = JSON.stringify(kinds.map((kind) => store.all<never>(kind as never)));
    expect(new Set(records.match(/MARKED-[a-z0-9]+/g)).size).toBe(21);
    const pages = await walk(server);
    const all = [...pages.values()].join('\n');
    // The walk has come to what is published of it.
    const { contractNo } = store.get(contracts, contractId).content;
    const notices = store.all(announcements).filter(({ type }) => type.startsWith('CONTRACT'));
    expect(notices.length).toBeGreaterThanOrEqual(2);
    for (const { id } of notices) expect([...pages.keys()]).toContain(`/announcements/${id}`);
    expect(all).toContain(contractNo);
    expect([...pages.keys()].some((url) => url.endsWith('.json'))).toBe(true);
    expect([...pages].flatMap(([url, text]) => secretsIn(text).map((secret) => [url, secret]))).toEqual([]);
  });

  it('nothing of it is in a message to the trading centre', () => {
    expect(store.sent.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['contract.push', 'contract.change', 'acceptance.push']),
    );
    for (const message of store.sent) expect(secretsIn(JSON.stringify(message))).toEqual([]);
  });
});
