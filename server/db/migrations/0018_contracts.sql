CREATE TABLE "contracts" (
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
	"region_code" text,
	"filing_no" text,
	"signed_on" text,
	"updated_at" bigint
);
--> statement-breakpoint
CREATE TABLE "contract_changes" (
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
CREATE INDEX "contracts_scopes" ON "contracts" USING gin ("scopes");--> statement-breakpoint
CREATE INDEX "contracts_generation" ON "contracts" USING btree ("columns_generation");--> statement-breakpoint
CREATE INDEX "contracts_section_id" ON "contracts" USING btree ("section_id");--> statement-breakpoint
CREATE INDEX "contracts_filing_no" ON "contracts" USING btree ("filing_no");--> statement-breakpoint
CREATE INDEX "contract_changes_scopes" ON "contract_changes" USING gin ("scopes");--> statement-breakpoint
CREATE INDEX "contract_changes_generation" ON "contract_changes" USING btree ("columns_generation");--> statement-breakpoint
CREATE INDEX "contract_changes_contract_id" ON "contract_changes" USING btree ("contract_id");