// How an official document is set (GB/T 9704-2012): one place of sizes and fonts for Word; resources/documents/announcement.css says the same to
// browsers, and a test holds the two together. Names of fonts are written as Word and WPS list them.

/** A4, in millimetres. */
export const paper = {
  width: 210,
  height: 297,
  margin: { top: 37, bottom: 35, left: 28, right: 26 },
  /** From the paper's lower edge to the page number, which stands 7 mm below the text. */
  pageNumberBottom: 23,
} as const;

/** In points: 2号, 3号, 4号; tables 小四, 五号 or 小五, as fitOf (table-fit.ts) says. */
export const sizes = {
  title: 22,
  body: 16,
  pageNumber: 14,
  table: { plain: 12, wide: 10.5, dense: 9 },
} as const;
/** Between two lines, in points: 22 of them fill a page. */
export const lines = { title: 33, body: 29 } as const;

/** Where one is missing, Word and WPS take the system's song or another Chinese font. */
export const fonts = { title: '方正小标宋简体', body: '仿宋', heading: '黑体', pageNumber: '宋体' } as const;

/** What stands on both sides of a page number. */
export const pageNumberDash = '—';

/** What a line begins with: `1.项目编号：`. */
export function leadOf({ no, label }: { readonly no: string; readonly label: string }): string {
  return label === '' ? no : `${no}${label}：`;
}
