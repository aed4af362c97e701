-- The model that is to draw a job, or NULL for any. Older jobs name it in the code of their first style: "code":"MODEL:SYMBOLS".
ALTER TABLE jobs ADD COLUMN model TEXT;
UPDATE jobs SET model = substr(request, ${position}(request, '"code":"') + 8,
        ${position}(substr(request, ${position}(request, '"code":"') + 8), ':') - 1)
    WHERE request LIKE '%"code":"%:%';

-- Whether a job failed because of the server, and not of what was asked for.
ALTER TABLE jobs ADD COLUMN server_failed INTEGER NOT NULL DEFAULT 0;
UPDATE jobs SET server_failed = 1
    WHERE error LIKE 'something went wrong in the server%' OR error LIKE 'the server stopped %';
