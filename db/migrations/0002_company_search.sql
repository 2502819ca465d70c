DROP INDEX "companies_admitted";--> statement-breakpoint
DROP INDEX "companies_established";--> statement-breakpoint
DROP INDEX "companies_state_admitted";--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "area" integer;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "name_key" text GENERATED ALWAYS AS (company_key(name)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "search_key" text GENERATED ALWAYS AS (company_key(name) || '|' || company_key(short_name) || '|' || lower(pinyin)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "companies_name_key" ON "companies" USING btree ("center_id","name_key");--> statement-breakpoint
CREATE INDEX "companies_code_prefix" ON "companies" USING btree ("center_id","credit_code" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "companies_pinyin" ON "companies" USING btree ("center_id","pinyin","id");--> statement-breakpoint
CREATE INDEX "companies_state_updated" ON "companies" USING btree ("center_id","state","updated_at","id");--> statement-breakpoint
CREATE INDEX "companies_admitted" ON "companies" USING btree ("center_id","admitted_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "companies_established" ON "companies" USING btree ("center_id","established_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "companies_state_admitted" ON "companies" USING btree ("center_id","state","admitted_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_area" CHECK ("companies"."area" >= 0);--> statement-breakpoint
ALTER POLICY "app_insert" ON "company_grams" TO dxe_app WITH CHECK (center_id = app_center() and (false));--> statement-breakpoint
ALTER POLICY "app_update" ON "company_grams" TO dxe_app USING (center_id = app_center() and (false)) WITH CHECK (center_id = app_center() and (false));--> statement-breakpoint
ALTER POLICY "app_delete" ON "company_grams" TO dxe_app USING (center_id = app_center() and (false));