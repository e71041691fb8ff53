-- What people said of a request and a priority, with the request's words, to judge later ones by.
CREATE TABLE verdict (
  team        TEXT NOT NULL,
  request     TEXT NOT NULL,           -- channel:ts
  priority    TEXT NOT NULL,
  serves      INTEGER NOT NULL,
  words       TEXT NOT NULL,
  at          BIGINT NOT NULL,
  PRIMARY KEY (team, request, priority)
);
CREATE INDEX verdict_at ON verdict (team, at);

-- Answers as they stand, to ask "still true?" with in a later request.
CREATE TABLE answer (
  team        TEXT NOT NULL,
  request     TEXT NOT NULL,           -- channel:ts
  topic       TEXT NOT NULL,
  who         TEXT NOT NULL,
  at          TEXT NOT NULL,           -- a Slack timestamp
  body        TEXT NOT NULL,
  PRIMARY KEY (team, request, topic, who)
);
CREATE INDEX request_about ON request (team, about, opened);

-- Messages of which the bot could not tell whether they ask for something.
CREATE TABLE doubt (
  team        TEXT NOT NULL,
  id          TEXT NOT NULL,           -- channel:ts
  private     INTEGER NOT NULL,        -- stays in its channel
  title       TEXT NOT NULL,
  at          BIGINT NOT NULL,
  asked       INTEGER NOT NULL,        -- whether somebody was
  settled     INTEGER NOT NULL,        -- whether somebody said what it is
  PRIMARY KEY (team, id)
);
CREATE INDEX doubt_at ON doubt (team, settled, at);

-- When the dates of an initiative changed, and from what; told once it is looked at.
CREATE TABLE move (
  team        TEXT NOT NULL,
  initiative  TEXT NOT NULL,
  at          BIGINT NOT NULL,
  was_starts  TEXT NOT NULL,
  was_ends    TEXT NOT NULL,
  told        INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (team, initiative, at)
);
CREATE INDEX move_told ON move (told);
