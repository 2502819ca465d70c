ALTER TABLE "company_grams" DROP CONSTRAINT "company_grams_center_id_company_id_companies_center_id_id_fk";
--> statement-breakpoint
DROP INDEX "company_grams_company";