CREATE TABLE "challenges" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"scopes" text[] NOT NULL,
	"body" json NOT NULL,
	"digest_hi" integer NOT NULL,
	"digest_lo" integer NOT NULL,
	"columns_generation" integer DEFAULT 0 NOT NULL,
	"project_id" text,
	"status" text,
	"purchaser_id" text,
	"purchaser_name" text,
	"agency_id" text,
	"region_code" text,
	"challenge_uid" text,
	"updated_at" bigint
);
--> statement-breakpoint
CREATE INDEX "challenges_scopes" ON "challenges" USING gin ("scopes");--> statement-breakpoint
CREATE INDEX "challenges_generation" ON "challenges" USING btree ("columns_generation");--> statement-breakpoint
CREATE INDEX "challenges_project_id" ON "challenges" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "challenges_uid" ON "challenges" USING btree ("challenge_uid");