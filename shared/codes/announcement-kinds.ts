// What kinds of announcements there are beside their formats: names alone, which rules and records ask about.

/** 更正: of a public notice, or in writing to all who were invited. */
export const correctionTypes: ReadonlySet<string> = new Set(['CORRECTION', 'INVITATION_CORRECTION']);

/** 邀请书: they announce sections to the invited alone. Who is invited is nobody else's to know (法 art 22; 87号令 art 14). */
export const invitationTypes: ReadonlySet<string> = new Set(['TENDER_INVITATION', 'NEGOTIATION_INVITATION']);

/** Where the suppliers come from who are invited (87号令 art 14; 74号令 art 12; 财库〔2014〕214号 art 6). */
export const invitationSources = [
  { code: 'PREQUALIFICATION', name: '发布资格预审公告征集' },
  { code: 'LIBRARY', name: '从省级以上财政部门建立的供应商库中选取' },
  { code: 'RECOMMENDED', name: '书面推荐' },
] as const;

/** 确定受邀供应商 by lot: an invited tender draws whatever the source, the others from the library alone. */
export function isDrawn(method: string | undefined, source: unknown): boolean {
  return method === 'INVITED_TENDER' || source === 'LIBRARY';
}

/** 采购人和评审专家分别书面推荐 (74号令 art 12); for an invited tender the purchaser alone recommends. */
export function recommendedByBoth(method: string | undefined, source: unknown): boolean {
  return source === 'RECOMMENDED' && method !== 'INVITED_TENDER';
}
