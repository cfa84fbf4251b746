-- CreateIndex
CREATE INDEX "audit_entry_actor_kind_at_id_idx" ON "audit_entry"("actor_kind", "at" DESC, "id" DESC);
