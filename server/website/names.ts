// Names of codes as visitors read them. A code that nobody knows is shown as it is: published records outlive tables.
import { announcementType } from '#shared/codes/announcement-types.ts';
import { codeName } from '#shared/codes/code-table.ts';
import { procurementMethods } from '#shared/codes/procurement.ts';
import { regions } from '#shared/codes/regions.ts';
import { type WebsiteColumn, websiteColumns } from '#shared/domain/announcements/model.ts';
import { websiteText } from '#shared/text/zh-CN/website.ts';

const city = codeName(regions, regions.entries.find(({ level }) => level === 'city')?.code ?? '') ?? '';
export const siteName = websiteText.siteName(city);

const columnNames: ReadonlyMap<string, string> = new Map(Object.entries(websiteText.columns));
export const columnNameOf = (code: string): string => columnNames.get(code) ?? code;
export const typeName = (code: string): string => announcementType(code)?.name ?? code;
export const methodName = (code: string): string => codeName(procurementMethods, code) ?? code;
export const regionName = (code: string): string => codeName(regions, code) ?? code;

export type Choice = { readonly code: string; readonly name: string };
export const columnChoices: readonly (Choice & { readonly code: WebsiteColumn })[] = websiteColumns.map(
  (code) => ({ code, name: websiteText.columns[code] }),
);
/** Codes that are out of use stay on offer: announcements of that time are still here. */
export const methodChoices: readonly Choice[] = procurementMethods.entries;
export const regionChoices: readonly Choice[] = regions.entries
  .filter(({ level }) => level !== 'province')
  .map(({ code, name, level }) => ({ code, name: level === 'city' ? websiteText.wholeCity(name) : name }));
