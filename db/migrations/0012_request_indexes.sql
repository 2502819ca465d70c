DROP INDEX "requests_next";--> statement-breakpoint
DROP INDEX "requests_due";--> statement-breakpoint
DROP INDEX "requests_owner_due";--> statement-breakpoint
DROP INDEX "requests_company";--> statement-breakpoint
DROP INDEX "requests_item";--> statement-breakpoint
DROP INDEX "requests_submitted";--> statement-breakpoint
DROP INDEX "requests_completed";--> statement-breakpoint
CREATE INDEX "requests_next" ON "requests" USING btree ("center_id","next_due_on","id","state","company_id");--> statement-breakpoint
CREATE INDEX "requests_due" ON "requests" USING btree ("center_id","state","next_due_on","id","company_id");--> statement-breakpoint
CREATE INDEX "requests_owner_due" ON "requests" USING btree ("center_id","owner_id","state","next_due_on","id","company_id");--> statement-breakpoint
CREATE INDEX "requests_company" ON "requests" USING btree ("center_id","company_id","id","state");--> statement-breakpoint
CREATE INDEX "requests_item" ON "requests" USING btree ("center_id","item_id","state","next_due_on","id","company_id");--> statement-breakpoint
CREATE INDEX "requests_submitted" ON "requests" USING btree ("center_id","submitted_at","id","state","company_id");--> statement-breakpoint
CREATE INDEX "requests_completed" ON "requests" USING btree ("center_id","completed_at","id","state","company_id");