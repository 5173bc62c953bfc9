-- What a node does, and that it is to take nothing more. Columns may be null: nodes of the former version write rows without them.
ALTER TABLE session ADD COLUMN roles VARCHAR(64);
-- what it was asked for: 0 nothing, 1 to drain, 2 to drain and then to stop
ALTER TABLE session ADD COLUMN asked INTEGER;
-- whether it has nothing left of what it had begun: 0 or 1
ALTER TABLE session ADD COLUMN drained INTEGER;
