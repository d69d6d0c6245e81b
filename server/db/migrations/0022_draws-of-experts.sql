CREATE TABLE "expert_pools" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"scopes" text[] NOT NULL,
	"body" json NOT NULL,
	"digest_hi" integer NOT NULL,
	"digest_lo" integer NOT NULL,
	"columns_generation" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "expert_pool_lists" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"scopes" text[] NOT NULL,
	"body" json NOT NULL,
	"digest_hi" integer NOT NULL,
	"digest_lo" integer NOT NULL,
	"columns_generation" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "expert_draws" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"scopes" text[] NOT NULL,
	"body" json NOT NULL,
	"digest_hi" integer NOT NULL,
	"digest_lo" integer NOT NULL,
	"columns_generation" integer DEFAULT 0 NOT NULL,
	"apply_no" text,
	"region_code" text,
	"status" text,
	"review_day" text,
	"pool_day" text,
	"review_at" bigint
);
--> statement-breakpoint
ALTER TABLE "audit_heads" ADD COLUMN "pool_root" text;--> statement-breakpoint
CREATE INDEX "expert_pools_scopes" ON "expert_pools" USING gin ("scopes");--> statement-breakpoint
CREATE INDEX "expert_pools_generation" ON "expert_pools" USING btree ("columns_generation");--> statement-breakpoint
CREATE INDEX "expert_pool_lists_scopes" ON "expert_pool_lists" USING gin ("scopes");--> statement-breakpoint
CREATE INDEX "expert_pool_lists_generation" ON "expert_pool_lists" USING btree ("columns_generation");--> statement-breakpoint
CREATE INDEX "expert_draws_scopes" ON "expert_draws" USING gin ("scopes");--> statement-breakpoint
CREATE INDEX "expert_draws_generation" ON "expert_draws" USING btree ("columns_generation");--> statement-breakpoint
CREATE INDEX "expert_draws_application" ON "expert_draws" USING btree ("apply_no");--> statement-breakpoint
CREATE INDEX "expert_draws_review" ON "expert_draws" USING btree ("review_day");--> statement-breakpoint
CREATE INDEX "expert_draws_region" ON "expert_draws" USING btree ("region_code","status");--> statement-breakpoint
CREATE INDEX "expert_draws_open" ON "expert_draws" USING btree ("status","review_at");