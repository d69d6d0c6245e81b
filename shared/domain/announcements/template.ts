// The official formats as data: one template a type, versioned. A template says which sections there are in which order and which fields each has;
// numbers of sections are made from those that are present, because local variants insert some. A published record keeps its version, so every
// version stays.
import type { AnnouncementTypeCode, WebsiteColumn } from './model.ts';

/** The kinds of fields, by what is typed into them and how they are printed. */
export type FieldKind =
  | { readonly kind: 'text'; readonly max: number; readonly lines?: 'several' }
  | { readonly kind: 'rich' }
  /** `uppercase`: with 大写 beside it. */
  | { readonly kind: 'money'; readonly uppercase?: true }
  | { readonly kind: 'moneyInTenThousands' }
  | { readonly kind: 'count'; readonly min: number; readonly max: number }
  | { readonly kind: 'date' }
  | { readonly kind: 'month' }
  | { readonly kind: 'time' }
  | { readonly kind: 'phone' }
  | { readonly kind: 'yesNo' }
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  | { readonly kind: 'code'; readonly table: 'procurementMethods' }
  | TableKind
  | { readonly kind: 'files' }
  /** Words of the format itself; nobody types them. */
  | { readonly kind: 'fixed'; readonly text: string }
  /** Made from other fields at every look, `{key}` standing for them; nobody types it. `{publishedOn}` is the day of publication. */
  | { readonly kind: 'generated'; readonly pattern: string };

export type TableKind = {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  /** Fewest lines, where the field is required. */
  readonly min: number;
  /** Label of the column that numbers the lines; none without. */
  readonly rowNumbers?: string;
  /** Its lines follow the choice of sections: `section`, a hidden column, says which section a line is about. */
  readonly ofSections?: true;
  /** Printed as lines of text rather than as a table. */
  readonly listed?: Listed;
};

/** Both are about columns `role`, a choice, and `name`. */
export type Listed =
  /**
   * Who each is by role, or by `called` whatever the role, numbered where there are several of them; below the name the other columns, a line each.
   */
  | { readonly as: 'parties'; readonly called?: string }
  /** All names in one line, with the role behind a name unless its code is one of `unsaid`. */
  | { readonly as: 'names'; readonly unsaid: readonly string[] };

export type Option = { readonly code: string; readonly name: string };

export type TableColumn = {
  readonly key: string;
  readonly label: string;
  /** `supplier`: its name; whoever takes a known one fills in the column `uscc` too. `machine`: a value as a field of another announcement holds it; never printed. */
  readonly kind:
    | 'text'
    | 'supplier'
    | 'money'
    | 'moneyInTenThousands'
    | 'month'
    | 'date'
    | 'choice'
    | 'machine';
  readonly required: boolean | Condition;
  /** When the form asks for it; always, unless this says otherwise. */
  readonly present?: Condition;
  /** Another column: where that one is filled in, this one need not be. */
  readonly unless?: string;
  /** Left out of the document where no line fills it in, although a line may have to. */
  readonly printed?: 'ifFilled';
  readonly max?: number;
  readonly options?: readonly Option[];
  readonly uppercase?: true;
  /** Neither printed nor typed. */
  readonly hidden?: true;
  /** Of a table of sections: the record alone says it, and where it says nothing nobody else does. */
  readonly ofRecord?: true;
};

/** Conditions under which a field is required or a section is there. */
export type Condition =
  | 'always'
  | 'never'
  | 'ifProject'
  | 'ifAgency'
  | 'ifGoods'
  | 'ifWorks'
  | 'ifServices'
  | 'ifConsultation'
  /** All chosen sections are evaluated in this way. */
  | 'ifScored'
  | 'ifLowestPrice'
  /** The supplier was chosen under the policies for small enterprises: a reserved section has a result, or it is said so. */
  | 'ifSmePolicy'
  | 'ifRandomInvitation'
  /** Of an invitation: who is invited is drawn by lot, was recommended, was recommended by purchaser and reviewers separately. */
  | 'ifDrawn'
  | 'ifRecommended'
  | 'ifRecommendedByBoth'
  | 'ifOrganisation'
  | 'ifResultCorrected';

export type TemplateField = FieldKind & {
  readonly key: string;
  /** What it is called in the form, and printed unless `printed` says otherwise. What the form tells people to do is `help`, never part of it. */
  readonly label: string;
  readonly required: Condition;
  /** When the form asks for it; always, unless this says otherwise. */
  readonly present?: Condition;
  /**
   * Printed as `label：value`, unless this says otherwise. `sentences`: whole sentences instead, by the code of a choice or `yes` and `no`, with places as
   * in a pattern. `elsewhere`: within the pattern of another field, or not at all.
   */
  readonly printed?:
    | {
        readonly label?: string;
        readonly pattern?: string;
        readonly sentences?: { readonly [answer: string]: string };
      }
    | 'elsewhere';
  /**
   * What is printed where nothing is in it: `none` is 无. Unless this says so, a field that is always required leaves a line to be filled in,
   * and any other is left out.
   */
  readonly empty?: 'none';
  /** Heading of the numbered group of lines to which it belongs, together with its neighbours. */
  readonly group?: string;
  readonly help?: string;
};

export type TemplateSection = {
  readonly key: string;
  /** Empty for a section without a heading. */
  readonly title: string;
  /** What the form calls it, where that is not the heading. */
  readonly formTitle?: string;
  /** 项目概况, 附件 and the closing have no number. */
  readonly numbered: boolean;
  /**
   * How its fields are printed: a line a field, lines numbered 1. 2. 3., values alone, in the heading itself (一、合同编号：…), or as the
   * signature: who, and which day.
   */
  readonly layout: 'lines' | 'numbered' | 'bare' | 'inline' | 'signature';
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
  /** `{key}` stands for the value of a field, `{months}` for fromMonth to toMonth. */
  readonly title: { readonly pattern: string; readonly byMethod?: { readonly [method: string]: string } };
  /** Null for what is never public: it goes to those who are invited alone. */
  readonly column: WebsiteColumn | null;
  readonly module: PublishingModule;
  /** Signed by the purchaser, whoever wrote it; without this, by whoever wrote it. */
  readonly signedBy?: 'purchaser';
  /** Methods it may be used for; empty for all. */
  readonly methods: readonly string[];
  /** A notice that it goes on from, whatever the method: it takes the sections of that one. */
  readonly continues?: AnnouncementTypeCode;
  /** 公告期限 in working days, as the format prints it. */
  readonly displayWorkdays: number | null;
  /** Whether it takes sections that nobody has announced (true), those of the announcement it is about (false). */
  readonly takesNewSections: boolean;
  readonly sections: readonly TemplateSection[];
};
