// By what records are found: the words of these columns, whole numbers included.
export const searchedColumns: ReadonlyMap<string, readonly string[]> = new Map([
  ['plans', ['projectName', 'planNo', 'purchaserName']],
  ['projects', ['name', 'planNo', 'purchaserName']],
  ['sections', ['name', 'sectionNo']],
  ['announcements', ['title', 'purchaserName']],
  ['organisations', ['name', 'uscc']],
]);
