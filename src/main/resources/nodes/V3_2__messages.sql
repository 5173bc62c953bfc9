-- A job that nobody has because its id travels by the broker; PostgreSQL only. Times are the database's, in milliseconds since 1970.
-- due: when its message is to be there. send_at: from when on the id is sent (again). tries: how many sessions went away with it in
-- hand since it was last handed on.
ALTER TABLE job ADD COLUMN due BIGINT;
ALTER TABLE job ADD COLUMN send_at BIGINT;
ALTER TABLE job ADD COLUMN tries INTEGER;
CREATE INDEX job_send_at ON job (send_at) WHERE send_at IS NOT NULL;
