CREATE TABLE "confirmations" (
  "tenant_id" uuid NOT NULL,
  "user_id" uuid NOT NULL,
  "list" text NOT NULL,
  "id" uuid NOT NULL,
  "confirmed_at" timestamp (3) with time zone NOT NULL,
  "fingerprint" text NOT NULL,
  "entries" jsonb NOT NULL,
  CONSTRAINT "confirmations_tenant_id_user_id_list_id_pk" PRIMARY KEY("tenant_id", "user_id", "list", "id")
);
--> statement-breakpoint
CREATE INDEX "confirmations_newest" ON "confirmations" USING btree ("tenant_id", "user_id", "list", "confirmed_at" DESC, "id" DESC);
--> statement-breakpoint
CREATE INDEX "confirmations_age" ON "confirmations" USING btree ("confirmed_at");
