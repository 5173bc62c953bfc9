-- Which work folder alone has the files of a job that was handed on; null where the store has them, and every node reaches them.
ALTER TABLE job ADD COLUMN home VARCHAR(64);
