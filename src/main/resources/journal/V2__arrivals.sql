-- Which file of a server a job was made of, so that a file that was fetched and not yet moved away there is known again.
ALTER TABLE job ADD COLUMN arrival VARCHAR(64);
CREATE INDEX job_arrival ON job (arrival);
