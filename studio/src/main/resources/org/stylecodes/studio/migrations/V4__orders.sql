-- The orders in which the gallery is shown, so that a page of a large one is read and nothing else.
CREATE INDEX styles_created ON styles (model, created_at, id);
CREATE INDEX styles_favourite ON styles (model, favourite, created_at, id);
CREATE INDEX styles_name ON styles (model, name_key ${byCharacters}, id);
