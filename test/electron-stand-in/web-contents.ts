// One page and its web contents: requests answered by the protocol's handler, navigations and new windows put before the listeners, the preload
// in its isolated world, messages both ways.
import { EventEmitter } from 'node:events';
import type { CDPSession, Page } from 'playwright-core';
import { fromBrowser, toBrowser } from './addresses.ts';
import { app } from './app.ts';
import { decode, encode } from './codec.ts';
import { invoke } from './ipc-main.ts';
import { applyPermissions, handlerOf, isCancelled } from './session.ts';
import { bindingName, deliverName, isolatedWorldScript, mainWorldScript, worldName } from './worlds.ts';

type OpenHandler = (details: { readonly url: string; readonly frameName: string }) => {
  readonly action: 'allow' | 'deny';
};
type Paused = {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly redirectedRequestId?: string;
  readonly request: { readonly url: string; readonly method: string };
};

/** What an event carries that can be prevented. */
class Preventable {
  defaultPrevented = false;
  readonly url: string;
  readonly isMainFrame: boolean;
  constructor(url: string, isMainFrame: boolean) {
    this.url = url;
    this.isMainFrame = isMainFrame;
  }
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

export type WebFrame = {
  readonly url: string;
  readonly parent: WebFrame | null;
  readonly processId: number;
  readonly routingId: number;
  readonly top: WebFrame;
};

let lastId = 0;

const isWeb = /^https?:/u;

/** The browser itself has no network: what a page of ours may ask others for is asked for it. */
function fromElsewhere(request: Request): Promise<Response> {
  return fetch(request, { redirect: 'manual' });
}

export class WebContents extends EventEmitter {
  readonly id: number;
  readonly mainFrame: WebFrame;
  #page: Page | undefined;
  #cdp: CDPSession | undefined;
  #mainFrameId = '';
  #world: number | undefined;
  #open: OpenHandler = () => ({ action: 'allow' });
  /** The address that loadURL is on its way to: not the page's own doing. */
  #loading: string | undefined;
  #destroyed = false;

  constructor() {
    super();
    lastId += 1;
    this.id = lastId;
    const url = () => this.getURL();
    this.mainFrame = {
      get url() {
        return url();
      },
      parent: null,
      processId: process.pid,
      routingId: lastId,
      get top() {
        return this;
      },
    };
    app.emit('web-contents-created', {}, this);
  }

  async attach(page: Page, preload: string | undefined): Promise<void> {
    const cdp = await page.context().newCDPSession(page);
    this.#page = page;
    this.#cdp = cdp;
    cdp.on('Fetch.requestPaused', (paused) => {
      this.#decide(paused).catch(() => undefined);
    });
    cdp.on('Page.windowOpen', ({ url, windowName }) => {
      this.#open({ url: fromBrowser(url), frameName: windowName });
    });
    cdp.on('Runtime.executionContextCreated', ({ context: { id, name, auxData } }) => {
      if (name === worldName && auxData?.['frameId'] === this.#mainFrameId) this.#world = id;
    });
    cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === bindingName) void this.#answer(payload, executionContextId);
    });
    page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }));
    page.on('domcontentloaded', () => this.emit('dom-ready'));
    page.on('load', () => this.emit('did-finish-load'));
    const { frameTree } = await cdp.send('Page.getFrameTree');
    this.#mainFrameId = frameTree.frame.id;
    await cdp.send('Page.enable');
    await cdp.send('Runtime.enable');
    await cdp.send('Runtime.addBinding', { name: bindingName, executionContextName: worldName });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: isolatedWorldScript(preload),
      worldName,
    });
    await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Request' }] });
    this.emit('attached');
  }

  get cdp(): CDPSession {
    if (this.#cdp === undefined) throw new Error('Object has been destroyed');
    return this.#cdp;
  }

  get page(): Page | undefined {
    return this.#page;
  }

  getURL(): string {
    return fromBrowser(this.#page?.url() ?? '');
  }

  async loadURL(url: string): Promise<void> {
    const page = this.#page;
    if (page === undefined) throw new Error('Object has been destroyed');
    const address = toBrowser(url);
    await applyPermissions(this, new URL(address).origin);
    this.#loading = address;
    await page.goto(address).catch((problem: unknown) => {
      const code = String(problem).includes('ERR_ABORTED') ? -3 : -2;
      this.emit('did-fail-load', {}, code, String(problem), url, true);
      throw problem;
    });
  }

  reload(): void {
    void this.#page?.reload().catch(() => undefined);
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#open = handler;
  }

  send(channel: string, ...values: readonly unknown[]): void {
    if (this.#world !== undefined) void this.#deliver(this.#world, 'message', channel, encode(values));
  }

  async printToPDF(options: {
    readonly pageSize?: string;
    readonly printBackground?: boolean;
    readonly preferCSSPageSize?: boolean;
    readonly generateTaggedPDF?: boolean;
  }): Promise<Buffer> {
    const { data } = await this.cdp.send('Page.printToPDF', {
      printBackground: options.printBackground ?? false,
      preferCSSPageSize: options.preferCSSPageSize ?? false,
      generateTaggedPDF: options.generateTaggedPDF ?? false,
      // A4, the only size that is asked for.
      paperWidth: 8.27,
      paperHeight: 11.69,
    });
    return Buffer.from(data, 'base64');
  }

  /** Without a printer there is only the browser's own print window, where there is a screen. */
  print(_options: unknown, printed?: (success: boolean, reason: string) => void): void {
    printed?.(false, 'Failed to initialize printer settings');
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  destroy(): void {
    this.#destroyed = true;
    this.#cdp = undefined;
    this.emit('destroyed');
  }

  async #decide({ requestId, frameId, resourceType, redirectedRequestId, request }: Paused): Promise<void> {
    const url = fromBrowser(request.url);
    const fail = (errorReason: 'Aborted' | 'BlockedByClient' | 'Failed') =>
      this.cdp.send('Fetch.failRequest', { requestId, errorReason });
    const ownDoing = this.#loading === request.url && frameId === this.#mainFrameId;
    if (resourceType === 'Document' && ownDoing) this.#loading = undefined;
    else if (
      resourceType === 'Document' &&
      this.#isPrevented(url, frameId, redirectedRequestId !== undefined)
    ) {
      await fail('Aborted');
      return;
    }
    if (await isCancelled(url, request.method, resourceType === 'Document' ? 'mainFrame' : 'other')) {
      await fail('BlockedByClient');
      return;
    }
    const handler = handlerOf(url) ?? (isWeb.test(url) ? fromElsewhere : undefined);
    if (handler === undefined) {
      await this.cdp.send('Fetch.continueRequest', { requestId });
      return;
    }
    try {
      const response = await handler(new Request(url, { method: request.method }));
      if (response.type === 'error') throw new Error('the handler answered an error');
      await this.cdp.send('Fetch.fulfillRequest', {
        requestId,
        responseCode: response.status,
        responseHeaders: [...response.headers].map(([name, value]) => ({
          name,
          value: name === 'location' ? toBrowser(value) : value,
        })),
        body: Buffer.from(await response.arrayBuffer()).toString('base64'),
      });
    } catch {
      await fail('Failed');
    }
  }

  /** Electron's events of a navigation that the page began. */
  #isPrevented(url: string, frameId: string, redirected: boolean): boolean {
    const isMainFrame = frameId === this.#mainFrameId;
    const event = new Preventable(url, isMainFrame);
    if (redirected) this.emit('will-redirect', event);
    else {
      this.emit('will-frame-navigate', event);
      if (isMainFrame && !event.defaultPrevented) this.emit('will-navigate', event);
    }
    return event.defaultPrevented;
  }

  async #answer(payload: string, world: number): Promise<void> {
    const { no, channel, text } = JSON.parse(payload) as { no: number; channel: string; text: string };
    const senderFrame = world === this.#world ? this.mainFrame : null;
    let answer: unknown;
    try {
      const values = decode(text) as unknown[];
      answer = { ok: true, value: await invoke(channel, { sender: this, senderFrame }, values) };
    } catch (problem) {
      answer = { ok: false, message: `Error invoking remote method '${channel}': ${String(problem)}` };
    }
    await this.#deliver(world, 'answer', no, encode(answer));
  }

  async #deliver(world: number, kind: string, subject: string | number, text: string): Promise<void> {
    const values = [kind, subject, text].map((value) => JSON.stringify(value)).join(', ');
    await this.#cdp
      ?.send('Runtime.evaluate', { expression: `${deliverName}(${values})`, contextId: world })
      // The page it was meant for is gone.
      .catch(() => undefined);
  }
}
