// How numbers are written in Chinese texts of contracts: what multiplies a quantity, what makes it doubtful, and what an account is called.

/** How many zeros each adds. */
export const multipliers: ReadonlyMap<string, number> = new Map([
  ['十', 1],
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['亿', 8],
]);

/** 千克, 千瓦, 千米 …: of a unit, not of the number. */
export const thousandOfUnit = /^千(?:克|瓦|米|伏|帕|卡|赫|焦|牛)/u;

/** Another number, a range, a product. */
export const furtherNumber = /[\d,.×*/~+至到半几多余一二三四五六七八九十百千万亿\-–—]/u;

/** 账号：6222 …, whatever number it is. */
export const saidToBeAccount = /(?:账号|帐号|账户|帐户|卡号)[^\d]{0,6}\d{8,}/u;
