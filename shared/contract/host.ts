// What the window may ask of the host itself, in the form of `queries`: everything that needs the operating system. No path of a file ever
// comes from the window: the host opens the dialog and hands the path to the local side. A user who closes a dialog gets an empty answer,
// not a refusal.
import { z } from 'zod';
import { roles } from '#shared/domain/actor.ts';
import { importNotes } from './excel.ts';
import { fileStateSchema, hostOnly, queries } from './ipc.ts';
import { exportChoice } from './lists.ts';

const nothing = z.strictObject({});
const done = z.object({});
const fileName = z.string().min(1).max(200);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const themes = ['system', 'light', 'dark'] as const;
export const textSizes = ['small', 'normal', 'large', 'larger'] as const;

/** What is set for this computer, whoever signs in. The window applies theme and text size itself. */
export const hostSettingsSchema = z.object({
  /** Of the central server; null before this computer is enrolled. */
  server: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .nullable(),
  /** When the server answered as a central server of this product; null while it was only typed. */
  enrolledAt: z.int().nullable(),
  theme: z.enum(themes),
  textSize: z.enum(textSizes),
});
export type HostSettings = z.infer<typeof hostSettingsSchema>;

/** Of the local side's thread. `failed`: it does not start again by itself; `host.restartLocal` tries once more. */
export const localStateSchema = z.enum(['none', 'starting', 'running', 'restarting', 'failed']);
export type LocalState = z.infer<typeof localStateSchema>;

export const demoAccountSchema = z.object({
  username: z.string(),
  password: z.string(),
  role: z.enum(roles),
  name: z.string(),
  /** Of the unit, agency or office; empty for those who stand for none. */
  organisation: z.string(),
});
export type DemoAccount = z.infer<typeof demoAccountSchema>;

const saved = z.object({ saved: z.boolean(), fileName: z.string().nullable() });

/** What is in a chosen file, by what it is a file of. */
export const importPreviews = z.discriminatedUnion('of', [
  queries['plans.importPreview'].output,
  queries['payments.importPreview'].output,
  queries['contractItems.importPreview'].output,
]);
export type ImportPreview = z.infer<typeof importPreviews>;
const importOf = z.enum(['plans', 'payments', 'contractItems']);

export const hostCalls = {
  'host.about': {
    input: nothing,
    output: z.object({
      name: z.string(),
      version: z.string(),
      electron: z.string(),
      chrome: z.string(),
      node: z.string(),
      /** Runs on the stand-in for Electron. */
      standIn: z.boolean(),
      dataFolder: z.string(),
      logFile: z.string(),
      /** Whether sign-ins can be kept over a restart in the system's safe. */
      keepsSecrets: z.boolean(),
    }),
  },
  /** Empty unless started by `npm start`. */
  'host.demoAccounts': { input: nothing, output: z.object({ accounts: z.array(demoAccountSchema) }) },
  'host.settings': { input: nothing, output: hostSettingsSchema },
  'host.saveSettings': {
    input: z.strictObject({
      theme: z.enum(themes).exactOptional(),
      textSize: z.enum(textSizes).exactOptional(),
    }),
    output: hostSettingsSchema,
  },
  /** Refusals: `server_unreachable`, `unknown_platform` (it answers, but is no central server of this product). */
  'host.enrol': {
    input: z.strictObject({ server: z.url({ protocol: /^https?$/ }).max(300) }),
    output: hostSettingsSchema,
  },
  'host.localState': { input: nothing, output: z.object({ state: localStateSchema }) },
  'host.restartLocal': { input: nothing, output: z.object({ state: localStateSchema }) },

  /** Lets the user choose files and takes them into the store; refused ones are named with the reason's code. */
  'host.attachFiles': {
    input: z.strictObject({ multiple: z.boolean().default(true) }),
    output: z.object({
      files: z.array(fileStateSchema),
      refused: z.array(z.object({ fileName: z.string(), code: z.string() })),
    }),
  },
  /** Opens it in the program for its kind; brings it here first. Refusals: those of `files.fetch`, `not_allowed` for a kind that is not opened. */
  'host.openFile': { input: z.strictObject({ sha256, fileName: fileName.exactOptional() }), output: done },
  'host.saveFile': { input: z.strictObject({ sha256, fileName }), output: saved },
  /** 导入: lets the user choose a filled-in template and answers what is in it; null when the dialog was closed. Then `<of>.import` with its token. */
  'host.importRecords': {
    input: z.strictObject({ of: importOf }),
    output: z.object({ preview: importPreviews.nullable(), fileName: z.string().nullable() }),
  },
  /** 下载模板 */
  'host.saveImportTemplate': { input: z.strictObject({ of: importOf }), output: saved },
  /** 另存带批注的表格; refusals are those of `<of>.importNotes`. `fileName` is that of the workbook that was read. */
  'host.saveImportNotes': {
    input: importNotes.input
      .omit({ path: true })
      .extend({ of: importOf, fileName: z.string().min(1).max(300) }),
    output: saved.extend({ notes: z.int() }),
  },
  /** 导出 of a list's view as it is shown, or of chosen rows of it; refusals are those of `<name>.export`. */
  'host.exportList': { input: exportChoice, output: saved.extend({ rows: z.int(), unreadable: z.int() }) },
  /** 导出 of outgoing messages; refusals are those of `exchange.export`. */
  'host.exportMessages': {
    input: queries['exchange.export'].input.omit({ path: true }),
    output: saved.extend({ messages: z.int() }),
  },
  /** 导出 of 跨年度事项; refusals are those of `contracts.exportYearEnd`. */
  'host.exportYearEnd': {
    input: queries['contracts.exportYearEnd'].input.omit({ path: true }),
    output: saved.extend({ rows: z.int() }),
  },
  /** 存为Word of an official document; refusals are those of `documents.word`. */
  'host.saveWord': {
    input: queries['documents.word'].input.omit({ path: true }).extend({ fileName }),
    output: saved,
  },
  /** Prints the page of the window that is shown now, by its print styles. */
  'host.print': { input: nothing, output: z.object({ printed: z.boolean() }) },
  'host.printToPdf': { input: z.strictObject({ fileName }), output: saved },
  /** Nothing personal is in it: versions, sizes, counts, codes and the end of the log. */
  'host.diagnosticsBundle': { input: nothing, output: saved },
  'host.logTail': { input: nothing, output: z.object({ lines: z.array(z.string()) }) },
  'host.openDataFolder': { input: nothing, output: done },
  /** Shown only while no window of ours has the focus. `route` is where a click leads. */
  'host.notify': {
    input: z.strictObject({
      title: z.string().min(1).max(100),
      body: z.string().max(300),
      route: z
        .string()
        .max(200)
        .regex(/^\/[\w/-]*$/)
        .exactOptional(),
    }),
    output: z.object({ shown: z.boolean() }),
  },
  /** How much waits for the one signed in: on the tray and, where there is one, the dock. */
  'host.badge': { input: z.strictObject({ count: z.int().min(0).max(99_999) }), output: done },
} as const satisfies Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>;

export type HostCalls = typeof hostCalls;
export type HostCallName = keyof HostCalls;

/** Of the host, beside the events of the local side on the same channel. */
export const hostEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('host.local'), state: localStateSchema }),
  z.object({ type: z.literal('host.settings'), settings: hostSettingsSchema }),
  /** From the menu, the tray or a notification. */
  z.object({ type: z.literal('host.navigate'), route: z.string() }),
]);
export type HostEvent = z.infer<typeof hostEventSchema>;

const names: ReadonlyMap<string, HostCallName> = new Map(
  Object.keys(hostCalls).flatMap((name) => (isHostCallName(name) ? [[name, name]] : [])),
);

/** The call of this name, or undefined; never something a prototype answers. */
export function hostCallName(name: string): HostCallName | undefined {
  return names.get(name);
}

function isHostCallName(name: string): name is HostCallName {
  return Object.hasOwn(hostCalls, name);
}

/** Queries of the local side that carry a path: the host asks them, the window may not. */
export const hostOnlyQueries: ReadonlySet<string> = hostOnly;
