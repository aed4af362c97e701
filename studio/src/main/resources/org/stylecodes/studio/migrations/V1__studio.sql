-- For SQLite and PostgreSQL alike. Times are milliseconds since 1970 in UTC; identifiers, codes and hashes are texts.

-- What is known of the pictures in the folder of pictures; the id is the SHA-256 of the file.
CREATE TABLE pictures (
    id         TEXT PRIMARY KEY,
    width      INTEGER NOT NULL,
    height     INTEGER NOT NULL,
    palette    TEXT    NOT NULL,
    created_at BIGINT  NOT NULL
);

-- Generations, waiting, running and ended. A worker proves that it lives by its heartbeat.
CREATE TABLE jobs (
    id           TEXT PRIMARY KEY,
    kind         TEXT    NOT NULL,
    priority     INTEGER NOT NULL,
    state        TEXT    NOT NULL,
    request      TEXT    NOT NULL,
    picture      INTEGER NOT NULL,
    pictures     INTEGER NOT NULL,
    step         INTEGER NOT NULL,
    steps        INTEGER NOT NULL,
    seconds_left DOUBLE PRECISION,
    error        TEXT,
    cancelled    INTEGER NOT NULL DEFAULT 0,
    attempts     INTEGER NOT NULL DEFAULT 0,
    worker       TEXT,
    heartbeat_at BIGINT,
    created_at   BIGINT  NOT NULL,
    started_at   BIGINT,
    finished_at  BIGINT
);

CREATE INDEX jobs_waiting ON jobs (state, priority, created_at, id);
CREATE INDEX jobs_newest ON jobs (kind, created_at, id);

-- The pictures of a generation, each written down as soon as it is drawn.
CREATE TABLE results (
    job     TEXT    NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    number  INTEGER NOT NULL,
    seed    BIGINT  NOT NULL,
    picture TEXT    NOT NULL,
    PRIMARY KEY (job, number)
);

-- The gallery. What is searched and sorted by stands in lower case beside what is shown.
CREATE TABLE styles (
    id         TEXT PRIMARY KEY,
    model      TEXT    NOT NULL,
    code       TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    note       TEXT    NOT NULL,
    favourite  INTEGER NOT NULL,
    reference  TEXT,
    name_key   TEXT    NOT NULL,
    search     TEXT    NOT NULL,
    created_at BIGINT  NOT NULL,
    updated_at BIGINT  NOT NULL
);

CREATE INDEX styles_code ON styles (model, code);

CREATE TABLE tags (
    style TEXT NOT NULL REFERENCES styles (id) ON DELETE CASCADE,
    tag   TEXT NOT NULL,
    PRIMARY KEY (style, tag)
);

CREATE INDEX tags_tag ON tags (tag);

-- The fixed prompts drawn in a style, whether somebody kept that style or not.
CREATE TABLE samples (
    model   TEXT NOT NULL,
    code    TEXT NOT NULL,
    prompt  TEXT NOT NULL,
    picture TEXT,
    job     TEXT NOT NULL,
    PRIMARY KEY (model, code, prompt)
);

CREATE INDEX samples_job ON samples (job);
