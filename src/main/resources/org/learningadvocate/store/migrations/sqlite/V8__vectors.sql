-- Where the titles of requests point, so that similar ones are ranked without computing it anew for
-- each message. A title that changed has an empty model until its vector is made.
CREATE TABLE request_vector (
  team        TEXT NOT NULL,
  id          TEXT NOT NULL,           -- channel:ts
  title       BIGINT NOT NULL,         -- a mark of the title
  model       TEXT NOT NULL,           -- a mark of what made the vector; empty: nothing has yet
  vector      BLOB,
  saved       BIGINT NOT NULL,
  PRIMARY KEY (team, id)
);
CREATE INDEX request_vector_model ON request_vector (team, model, saved);
INSERT INTO request_vector (team, id, title, model, saved)
SELECT r.team, r.id, 0, '', r.changed
FROM request r JOIN request_words_row w ON w.team = r.team AND w.id = r.id;
