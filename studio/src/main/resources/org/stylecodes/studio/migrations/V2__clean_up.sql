-- When a picture was last sent or named, so that one that nothing names any more can be removed a while later.
ALTER TABLE pictures ADD COLUMN used_at BIGINT NOT NULL DEFAULT 0;
UPDATE pictures SET used_at = created_at;
CREATE INDEX pictures_used ON pictures (used_at);

-- The picture that a generation starts from, which its request names, too.
ALTER TABLE jobs ADD COLUMN init TEXT;
UPDATE jobs SET init = (SELECT id FROM pictures WHERE jobs.request LIKE '%"init":"' || pictures.id || '"%')
    WHERE request LIKE '%"init":"%';

CREATE INDEX jobs_init ON jobs (init);
CREATE INDEX jobs_finished ON jobs (finished_at);
CREATE INDEX results_picture ON results (picture);
CREATE INDEX samples_picture ON samples (picture);
CREATE INDEX styles_reference ON styles (reference);
