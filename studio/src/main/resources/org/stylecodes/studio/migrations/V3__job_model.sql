-- Whether a job failed because of the server, and not of what was asked for.
ALTER TABLE jobs ADD COLUMN server_failed INTEGER NOT NULL DEFAULT 0;
UPDATE jobs SET server_failed = 1
    WHERE error LIKE 'something went wrong in the server%' OR error LIKE 'the server stopped %';
