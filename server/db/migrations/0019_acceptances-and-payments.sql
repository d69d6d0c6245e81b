CREATE TABLE "acceptances" (
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
	"acceptance_no" text,
	"updated_at" bigint
);
--> statement-breakpoint
CREATE TABLE "payments" (
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
	"region_code" text,
	"updated_at" bigint
);
--> statement-breakpoint
CREATE INDEX "acceptances_scopes" ON "acceptances" USING gin ("scopes");--> statement-breakpoint
CREATE INDEX "acceptances_generation" ON "acceptances" USING btree ("columns_generation");--> statement-breakpoint
CREATE INDEX "acceptances_contract_id" ON "acceptances" USING btree ("contract_id");--> statement-breakpoint
CREATE INDEX "acceptances_acceptance_no" ON "acceptances" USING btree ("acceptance_no");--> statement-breakpoint
CREATE INDEX "payments_scopes" ON "payments" USING gin ("scopes");--> statement-breakpoint
CREATE INDEX "payments_generation" ON "payments" USING btree ("columns_generation");--> statement-breakpoint
CREATE INDEX "payments_contract_id" ON "payments" USING btree ("contract_id");