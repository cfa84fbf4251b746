-- The oldest webhooks are found by this when they are removed; events and time limits are found by their keys.

-- CreateIndex
CREATE INDEX "webhook_inbox_received_at_idx" ON "webhook_inbox"("received_at");
