-- Several nodes on one journal; PostgreSQL only. Columns may be null: nodes of the former version write rows without them.
-- One row each time a node starts. Times are the database's, in milliseconds since 1970.
CREATE TABLE session (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    node        VARCHAR(64)  NOT NULL,
    -- which work folder: its lock proves that the session before is over
    home        VARCHAR(64)  NOT NULL,
    program     VARCHAR(64)  NOT NULL,
    started_at  BIGINT       NOT NULL,
    lease       BIGINT       NOT NULL,
    lease_until BIGINT       NOT NULL,
    -- since when the lease was renewed each time before it was over
    since       BIGINT       NOT NULL,
    -- how far the node's clock is ahead
    ahead       BIGINT       NOT NULL,
    over        INTEGER      NOT NULL
);
CREATE INDEX session_node ON session (node, id);

-- What all nodes that use one account of the service agree on.
CREATE TABLE account (
    name          VARCHAR(64) NOT NULL PRIMARY KEY,
    next_submit   BIGINT      NOT NULL,
    next_poll     BIGINT      NOT NULL,
    stopped_until BIGINT      NOT NULL,
    stopped_by    VARCHAR(64)
);

-- holder: the session that has the job. account: where it has one of the account's places. unsettled: to which account a picture
-- is being sent while no id is known.
ALTER TABLE job ADD COLUMN holder BIGINT;
ALTER TABLE job ADD COLUMN account VARCHAR(64);
ALTER TABLE job ADD COLUMN unsettled VARCHAR(64);
CREATE INDEX job_holder ON job (holder) WHERE open = 1;
CREATE INDEX job_account ON job (account) WHERE account IS NOT NULL;
CREATE UNIQUE INDEX job_unsettled ON job (unsettled) WHERE unsettled IS NOT NULL;

ALTER TABLE transition ADD COLUMN node VARCHAR(64);
