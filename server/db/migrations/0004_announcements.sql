CREATE TABLE "announcements" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"scopes" text[] NOT NULL,
	"body" json NOT NULL,
	"digest_hi" integer NOT NULL,
	"digest_lo" integer NOT NULL,
	"type" text,
	"status" text,
	"project_id" text,
	"target_id" text,
	"title" text,
	"purchaser_id" text,
	"purchaser_name" text,
	"agency_id" text,
	"region_code" text,
	"drafted_by" text,
	"published_at" bigint,
	"updated_at" bigint
);
--> statement-breakpoint
CREATE INDEX "announcements_scopes" ON "announcements" USING gin ("scopes");--> statement-breakpoint
CREATE INDEX "announcements_of_project" ON "announcements" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "announcements_target_id" ON "announcements" USING btree ("target_id");