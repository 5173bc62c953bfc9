-- One row a job. Numbers and texts only: the subset that SQLite and PostgreSQL share.
CREATE TABLE job (
    id               VARCHAR(32)  NOT NULL PRIMARY KEY,
    state            VARCHAR(16)  NOT NULL,
    open             INTEGER      NOT NULL,
    task_id          VARCHAR(128),
    admitted_at      BIGINT       NOT NULL,
    updated_at       BIGINT       NOT NULL,
    cancel_requested INTEGER      NOT NULL,
    version          INTEGER      NOT NULL,
    document         TEXT         NOT NULL
);
CREATE INDEX job_open ON job (open, admitted_at);
CREATE INDEX job_admitted ON job (admitted_at);

-- Every state a job was in; never changed, never deleted with a retry.
CREATE TABLE transition (
    job_id  VARCHAR(32)  NOT NULL,
    version INTEGER      NOT NULL,
    state   VARCHAR(16)  NOT NULL,
    task_id VARCHAR(128),
    at      BIGINT       NOT NULL,
    PRIMARY KEY (job_id, version)
);
CREATE INDEX transition_task ON transition (at, task_id);
