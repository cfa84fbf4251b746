-- CreateIndex
CREATE INDEX "return_request_status_id_idx" ON "return_request"("status", "id" DESC);
