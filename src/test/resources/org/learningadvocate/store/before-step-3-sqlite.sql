-- A database as it was before step 3, with a request in it; the steps are copied as they were then.
CREATE TABLE "flyway_schema_history" (
  "installed_rank" INT NOT NULL PRIMARY KEY,
  "version" VARCHAR(50),
  "description" VARCHAR(200) NOT NULL,
  "type" VARCHAR(20) NOT NULL,
  "script" VARCHAR(1000) NOT NULL,
  "checksum" INT,
  "installed_by" VARCHAR(100) NOT NULL,
  "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
  "execution_time" INT NOT NULL,
  "success" BOOLEAN NOT NULL
);
CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
INSERT INTO flyway_schema_history
  (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
VALUES (1, '1', 'first', 'SQL', 'V1__first.sql', 1356938028, 'then', 1, 1);
INSERT INTO flyway_schema_history
  (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
VALUES (2, '2', 'search', 'SQL', 'V2__search.sql', 1674401018, 'then', 1, 1);

-- Instants are epoch milliseconds UTC, days ISO texts in the workspace's zone, flags 0 and 1.
-- Slack's ts are texts: a number would lose their last digit.

-- What happened and has not been worked off. A row stays for a while as the memory of what was taken.
CREATE TABLE inbox (
  team        TEXT NOT NULL,
  key         TEXT NOT NULL,
  lane        TEXT NOT NULL,
  position    TEXT NOT NULL,
  body        TEXT NOT NULL,
  received    BIGINT NOT NULL,
  state       TEXT NOT NULL,           -- OPEN, DONE, ASIDE
  tries       INTEGER NOT NULL DEFAULT 0,
  next_try    BIGINT NOT NULL,
  reason      TEXT,
  PRIMARY KEY (team, key)
);
CREATE INDEX inbox_lane ON inbox (team, lane, state, position);
CREATE INDEX inbox_state ON inbox (state, received);

-- Ids under which Slack delivered; the same message may come under several.
CREATE TABLE seen (
  id          TEXT NOT NULL PRIMARY KEY,
  at          BIGINT NOT NULL
);
CREATE INDEX seen_at ON seen (at);

-- The order in which things of one thread are taken, and who takes them now.
CREATE TABLE lane (
  team         TEXT NOT NULL,
  name         TEXT NOT NULL,
  ready        BIGINT,                 -- null: nothing to do
  owner        TEXT,
  token        BIGINT NOT NULL DEFAULT 0,
  leased_until BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (team, name)
);
CREATE INDEX lane_ready ON lane (ready);

-- What should stand where in Slack.
CREATE TABLE slot (
  team         TEXT NOT NULL,
  name         TEXT NOT NULL,
  wanted       TEXT NOT NULL,
  version      BIGINT NOT NULL,        -- counts changes of wanted
  delivered    BIGINT NOT NULL DEFAULT 0,
  pace         TEXT NOT NULL,          -- whose turn it takes: a channel's or a person's id
  channel      TEXT,                   -- where it stands; null until it does
  ts           TEXT,
  state        TEXT NOT NULL,          -- OPEN, SETTLED, CLOSED, ASIDE
  reason       TEXT,
  tries        INTEGER NOT NULL DEFAULT 0,
  next_try     BIGINT NOT NULL,
  first_try    BIGINT,                 -- a post went out then and its outcome may be unknown
  owner        TEXT,
  token        BIGINT NOT NULL DEFAULT 0,
  leased_until BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (team, name)
);
CREATE INDEX slot_due ON slot (state, next_try);
CREATE INDEX slot_place ON slot (team, channel, ts);

-- Which slots link to which, so that a link is mended when its target gets its place.
CREATE TABLE slot_link (
  team        TEXT NOT NULL,
  target      TEXT NOT NULL,
  slot        TEXT NOT NULL,
  PRIMARY KEY (team, target, slot)
);

-- People's messages as they are; what a thread means is derived from them.
CREATE TABLE message (
  team        TEXT NOT NULL,
  channel     TEXT NOT NULL,
  ts          TEXT NOT NULL,
  thread      TEXT NOT NULL,           -- the first message's ts; its own at the top level
  kind        TEXT NOT NULL,           -- of channel: PUBLIC, PRIVATE, DIRECT
  external    INTEGER NOT NULL,
  author      TEXT NOT NULL,
  bot         TEXT,
  body        TEXT NOT NULL,
  files       TEXT NOT NULL,           -- a JSON list of names
  mention     INTEGER NOT NULL,
  edited      TEXT,                    -- ts of the last edit taken
  deleted     INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (team, channel, ts)
);
CREATE INDEX message_thread ON message (team, channel, thread, ts);

-- What people did about a request besides writing: pressed, sent, pointed; and what the clock did.
CREATE TABLE act (
  team        TEXT NOT NULL,
  request     TEXT NOT NULL,           -- channel:ts
  at          TEXT NOT NULL,           -- a Slack timestamp
  key         TEXT NOT NULL,
  who         TEXT NOT NULL,
  what        TEXT NOT NULL,
  detail      TEXT NOT NULL,
  PRIMARY KEY (team, request, at, key)
);

-- A request as derived, for look-ups and the digest.
CREATE TABLE request (
  team        TEXT NOT NULL,
  id          TEXT NOT NULL,           -- channel:ts
  channel     TEXT NOT NULL,
  ts          TEXT NOT NULL,
  private     INTEGER NOT NULL,        -- stays in its channel
  requester   TEXT NOT NULL,
  designer    TEXT,
  state       TEXT NOT NULL,           -- OPEN, ANSWERED, CLOSED
  closed      TEXT,                    -- why: WITHDRAWN, DELETED, PAST
  deliverable TEXT NOT NULL,
  size        TEXT NOT NULL,
  due         TEXT,
  audience    TEXT,
  title       TEXT NOT NULL,           -- its text in one line
  opened      BIGINT NOT NULL,
  changed     BIGINT NOT NULL,
  answered    BIGINT,
  closes      BIGINT NOT NULL,         -- when it is past, 30 days after due or 90 after it came
  next_nudge  BIGINT,
  serves      TEXT NOT NULL,           -- JSON: ids of the priorities it serves, best first
  about       TEXT,                    -- id of the initiative it is part of
  meets       TEXT NOT NULL,           -- JSON: ids of initiatives that reach the same people then
  asked       TEXT NOT NULL,           -- JSON: topics in the order of their numbers, which never move
  pending     TEXT NOT NULL,           -- JSON: topics of questions that are still open
  PRIMARY KEY (team, id)
);
CREATE INDEX request_state ON request (team, state, opened);
CREATE INDEX request_requester ON request (team, requester, opened);
CREATE INDEX request_designer ON request (team, designer, opened);
CREATE INDEX request_opened ON request (team, opened);
CREATE INDEX request_closes ON request (state, closes);
CREATE INDEX request_nudge ON request (next_nudge);

-- The catalogue, as imported or edited.
CREATE TABLE priority (
  team        TEXT NOT NULL,
  id          TEXT NOT NULL,
  title       TEXT NOT NULL,
  description TEXT NOT NULL,
  owner       TEXT NOT NULL,
  starts      TEXT NOT NULL,
  ends        TEXT NOT NULL,
  source      TEXT,
  reviewed    TEXT,
  aliases     TEXT NOT NULL,
  position    INTEGER NOT NULL,
  PRIMARY KEY (team, id)
);
CREATE TABLE initiative (
  team        TEXT NOT NULL,
  id          TEXT NOT NULL,
  title       TEXT NOT NULL,
  description TEXT NOT NULL,
  owner       TEXT NOT NULL,
  audience    TEXT NOT NULL,
  starts      TEXT NOT NULL,
  ends        TEXT NOT NULL,
  source      TEXT,
  reviewed    TEXT,
  aliases     TEXT NOT NULL,
  position    INTEGER NOT NULL,
  PRIMARY KEY (team, id)
);
CREATE TABLE contact (
  team        TEXT NOT NULL,
  name        TEXT NOT NULL,
  role        TEXT NOT NULL,
  covers      TEXT NOT NULL,
  slack       TEXT,
  email       TEXT,
  position    INTEGER NOT NULL,
  PRIMARY KEY (team, name)
);
-- Other words for an audience, and its parts.
CREATE TABLE audience (
  team        TEXT NOT NULL,
  name        TEXT NOT NULL,
  words       TEXT NOT NULL,
  position    INTEGER NOT NULL,
  PRIMARY KEY (team, name)
);

-- What was set from Slack, and what the last start learned (ids of team, bot and channels).
CREATE TABLE setting (
  team        TEXT NOT NULL,
  name        TEXT NOT NULL,
  value       TEXT NOT NULL,
  who         TEXT,
  changed     BIGINT NOT NULL,
  PRIMARY KEY (team, name)
);

-- Words of requests, for "similar past requests". Rows come and go with the table request.
CREATE VIRTUAL TABLE request_words USING fts5(team UNINDEXED, id UNINDEXED, words, tokenize = 'porter unicode61 remove_diacritics 2');

INSERT INTO request (team, id, channel, ts, private, requester, designer, state, closed, deliverable,
  size, due, audience, title, opened, changed, answered, closes, next_nudge, serves, about, meets,
  asked, pending)
VALUES ('T1', 'C1:1764000000.000100', 'C1', '1764000000.000100', 0, 'U1', NULL, 'OPEN', NULL,
  'JOB_AID', 'SMALL', '2026-12-04', 'store managers', 'A job aid on expense reports, please',
  1764000000000, 1764000000000, NULL, 1769000000000, NULL, '[]', NULL, '[]', '["OUTCOME"]',
  '["OUTCOME"]');
INSERT INTO request_words (team, id, words)
VALUES ('T1', 'C1:1764000000.000100', 'A job aid on expense reports, please');
INSERT INTO inbox (team, key, lane, position, body, received, state, next_try)
VALUES ('T1', 'K1', 'C1:1764000000.000100', '1764000000.000100', '{}', 1764000000000, 'DONE', 0);
INSERT INTO seen (id, at) VALUES ('Ev1', 1764000000000);
