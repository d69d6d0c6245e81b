CREATE TABLE "expert_applications" (
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
	"apply_no" text,
	"updated_at" bigint
);
--> statement-breakpoint
CREATE INDEX "expert_applications_scopes" ON "expert_applications" USING gin ("scopes");--> statement-breakpoint
CREATE INDEX "expert_applications_generation" ON "expert_applications" USING btree ("columns_generation");--> statement-breakpoint
CREATE INDEX "expert_applications_project_id" ON "expert_applications" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "expert_applications_number" ON "expert_applications" USING btree ("apply_no");