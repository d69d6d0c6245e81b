CREATE TABLE "awards" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"scopes" text[] NOT NULL,
	"body" json NOT NULL,
	"digest_hi" integer NOT NULL,
	"digest_lo" integer NOT NULL,
	"columns_generation" integer DEFAULT 0 NOT NULL,
	"project_id" text,
	"section_id" text,
	"status" text,
	"purchaser_id" text,
	"purchaser_name" text,
	"agency_id" text,
	"region_code" text,
	"drafted_by" text,
	"letter_no" text,
	"updated_at" bigint
);
--> statement-breakpoint
CREATE TABLE "award_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"scopes" text[] NOT NULL,
	"body" json NOT NULL,
	"digest_hi" integer NOT NULL,
	"digest_lo" integer NOT NULL,
	"columns_generation" integer DEFAULT 0 NOT NULL,
	"project_id" text,
	"section_id" text,
	"status" text,
	"purchaser_id" text,
	"purchaser_name" text,
	"agency_id" text,
	"region_code" text,
	"change_no" text,
	"updated_at" bigint
);
--> statement-breakpoint
CREATE TABLE "suppliers" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"scopes" text[] NOT NULL,
	"body" json NOT NULL,
	"digest_hi" integer NOT NULL,
	"digest_lo" integer NOT NULL,
	"columns_generation" integer DEFAULT 0 NOT NULL,
	"uscc" text,
	"name" text,
	"updated_at" bigint
);
--> statement-breakpoint
CREATE INDEX "awards_scopes" ON "awards" USING gin ("scopes");--> statement-breakpoint
CREATE INDEX "awards_generation" ON "awards" USING btree ("columns_generation");--> statement-breakpoint
CREATE INDEX "awards_section_id" ON "awards" USING btree ("section_id");--> statement-breakpoint
CREATE INDEX "awards_letter_no" ON "awards" USING btree ("letter_no");--> statement-breakpoint
CREATE INDEX "award_changes_scopes" ON "award_changes" USING gin ("scopes");--> statement-breakpoint
CREATE INDEX "award_changes_generation" ON "award_changes" USING btree ("columns_generation");--> statement-breakpoint
CREATE INDEX "award_changes_section_id" ON "award_changes" USING btree ("section_id");--> statement-breakpoint
CREATE INDEX "award_changes_number" ON "award_changes" USING btree ("change_no");--> statement-breakpoint
CREATE INDEX "suppliers_scopes" ON "suppliers" USING gin ("scopes");--> statement-breakpoint
CREATE INDEX "suppliers_generation" ON "suppliers" USING btree ("columns_generation");--> statement-breakpoint
CREATE INDEX "suppliers_name" ON "suppliers" USING btree ("name");