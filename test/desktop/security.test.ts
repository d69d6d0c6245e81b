// Electron's security checklist (electronjs.org, Security, points 1 to 20), tried on the product as it is built and with the settings that ship.
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { desktopKinds } from '../electron-stand-in/driver.ts';
import { type Desk, type Shipped, shipped } from './shipped.ts';

declare const desk: Desk;
const root = join(import.meta.dirname, '../..');

describe.each(desktopKinds)('on %s', (kind) => {
  let desktop: Shipped;
  let outside: Server;
  let elsewhere: string;
  const asked: string[] = [];

  beforeAll(async () => {
    outside = createServer((request, response) => {
      asked.push(String(request.url));
      response.setHeader('access-control-allow-origin', '*');
      response.end('<h1>outside</h1>');
    });
    await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
    elsewhere = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
    desktop = await shipped({ kind });
    await desktop.page.waitForFunction(() => 'desk' in window);
  });
  afterAll(async () => {
    await desktop.remove();
    outside.closeAllConnections();
    outside.close();
  });
  afterEach(async () => {
    // Whatever was tried: our page is still the one, nothing outside was reached, and its door still opens.
    expect(desktop.page.url().startsWith(desktop.address('app://desk/index.html'))).toBe(true);
    expect(asked).toEqual([]);
    expect(await desktop.page.evaluate(async () => (await desk.call('host.settings', {})).ok)).toBe(true);
  });

  const code = (name: unknown, input?: unknown) =>
    desktop.page.evaluate(async ([asks, given]) => (await desk.call(asks, given)).error?.code ?? 'ok', [
      name,
      input,
    ] as const);
  const preferences = () =>
    desktop.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (window === undefined) throw new Error('no window');
      // The stand-in keeps what the window was made with; Electron answers what it made of it.
      const made =
        'options' in window ? (window.options as { webPreferences?: object }).webPreferences : undefined;
      const contents = window.webContents as unknown as { getLastWebPreferences?(): object };
      return (made ?? contents.getLastWebPreferences?.() ?? {}) as Record<string, unknown>;
    });

  it('1. only loads what is secure: our own scheme, and nothing over the network', async () => {
    const reached = await desktop.page.evaluate(async (url) => {
      const failed = async (attempt: Promise<unknown>) =>
        attempt.then(
          () => 'reached',
          () => 'refused',
        );
      const loads = (element: HTMLElement) =>
        new Promise<string>((resolve) => {
          element.addEventListener('load', () => resolve('reached'));
          element.addEventListener('error', () => resolve('refused'));
          document.head.append(element);
        });
      return {
        secure: isSecureContext,
        fetch: await failed(fetch(`${url}/fetch`)),
        script: await loads(Object.assign(document.createElement('script'), { src: `${url}/script.js` })),
        style: await loads(
          Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${url}/style.css` }),
        ),
        image: await loads(Object.assign(document.createElement('img'), { src: `${url}/image.png` })),
        socket: await failed(
          new Promise((resolve, reject) => {
            const socket = new WebSocket(url.replace('http', 'ws'));
            socket.addEventListener('open', resolve);
            socket.addEventListener('error', reject);
          }),
        ),
        beacon: navigator.sendBeacon(`${url}/beacon`, 'x') ? 'queued' : 'refused',
      };
    }, elsewhere);
    expect(reached).toMatchObject({
      secure: true,
      fetch: 'refused',
      script: 'refused',
      style: 'refused',
      image: 'refused',
      socket: 'refused',
    });
  });

  it('2. gives no page Node', async () => {
    expect(await preferences()).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    });
    const names = ['require', 'module', 'exports', 'process', 'Buffer', 'global', '__dirname', 'electron'];
    const found = await desktop.page.evaluate((all) => all.filter((name) => name in globalThis), names);
    expect(found).toEqual([]);
  });

  it('3. keeps the preload in a world of its own', async () => {
    expect(await preferences()).toMatchObject({ contextIsolation: true });
    const changed = await desktop.page.evaluate(async () => {
      // A page that changes what everyone stands on does not change what the preload does.
      const stolen: unknown[] = [];
      Object.assign(globalThis, { ipcRenderer: { invoke: () => stolen.push('invoke') } });
      const first = await desk.call('host.settings', {});
      const before = desk.call;
      try {
        Object.assign(desk, { call: () => Promise.resolve({ ok: true, value: 'forged' }) });
      } catch {
        // Frozen.
      }
      const same = desk.call === before;
      return { ok: first.ok, same, stolen: stolen.length };
    });
    expect(changed).toEqual({ ok: true, same: true, stolen: 0 });
  });

  it('4. runs every page in the sandbox', async () => {
    expect(await preferences()).toMatchObject({ sandbox: true });
    expect(readFileSync(join(root, 'out/main/main.js'), 'utf8')).toContain('app.enableSandbox()');
  });

  it('5. gives no permission but to copy text', async () => {
    const states = await desktop.page.evaluate(async () => {
      const failed = async (attempt: () => Promise<unknown>) => {
        try {
          await attempt();
          return 'granted';
        } catch {
          return 'denied';
        }
      };
      const state = async (name: string) => (await navigator.permissions.query({ name } as never)).state;
      return {
        geolocation: await state('geolocation'),
        notifications: await Notification.requestPermission(),
        camera: await failed(() => navigator.mediaDevices.getUserMedia({ video: true })),
        microphone: await failed(() => navigator.mediaDevices.getUserMedia({ audio: true })),
        read: await failed(() => navigator.clipboard.readText()),
      };
    });
    expect(states).toEqual({
      geolocation: 'denied',
      notifications: 'denied',
      camera: 'denied',
      microphone: 'denied',
      read: 'denied',
    });
  });

  it('6. leaves the rules between origins on', async () => {
    expect(await preferences()).toMatchObject({ webSecurity: true });
  });

  it('7. has a content policy that lets in our own files alone', async () => {
    const evaluated = await desktop.page.evaluate(async () => {
      const violations: string[] = [];
      Object.assign(globalThis, { violations });
      document.addEventListener('securitypolicyviolation', (event) =>
        violations.push(event.effectiveDirective),
      );
      const inline = document.createElement('script');
      inline.textContent = 'globalThis.inline = true';
      document.body.append(inline);
      const button = document.createElement('button');
      button.setAttribute('onclick', 'globalThis.handler = true');
      document.body.append(button);
      button.click();
      // From a timer: what a debugger evaluates at once is not held to the policy.
      const result = await new Promise<string>((resolve) => {
        setTimeout(() => {
          try {
            // biome-ignore lint/security/noGlobalEval: that it does not work is what is tested
            resolve(String(globalThis.eval('1 + 1')));
          } catch {
            resolve('refused');
          }
        });
      });
      const data = document.createElement('script');
      data.src = 'data:text/javascript,globalThis.data=true';
      document.body.append(data);
      const blob = document.createElement('script');
      blob.src = URL.createObjectURL(new Blob(['globalThis.blob=true'], { type: 'text/javascript' }));
      document.body.append(blob);
      Object.assign(globalThis, { tried: [inline, button, data, blob] });
      return result;
    });
    expect(evaluated).toBe('refused');
    // What was refused is reported.
    await desktop.page.waitForFunction(
      () => (globalThis as unknown as { violations: readonly string[] }).violations.length > 3,
    );
    const ran = await desktop.page.evaluate(() => {
      for (const element of (globalThis as unknown as { tried: readonly Element[] }).tried) element.remove();
      return ['inline', 'handler', 'data', 'blob'].filter((name) => name in globalThis);
    });
    expect(ran).toEqual([]);
    const violations = await desktop.page.evaluate(
      () => document.querySelectorAll('script:not([src]), [onclick], [onload], [onerror]').length,
    );
    expect(violations).toBe(0);
  });

  it('8. runs nothing insecure beside it', async () => {
    expect(await preferences()).toMatchObject({ allowRunningInsecureContent: false });
  });

  it('9. and 10. has no experiments and no features of Blink switched on', async () => {
    const given = await preferences();
    expect(given).toMatchObject({ experimentalFeatures: false });
    expect(given['enableBlinkFeatures'] ?? '').toBe('');
  });

  it('11. and 12. embeds no web contents', async () => {
    expect(await preferences()).toMatchObject({ webviewTag: false });
    const made = await desktop.page.evaluate(async (url) => {
      const view = document.createElement('webview');
      view.setAttribute('src', url);
      view.setAttribute('allowpopups', '');
      document.body.append(view);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const isElement = 'getWebContentsId' in view;
      view.remove();
      return isElement;
    }, elsewhere);
    expect(made).toBe(false);
    const frames = await desktop.page.evaluate(async (url) => {
      const results: string[] = [];
      for (const src of [url, 'https://example.invalid/', 'data:text/html,<p>x', 'file:///etc/passwd']) {
        const frame = document.createElement('iframe');
        frame.src = src;
        document.body.append(frame);
        await new Promise((resolve) => setTimeout(resolve, 150));
        try {
          results.push('desk' in (frame.contentWindow ?? {}) ? 'door' : 'empty');
        } catch {
          results.push('empty');
        }
        frame.remove();
      }
      return results;
    }, elsewhere);
    expect(frames).toEqual(['empty', 'empty', 'empty', 'empty']);
  });

  describe('13. goes nowhere', () => {
    it.each([
      ['by an address', (url: string) => location.assign(url)],
      ['by a replaced address', (url: string) => location.replace(url)],
      [
        'by a link',
        (url: string) => {
          const link = Object.assign(document.createElement('a'), { href: url });
          document.body.append(link);
          link.click();
          link.remove();
        },
      ],
      [
        'by a form',
        (url: string) => {
          const form = Object.assign(document.createElement('form'), { action: url, method: 'post' });
          document.body.append(form);
          form.submit();
          form.remove();
        },
      ],
      [
        'by a refresh',
        (url: string) => {
          const meta = Object.assign(document.createElement('meta'), {
            httpEquiv: 'refresh',
            content: `0;url=${url}`,
          });
          document.head.append(meta);
          setTimeout(() => meta.remove(), 200);
        },
      ],
    ] as const)('%s', async (_way, go) => {
      for (const url of [
        `${elsewhere}/page`,
        desktop.address('app://other/index.html'),
        desktop.address('app://desk/assets/'),
        'file:///etc/passwd',
        'data:text/html,<h1>data',
        'javascript:void(0)',
      ]) {
        await desktop.page.evaluate(go, url).catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, 150));
        expect(desktop.page.url().startsWith(desktop.address('app://desk/index.html')), url).toBe(true);
      }
    });

    it('and dropping a file or an address on it changes nothing', async () => {
      expect(await preferences()).toMatchObject({ navigateOnDragDrop: false });
    });
  });

  it('14. opens no window', async () => {
    await desktop.page.evaluate((url) => {
      for (const address of [url, 'about:blank', 'https://example.invalid/', 'file:///etc/passwd', '']) {
        window.open(address);
        window.open(address, 'named', 'width=100');
      }
      const link = Object.assign(document.createElement('a'), {
        href: url,
        target: '_blank',
        rel: 'noopener',
      });
      document.body.append(link);
      link.click();
      link.remove();
    }, elsewhere);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    // The stand-in's browser makes a window before it can be refused, and takes its time to end it.
    await expect.poll(() => desktop.pages().length).toBe(1);
  });

  it('15. hands no foreign address to the system', async () => {
    await desktop.evaluate(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.openExternal = async (url: string) => {
        opened.push(url);
      };
    });
    await desktop.page.evaluate((url) => {
      for (const address of [
        url,
        'https://example.invalid/',
        'file:///etc/passwd',
        'smb://x/y',
        'calculator:',
      ]) {
        window.open(address);
      }
    }, elsewhere);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await desktop.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)).toEqual([]);
  });

  it('16. stands on a supported release of Electron', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    const major = Number(/\d+/.exec(String(devDependencies['electron']))?.[0]);
    expect(major).toBeGreaterThanOrEqual(45);
  });

  describe('17. asks who calls', () => {
    it.each([
      '__proto__',
      'constructor',
      'hasOwnProperty',
      'host.__proto__',
      'no.such.name',
      'files.add',
      'files.fetch',
      'plans.importPreview',
    ])('knows no name %s', async (name) => {
      expect(await code(name, {})).toBe('unknown_name');
    });

    it.each([
      ['a name that is no text', 7, {}],
      ['no name', undefined, {}],
      ['a date', 'host.settings', new Date(0)],
      ['bytes', 'host.settings', new Uint8Array(4)],
      ['more than the call takes', 'host.settings', { more: true }],
      ['the wrong kind', 'host.saveSettings', { theme: 'pink' }],
      ['a wrong id', 'plans.get', { id: '../../etc' }],
    ])('refuses %s', async (_what, name, input) => {
      expect(await code(name, input)).toBe('invalid_input');
    });

    it('refuses what is too large, and goes on', async () => {
      const large = await desktop.page.evaluate(
        async () =>
          (await desk.call('drafts.save', { key: 'a', form: 'b', body: 'x'.repeat(3_000_000) })).error?.code,
      );
      expect(large).toBe('too_large');
      const deep = await desktop.page.evaluate(async () => {
        let body: unknown = 1;
        for (let depth = 0; depth < 300; depth += 1) body = { body };
        return (await desk.call('drafts.save', { key: 'a', form: 'b', body })).error?.code;
      });
      expect(deep).toBe('invalid_input');
    });

    it('takes a prototype in a message for nothing', async () => {
      const result = await desktop.page.evaluate(async () => {
        const input: unknown = JSON.parse('{"theme":"dark","__proto__":{"textSize":"larger"}}');
        return (await desk.call('host.saveSettings', input)).error?.code ?? 'ok';
      });
      expect(['ok', 'invalid_input']).toContain(result);
      expect(await desktop.evaluate(() => ({}) as Record<string, unknown>)).toEqual({});
      const size = await desktop.page.evaluate(
        async () => ((await desk.call('host.settings', {})).value as { textSize: string }).textSize,
      );
      expect(size).toBe('normal');
    });

    it('answers a frame inside the page nothing', async () => {
      const inside = await desktop.page.evaluate(async () => {
        const frame = document.createElement('iframe');
        document.body.append(frame);
        await new Promise((resolve) => setTimeout(resolve, 200));
        const has = 'desk' in (frame.contentWindow ?? {});
        frame.remove();
        return has;
      });
      expect(inside).toBe(false);
    });
  });

  it('18. serves its files by its own protocol, and only those', async () => {
    expect(desktop.page.url().startsWith('file:')).toBe(false);
    const answers = await desktop.page.evaluate(async () => {
      const statuses: Record<string, string> = {};
      for (const path of [
        '/../../package.json',
        '/..%2f..%2fpackage.json',
        '/%2e%2e/%2e%2e/package.json',
        '/assets/..%5c..%5cpackage.json',
        '/assets/%00',
        '/main/main.js',
        '/index.html.map',
        '//index.html',
      ]) {
        const image = new Image();
        statuses[path] = await new Promise((resolve) => {
          image.onload = () => resolve('loaded');
          image.onerror = () => resolve('refused');
          image.src = path;
        });
      }
      return statuses;
    });
    expect(new Set(Object.values(answers))).toEqual(new Set(['refused']));
  });

  it('19. is packaged with the fuses blown that open other ways in', () => {
    const packaging = JSON.parse(readFileSync(join(root, 'resources/electron-builder.json'), 'utf8')) as {
      electronFuses: Record<string, boolean>;
    };
    expect(packaging.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      resetAdHocDarwinSignature: true,
    });
  });

  it('20. shows the page one door with two handles, and no more of Electron', async () => {
    const seen = await desktop.page.evaluate(() => ({
      keys: Object.keys(desk).toSorted(),
      kinds: [typeof desk.call, typeof desk.on],
    }));
    expect(seen).toEqual({ keys: ['call', 'on'], kinds: ['function', 'function'] });
    const preload = readFileSync(join(root, 'out/preload/preload.cjs'), 'utf8');
    expect(preload.match(/exposeInMainWorld\(/g)).toHaveLength(1);
    expect(preload.match(/require\("([^"]+)"\)/g)).toEqual(['require("electron")']);
    await desktop.page.evaluate(async () => {
      const heard: unknown[] = [];
      const stop = desk.on((...values: unknown[]) => heard.push(values.length));
      Object.assign(globalThis, { heard, stop });
      await desk.call('host.saveSettings', { textSize: 'large' });
      await desk.call('host.saveSettings', { textSize: 'normal' });
    });
    const heard = () =>
      desktop.page.evaluate(() => (globalThis as unknown as { heard: readonly number[] }).heard);
    // One value each: the event object of Electron does not come along.
    await expect.poll(heard).toEqual([1, 1]);
    await desktop.page.evaluate(() => (globalThis as unknown as { stop(): void }).stop());
  });
});
