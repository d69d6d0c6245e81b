// Files of announcements as everybody may have them, on both databases: those of published ones, under their own names, and no others.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Announcement } from '#shared/domain/announcements/model.ts';
import { websiteText } from '#shared/text/zh-CN/website.ts';
import { anId } from '#test/builders/ids.ts';
import { oneDatabase } from '#test/support/database.ts';
import { aServer, type SignedInDesk, type TestServer } from '#test/support/server.ts';
import { publish, published } from '#test/support/website.ts';

const at = Date.UTC(2026, 0, 5, 2);
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const bytesOf = (name: string) => Buffer.from(`${name} `.repeat(2000));

/** A contract with this file; its bytes are `bytesOf(name)`. */
function contract(name: string, fileName: string, over: Partial<Announcement> = {}): Announcement {
  const bytes = bytesOf(name);
  const file = {
    id: anId(`file ${name}`),
    fileName,
    mediaType: 'text/html',
    size: bytes.length,
    sha256: hashOf(bytes),
  };
  return published(name, at, {
    type: 'CONTRACT',
    projectId: anId(`project of ${name}`),
    ...over,
    content: { contractFile: [file], ...over.content },
  });
}

const open = contract('open', '采购合同（终稿）.pdf');
const late = contract('late', 'late.docx');
const withdrawn = contract('withdrawn', 'withdrawn.pdf', {
  withdrawal: { reason: '合同有误', at: at + 1, name: '' },
});
const draft: Announcement = { ...contract('draft', 'draft.pdf'), status: 'approved', publishedAt: null };
const unnamed = hashOf(bytesOf('unnamed'));
const hidden = contract('hidden', 'shown.pdf', {
  content: {
    // No field of this format, and so in no document.
    elsewhere: [{ id: anId('x'), fileName: 'x.pdf', mediaType: '', size: 1, sha256: unnamed }],
  },
});
const address = ({ id }: Announcement, sha256: string, name: string) =>
  `/announcements/${id}/files/${sha256}/${encodeURIComponent(name)}`;

describe.each(oneDatabase())('files of announcements on $name', (engine) => {
  let server: TestServer;
  let clerk: SignedInDesk;

  beforeAll(async () => {
    server = await aServer(engine, { settings: { requestsPerMinute: 1_000_000 } });
    clerk = await server.signIn('clerk', { role: 'purchaser_clerk' });
    await publish(server.held.database, open, late, withdrawn, draft, hidden);
    for (const name of ['open', 'withdrawn', 'draft', 'unnamed']) await upload(bytesOf(name));
  });
  afterAll(() => server.stop());

  const get = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
    server.http.inject({ method, url, headers });

  async function upload(bytes: Buffer): Promise<void> {
    const tus = { ...clerk.headers, 'tus-resumable': '1.0.0' };
    const begun = await server.http.inject({
      method: 'POST',
      url: '/files/',
      headers: {
        ...tus,
        'upload-length': String(bytes.length),
        'upload-metadata': `sha256 ${Buffer.from(hashOf(bytes)).toString('base64')}`,
      },
    });
    const sent = await server.http.inject({
      method: 'PATCH',
      url: String(begun.headers['location']),
      headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
      payload: bytes,
    });
    expect(sent.statusCode).toBe(204);
  }

  /** The address of the only file on the page. */
  async function linkOn({ id }: Announcement): Promise<string> {
    const { body } = await get(`/announcements/${id}`);
    const links = [...body.matchAll(/<a href="(\/announcements\/[^"]+\/files\/[^"]+)"/g)];
    expect(links).toHaveLength(1);
    return links[0]?.[1] ?? '';
  }

  it('are linked below the document with name and size, and come byte for byte', async () => {
    const page = await get(`/announcements/${open.id}`);
    expect(page.body).toContain('>采购合同（终稿）.pdf</a> <span class="size">9.8 KB</span>');
    const answer = await get(await linkOn(open));
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload.equals(bytesOf('open'))).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="file.pdf"; filename*=UTF-8''${encodeURIComponent('采购合同（终稿）.pdf')}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'cache-control': 'private, max-age=31536000, immutable',
      etag: `"${hashOf(bytesOf('open'))}"`,
    });
  });

  it('come in parts, or not again', async () => {
    const link = await linkOn(open);
    const tag = `"${hashOf(bytesOf('open'))}"`;
    const part = await get(link, { range: 'bytes=100-199' });
    expect([part.statusCode, part.headers['content-range']]).toEqual([
      206,
      `bytes 100-199/${bytesOf('open').length}`,
    ]);
    expect(part.rawPayload.equals(bytesOf('open').subarray(100, 200))).toBe(true);
    expect((await get(link, { range: 'bytes=100-199', 'if-range': tag })).statusCode).toBe(206);
    expect((await get(link, { range: 'bytes=100-199', 'if-range': '"x"' })).statusCode).toBe(200);
    const beyond = await get(link, { range: 'bytes=999999-' });
    expect([beyond.statusCode, beyond.headers['cache-control']]).toEqual([416, 'no-store']);
    const again = await get(link, { 'if-none-match': tag });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const head = await get(link, {}, 'HEAD');
    expect([head.statusCode, head.headers['content-length'], head.body]).toEqual([
      200,
      String(bytesOf('open').length),
      '',
    ]);
  });

  it('whose bytes are on their way say so, and come when they are here', async () => {
    const link = await linkOn(late);
    const early = await get(link);
    expect([early.statusCode, early.headers['cache-control'], early.body]).toEqual([
      404,
      'no-store',
      expect.stringContaining(websiteText.files.missing.title),
    ]);
    await upload(bytesOf('late'));
    expect((await get(link)).rawPayload.equals(bytesOf('late'))).toBe(true);
  });

  it('of what was withdrawn are neither linked nor given', async () => {
    expect((await get(`/announcements/${withdrawn.id}`)).body).not.toContain(hashOf(bytesOf('withdrawn')));
    const answer = await get(address(withdrawn, hashOf(bytesOf('withdrawn')), 'withdrawn.pdf'));
    expect([answer.statusCode, answer.body]).toEqual([
      404,
      expect.stringContaining(websiteText.files.gone.title),
    ]);
  });

  it.each([
    ['of a draft', address(draft, hashOf(bytesOf('draft')), 'draft.pdf')],
    ['of another announcement', address(open, hashOf(bytesOf('late')), 'late.docx')],
    ['that its document does not name', address(hidden, unnamed, 'x.pdf')],
    ['under a name of the visitor’s own', address(open, hashOf(bytesOf('open')), '中奖通知.pdf')],
    ['by no hash', address(open, 'x', '采购合同（终稿）.pdf')],
    ['of no announcement', `/announcements/x/files/${unnamed}/x.pdf`],
  ])('%s are not there', async (_what, url) => {
    const answer = await get(url);
    expect([answer.statusCode, answer.body]).toEqual([404, expect.stringContaining('content="not_found"')]);
  });

  it.each([
    ['../../etc/passwd', '_.._etc_passwd', 'application/octet-stream'],
    ['"><script>alert(1)</script>.html', '___script_alert(1)__script_.html', 'application/octet-stream'],
    ['a\nset-cookie: x=y.pdf', 'a set-cookie_ x=y.pdf', 'application/pdf'],
    ['合同\u202Efdp.exe', '合同fdp.exe', 'application/octet-stream'],
    ["100%25 'quoted' (1)*.ZIP", "100_25 'quoted' (1)_.ZIP", 'application/zip'],
    ['..', websiteText.files.unnamed, 'application/octet-stream'],
    [`${'长'.repeat(196)}.pdf`, `${'长'.repeat(196)}.pdf`, 'application/pdf'],
  ])('named %j do no harm', async (fileName, shown, type) => {
    const name = `hostile ${shown}`;
    const row = contract(name, fileName);
    await publish(server.held.database, row);
    await upload(bytesOf(name));
    const answer = await get(await linkOn(row));
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['set-cookie']]).toEqual([
      200,
      type,
      undefined,
    ]);
    const [, encoded = ''] =
      /^attachment; filename="file[.\w]*"; filename\*=UTF-8''([\w!.~%-]+)$/.exec(
        String(answer.headers['content-disposition']),
      ) ?? [];
    expect(decodeURIComponent(encoded)).toBe(shown);
  });
});
