// What Electron needs is built into out/: main process and worker as ES modules, the preload as one CommonJS file (a sandboxed preload can load
// nothing else), the renderer as static files. Only what has native parts stays outside the bundles.
import { cp, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import babel from '@rolldown/plugin-babel';
import react, { reactCompilerPreset } from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { z } from 'zod';

/** scripts/build.ts builds beside what is there and puts it in its place when all of it is done. */
const out = process.env['DESKTOP_OUT'] ?? 'out';
const native = ['better-sqlite3'];
const { dependencies } = z
  .object({ dependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(await readFile(join(import.meta.dirname, 'package.json'), 'utf8')));
const bundled = Object.keys(dependencies).filter((name) => !native.includes(name));

/** The outbox keeps its migrations beside its own source; in the one folder of the bundle they get its name. */
function migrations(): Plugin {
  const pattern = /new URL\('\.\/migrations\/', import\.meta\.url\)/g;
  const databases = new Set<string>();
  return {
    name: 'migrations',
    enforce: 'pre',
    transform(code, id) {
      if (!code.includes("'./migrations/'")) return;
      const folder = dirname(id);
      databases.add(folder);
      return {
        code: code.replace(pattern, `new URL('./migrations/${basename(folder)}/', import.meta.url)`),
        map: null,
      };
    },
    async writeBundle({ dir }) {
      if (databases.size !== 1) throw new Error('the migrations of the outbox were not found');
      for (const folder of databases) {
        await cp(join(folder, 'migrations'), join(dir ?? '', 'migrations', basename(folder)), {
          recursive: true,
        });
      }
    },
  };
}

export default defineConfig({
  main: {
    plugins: [migrations()],
    // Its build for Node makes a `require` of its own, which electron-vite makes once more.
    resolve: { alias: [{ find: /^fflate$/, replacement: 'fflate/browser' }] },
    build: {
      outDir: join(out, 'main'),
      sourcemap: true,
      target: 'node24',
      externalizeDeps: { exclude: bundled },
      rollupOptions: {
        input: {
          main: 'electron/main.ts',
          worker: 'electron/app/worker.ts',
          // Started from beside the worker's own file.
          'excel-worker': 'electron/app/excel/excel-worker.ts',
          // Loaded by the worker when it is wanted.
          docx: 'electron/app/documents/docx.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: join(out, 'preload'),
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: 'electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), babel({ presets: [reactCompilerPreset()] })],
    build: {
      outDir: join(import.meta.dirname, out, 'renderer'),
      emptyOutDir: true,
      // Inlined files would need a laxer content policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: { index: join(import.meta.dirname, 'renderer/index.html') } },
    },
  },
});
