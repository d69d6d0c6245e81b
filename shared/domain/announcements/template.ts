// The official formats as data: one template a type, versioned. A template says which sections there are in which order and which fields each has;
// numbers of sections are made from those that are present, because local variants insert some. A published record keeps its version, so every
// version stays.
import type { AnnouncementTypeCode, WebsiteColumn } from './model.ts';

/** The kinds of fields, by what is typed into them and how they are printed. */
export type FieldKind =
  | { readonly kind: 'text'; readonly max: number; readonly lines?: 'several' }
  | { readonly kind: 'rich' }
  | { readonly kind: 'money' }
  | { readonly kind: 'moneyInTenThousands' }
  | { readonly kind: 'date' }
  | { readonly kind: 'month' }
  | { readonly kind: 'time' }
  | { readonly kind: 'phone' }
  | { readonly kind: 'yesNo' }
  | { readonly kind: 'choice'; readonly options: readonly { readonly code: string; readonly name: string }[] }
  | { readonly kind: 'code'; readonly table: 'procurementMethods' }
  | { readonly kind: 'table'; readonly columns: readonly TableColumn[]; readonly min: number }
  | { readonly kind: 'files' }
  /** Words of the format itself; nobody types them. */
  | { readonly kind: 'fixed'; readonly text: string }
  /** Made from other fields at every look; nobody types it. */
  | { readonly kind: 'generated' };

export type TableColumn = {
  readonly key: string;
  readonly label: string;
  readonly kind: 'text' | 'money' | 'moneyInTenThousands' | 'month' | 'date' | 'choice';
  readonly required: boolean;
  readonly max?: number;
  readonly options?: readonly { readonly code: string; readonly name: string }[];
};

/** Conditions under which a field is required or a section is there. */
export type Condition =
  | 'always'
  | 'never'
  | 'ifAgency'
  | 'ifGoods'
  | 'ifWorks'
  | 'ifServices'
  | 'ifResultCorrected';

export type TemplateField = FieldKind & {
  readonly key: string;
  readonly label: string;
  readonly required: Condition;
  /** Left out of the document where nothing is in it. */
  readonly present?: Condition;
  readonly help?: string;
};

export type TemplateSection = {
  readonly key: string;
  readonly title: string;
  /** 项目概况, 附件 and the closing have no number. */
  readonly numbered: boolean;
  /** How its fields are printed: one line a field, or lines numbered 1. 2. 3. */
  readonly layout: 'lines' | 'numbered' | 'bare';
  readonly fields: readonly TemplateField[];
};

/** The module from whose pages it is published. */
export type PublishingModule =
  | 'announcements'
  | 'awards'
  | 'award-changes'
  | 'contracts'
  | 'complaints'
  | 'inspections';

export type Template = {
  readonly type: AnnouncementTypeCode;
  readonly version: number;
  readonly name: string;
  readonly column: WebsiteColumn;
  readonly module: PublishingModule;
  /** Methods it may be used for; empty for all. */
  readonly methods: readonly string[];
  /** 公告期限 in working days, as the format prints it. */
  readonly displayWorkdays: number | null;
  /** Whether it takes sections that nobody has announced (true), those of the announcement it is about (false). */
  readonly takesNewSections: boolean;
  readonly sections: readonly TemplateSection[];
};
