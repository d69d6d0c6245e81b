CREATE TABLE "breaches" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"scopes" text[] NOT NULL,
	"body" json NOT NULL,
	"digest_hi" integer NOT NULL,
	"digest_lo" integer NOT NULL,
	"columns_generation" integer DEFAULT 0 NOT NULL,
	"contract_id" text,
	"project_id" text,
	"status" text,
	"purchaser_id" text,
	"purchaser_name" text,
	"region_code" text,
	"updated_at" bigint
);
--> statement-breakpoint
CREATE INDEX "breaches_scopes" ON "breaches" USING gin ("scopes");--> statement-breakpoint
CREATE INDEX "breaches_generation" ON "breaches" USING btree ("columns_generation");--> statement-breakpoint
CREATE INDEX "breaches_contract_id" ON "breaches" USING btree ("contract_id");