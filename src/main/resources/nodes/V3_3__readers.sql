-- Which session reads what only one may read at a time.
CREATE TABLE reader (
    name    VARCHAR(64) NOT NULL PRIMARY KEY,
    session BIGINT      NOT NULL
);
