ALTER TABLE "request_ratings" DROP CONSTRAINT "request_ratings_turn";--> statement-breakpoint
ALTER TABLE "request_ratings" DROP CONSTRAINT "request_ratings_center_id_request_id_rated_at_pk";--> statement-breakpoint
ALTER TABLE "request_ratings" ADD CONSTRAINT "request_ratings_center_id_request_id_round_turn_pk" PRIMARY KEY("center_id","request_id","round","turn");