// What runs in the page: `isolatedWorld` holds Electron's preload API and the preload itself, `mainWorld` what contextBridge shows the page. The two
// share nothing but the document, so they speak through events that carry text. Both are turned into source text by worlds.ts.

export function isolatedWorld(names, preload) {
  if (window !== window.top) return;
  const { bridge, binding } = names;
  const { encode, decode, speak } = names.tools(bridge, 'isolated', 'main');
  const send = globalThis[binding];
  const waiting = new Map();
  const listeners = new Map();
  let no = 0;

  globalThis[`${binding}Deliver`] = (kind, subject, text) => {
    if (kind === 'answer') {
      const answer = decode(text);
      const { resolve, reject } = waiting.get(subject);
      waiting.delete(subject);
      if (answer.ok) resolve(answer.value);
      else reject(new Error(answer.message));
    } else {
      for (const listener of [...(listeners.get(subject) ?? [])]) listener({}, ...decode(text));
    }
  };

  const ipcRenderer = {
    invoke: (channel, ...values) => {
      no += 1;
      const text = encode(values);
      return new Promise((resolve, reject) => {
        waiting.set(no, { resolve, reject });
        send(JSON.stringify({ no, channel, text }));
      });
    },
    on: (channel, listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    },
    removeListener: (channel, listener) => {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((each) => each !== listener),
      );
    },
  };
  const exposed = new Map();
  const show = () => {
    for (const [key, api] of exposed) speak.tell('expose', [key, api]);
  };
  const contextBridge = {
    exposeInMainWorld: (key, api) => {
      exposed.set(key, api);
      speak.tell('expose', [key, api]);
    },
  };
  speak.hear('hello', show);

  const electron = { contextBridge, ipcRenderer };
  const require = (name) => {
    if (name === 'electron') return electron;
    throw new Error(`module not found: ${name}`);
  };
  const module = { exports: {} };
  preload(module.exports, require, module);
}

export function mainWorld(names) {
  if (window !== window.top) return;
  const { speak } = names.tools(names.bridge, 'main', 'isolated');
  speak.hear('expose', ([key, api]) => {
    if (Object.hasOwn(window, key)) return;
    Object.defineProperty(window, key, { value: freeze(api), enumerable: true });
  });
  speak.tell('hello', []);

  function freeze(value) {
    if (value === null || typeof value !== 'object') return value;
    for (const part of Object.values(value)) freeze(part);
    return Object.freeze(value);
  }
}

/** For both: values as text (as codec.ts does it), functions as numbers that the other side may call, promises as answers that come later. */
export function tools(bridge, here, there) {
  const functions = [];
  const promises = new Map();
  let promised = 0;
  let returned;

  function wrap(value, callable) {
    if (value === undefined) return { $: 'undefined' };
    if (typeof value === 'bigint') return { $: 'bigint', text: String(value) };
    if (typeof value === 'number' && !Number.isFinite(value)) return { $: 'number', text: String(value) };
    if (value instanceof Date) return { $: 'date', at: value.getTime() };
    if (value instanceof Uint8Array) return { $: 'bytes', bytes: [...value] };
    if (value instanceof Map) return { $: 'map', entries: wrap([...value], callable) };
    if (Array.isArray(value)) return value.map((part) => wrap(part, callable));
    if (typeof value === 'function' && callable) {
      const known = functions.indexOf(value);
      return { $: 'function', id: known === -1 ? functions.push(value) - 1 : known };
    }
    if (value instanceof Promise && callable) {
      promised += 1;
      const id = promised;
      value.then(
        (result) => tell('settle', [id, true, result]),
        (problem) => tell('settle', [id, false, String(problem?.message ?? problem)]),
      );
      return { $: 'promise', id };
    }
    if (typeof value === 'function' || typeof value === 'symbol') {
      throw new Error('An object could not be cloned.');
    }
    if (value === null || typeof value !== 'object') return value;
    return { $: 'object', entries: Object.entries(value).map(([key, part]) => [key, wrap(part, callable)]) };
  }

  function unwrap(value) {
    if (Array.isArray(value)) return value.map(unwrap);
    if (value === null || typeof value !== 'object') return value;
    switch (value.$) {
      case 'bigint':
        return BigInt(value.text);
      case 'number':
        return Number(value.text);
      case 'date':
        return new Date(value.at);
      case 'bytes':
        return Uint8Array.from(value.bytes);
      case 'map':
        return new Map(unwrap(value.entries));
      case 'function':
        return (...values) => {
          returned = undefined;
          tell('call', [value.id, values]);
          const [ok, result] = returned;
          if (!ok) throw new Error(result);
          return result;
        };
      case 'promise':
        return new Promise((resolve, reject) => promises.set(value.id, { resolve, reject }));
      case 'object': {
        const object = {};
        for (const [key, part] of value.entries) {
          const property = { value: unwrap(part), writable: true, enumerable: true, configurable: true };
          Object.defineProperty(object, key, property);
        }
        return object;
      }
      default:
        return undefined;
    }
  }

  function isJson(value) {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
    if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
    if (Array.isArray(value)) return value.every(isJson);
    if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return false;
    return Object.values(value).every(isJson) && typeof value.toJSON !== 'function';
  }

  function toText(value, callable) {
    if (isJson(value)) return JSON.stringify(value);
    return `$${JSON.stringify(wrap(callable ? value : structuredClone(value), callable))}`;
  }

  function fromText(text) {
    return text.startsWith('$') ? unwrap(JSON.parse(text.slice(1))) : JSON.parse(text);
  }

  function tell(kind, values) {
    const detail = toText(values, true);
    window.dispatchEvent(new CustomEvent(`${bridge}-${there}-${kind}`, { detail }));
  }
  function hear(kind, listener) {
    window.addEventListener(`${bridge}-${here}-${kind}`, (event) => {
      event.stopImmediatePropagation();
      listener(fromText(event.detail));
    });
  }
  hear('call', ([id, values]) => {
    try {
      tell('return', [true, functions[id](...values)]);
    } catch (problem) {
      tell('return', [false, String(problem instanceof Error ? problem.message : problem)]);
    }
  });
  hear('return', (answer) => {
    returned = answer;
  });
  hear('settle', ([id, ok, value]) => {
    const { resolve, reject } = promises.get(id);
    promises.delete(id);
    if (ok) resolve(value);
    else reject(new Error(value));
  });
  return {
    encode: (value) => toText(value, false),
    decode: fromText,
    speak: { tell, hear },
  };
}
