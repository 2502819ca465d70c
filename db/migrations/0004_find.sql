ALTER TABLE "companies" ADD COLUMN "sounds" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "former_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "company_contacts_phone" ON "company_contacts" USING btree ("center_id","phone" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "company_contacts_name" ON "company_contacts" USING btree ("center_id","name" text_pattern_ops);