-- Where the words of a request stand: the text index finds a row only by its number, and looked
-- through all of them each time a request was saved. Numbers grow, so the last saved are the highest.
CREATE TABLE request_words_row (
  place       INTEGER PRIMARY KEY,
  team        TEXT NOT NULL,
  id          TEXT NOT NULL,
  UNIQUE (team, id)
);
INSERT INTO request_words_row (place, team, id) SELECT rowid, team, id FROM request_words;
