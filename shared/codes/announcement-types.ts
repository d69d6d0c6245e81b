// The formats of announcements (财办库〔2020〕50号 and local ones): sections in order, and the fields of each. Numbering in print is made from
// the sections that are present, because local variants insert some.
import { z } from 'zod';
import data from './data/announcement-types.json' with { type: 'json' };

const announcementTypeSchema = z.strictObject({
  code: z.string(),
  name: z.string(),
  /** Number in the official annex; null for formats that are not in it. */
  official: z.int().nullable(),
  titlePattern: z.string().nullable(),
  publisher: z.string(),
  /** Procurement methods it belongs to; empty for all. */
  methods: z.array(z.string()),
  displayPeriod: z.strictObject({ workdays: z.int().positive(), minimum: z.boolean() }).nullable(),
  evidence: z.string(),
  note: z.string().nullable(),
  sections: z.array(
    z.strictObject({
      no: z.string(),
      title: z.string(),
      fields: z.array(
        z.strictObject({
          key: z.string(),
          label: z.string(),
          type: z.string(),
          /** A text names the condition under which it is required. */
          required: z.union([z.boolean(), z.string()]),
          rule: z.string().nullable(),
        }),
      ),
    }),
  ),
});
export type AnnouncementType = Readonly<z.infer<typeof announcementTypeSchema>>;

export const announcementTypes: readonly AnnouncementType[] = z.array(announcementTypeSchema).parse(data);

export function announcementType(code: string): AnnouncementType | undefined {
  return announcementTypes.find((type) => type.code === code);
}
