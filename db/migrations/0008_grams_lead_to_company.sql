ALTER TABLE "company_grams" DROP CONSTRAINT "company_grams_center_id_centers_id_fk";
