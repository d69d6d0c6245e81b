CREATE TABLE "column_generations" (
	"entity" text NOT NULL,
	"fingerprint" text NOT NULL,
	"generation" integer NOT NULL,
	CONSTRAINT "column_generations_entity_fingerprint_pk" PRIMARY KEY("entity","fingerprint"),
	CONSTRAINT "column_generations_order" UNIQUE("entity","generation")
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "columns_generation" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "announcements" ADD COLUMN "columns_generation" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "calendar_years" ADD COLUMN "columns_generation" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "number_patterns" ADD COLUMN "columns_generation" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "number_series" ADD COLUMN "columns_generation" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "columns_generation" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "columns_generation" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "platforms" ADD COLUMN "columns_generation" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "columns_generation" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sections" ADD COLUMN "columns_generation" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "settings" ADD COLUMN "columns_generation" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "accounts_generation" ON "accounts" USING btree ("columns_generation");--> statement-breakpoint
CREATE INDEX "announcements_generation" ON "announcements" USING btree ("columns_generation");--> statement-breakpoint
CREATE INDEX "calendar_years_generation" ON "calendar_years" USING btree ("columns_generation");--> statement-breakpoint
CREATE INDEX "number_patterns_generation" ON "number_patterns" USING btree ("columns_generation");--> statement-breakpoint
CREATE INDEX "number_series_generation" ON "number_series" USING btree ("columns_generation");--> statement-breakpoint
CREATE INDEX "organisations_generation" ON "organisations" USING btree ("columns_generation");--> statement-breakpoint
CREATE INDEX "plans_generation" ON "plans" USING btree ("columns_generation");--> statement-breakpoint
CREATE INDEX "platforms_generation" ON "platforms" USING btree ("columns_generation");--> statement-breakpoint
CREATE INDEX "projects_generation" ON "projects" USING btree ("columns_generation");--> statement-breakpoint
CREATE INDEX "sections_generation" ON "sections" USING btree ("columns_generation");--> statement-breakpoint
CREATE INDEX "settings_generation" ON "settings" USING btree ("columns_generation");
--> statement-breakpoint
-- Rows from before this migration have the columns of these declarations; whoever comes with another one fills them.
INSERT INTO "column_generations" ("entity", "fingerprint", "generation") VALUES
  ('settings', '1', 0),
  ('calendar_years', '1', 0),
  ('number_patterns', '1', 0),
  ('number_series', '1', 0),
  ('platforms', '1 region_code:text', 0),
  ('organisations', '1 kind:text name:text region_code:text uscc:text', 0),
  ('accounts', '1 organisation_id:text role:text username:text', 0),
  ('plans', '1 agency_id:text budget_amount:bigint category:text created_at:bigint fiscal_year:bigint method:text plan_no:text planned_start:text platform_id:text project_name:text purchaser_id:text purchaser_name:text region_code:text status:text updated_at:bigint', 0),
  ('projects', '1 agency_id:text budget_amount:bigint filed_at:bigint method:text name:text plan_id:text plan_no:text platform_id:text purchaser_id:text purchaser_name:text region_code:text status:text updated_at:bigint', 0),
  ('sections', '1 budget:bigint lot_uid:text name:text plan_id:text platform_id:text project_id:text purchaser_id:text received_at:bigint region_code:text section_no:text status:text', 0),
  ('announcements', '1 agency_id:text drafted_by:text project_id:text published_at:bigint purchaser_id:text purchaser_name:text region_code:text status:text target_id:text title:text type:text updated_at:bigint', 0);
