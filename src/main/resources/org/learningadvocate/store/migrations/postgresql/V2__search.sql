-- Words of requests, for "similar past requests". Rows come and go with the table request.
CREATE TABLE request_words (
  team        TEXT NOT NULL,
  id          TEXT NOT NULL,
  words       TEXT NOT NULL,
  terms       TSVECTOR GENERATED ALWAYS AS (to_tsvector('english', words)) STORED,
  PRIMARY KEY (team, id)
);
CREATE INDEX request_words_terms ON request_words USING gin (terms);
