DROP INDEX "requests_completed";--> statement-breakpoint
ALTER TABLE "approval_lanes" ADD COLUMN "warn_on" date;--> statement-breakpoint
ALTER TABLE "approval_lanes" ADD COLUMN "warned" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "effect" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "effect_road_id" uuid;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "effect_document_id" uuid;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "company_days" integer;--> statement-breakpoint
ALTER TABLE "service_item_versions" ADD COLUMN "effects" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_effect_document_id_documents_center_id_id_fk" FOREIGN KEY ("center_id","effect_document_id") REFERENCES "public"."documents"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "approval_lanes_warn" ON "approval_lanes" USING btree ("center_id","warn_on","id") WHERE warn_on is not null;--> statement-breakpoint
CREATE INDEX "requests_decided" ON "requests" USING btree ("center_id","decided_at","id","state","company_id");