-- Operators count jobs by state again and again.
CREATE INDEX job_state ON job (state);
