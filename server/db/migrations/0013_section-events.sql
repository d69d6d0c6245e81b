CREATE TABLE "section_events" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"scopes" text[] NOT NULL,
	"body" json NOT NULL,
	"digest_hi" integer NOT NULL,
	"digest_lo" integer NOT NULL,
	"columns_generation" integer DEFAULT 0 NOT NULL,
	"project_id" text,
	"section_id" text,
	"kind" text,
	"purchaser_id" text,
	"region_code" text,
	"at" bigint
);
--> statement-breakpoint
CREATE INDEX "section_events_scopes" ON "section_events" USING gin ("scopes");--> statement-breakpoint
CREATE INDEX "section_events_generation" ON "section_events" USING btree ("columns_generation");--> statement-breakpoint
CREATE INDEX "section_events_project_id" ON "section_events" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "section_events_section_id" ON "section_events" USING btree ("section_id");