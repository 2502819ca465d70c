CREATE TABLE "channel_messages" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"entry_id" uuid,
	"target" text NOT NULL,
	"body" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"error" text,
	"hold_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "channel_messages_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "channel_messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "channels" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"secret" text DEFAULT '' NOT NULL,
	"reach" text NOT NULL,
	"kinds" text[] NOT NULL,
	"template" text NOT NULL,
	"enabled" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "channels_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "channels_kind" CHECK ("channels"."kind" in ('wecom', 'dingtalk', 'sms', 'other')),
	CONSTRAINT "channels_reach" CHECK ("channels"."reach" in ('desk', 'person'))
);
--> statement-breakpoint
ALTER TABLE "channels" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "channel_messages" ADD CONSTRAINT "channel_messages_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_messages" ADD CONSTRAINT "channel_messages_center_id_channel_id_channels_center_id_id_fk" FOREIGN KEY ("center_id","channel_id") REFERENCES "public"."channels"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "channel_messages_once" ON "channel_messages" USING btree ("center_id","channel_id","entry_id","target");--> statement-breakpoint
CREATE INDEX "channel_messages_time" ON "channel_messages" USING btree ("center_id","created_at","id");--> statement-breakpoint
CREATE INDEX "channel_messages_held" ON "channel_messages" USING btree ("hold_until") WHERE hold_until is not null;--> statement-breakpoint
CREATE POLICY "owner_all" ON "channel_messages" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "channel_messages" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'administrator' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "channel_messages" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'administrator' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "channel_messages" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'administrator' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'administrator' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "channel_messages" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'administrator' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "channels" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "channels" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'administrator' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "channels" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'administrator' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "channels" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'administrator' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'administrator' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "channels" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'administrator' then true when 'job' then true else false end));