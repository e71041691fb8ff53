-- How far threads were read anew after a gap, for all processes together: what one read the others
-- need not read, and a pass that was interrupted goes on with what it did not reach.
CREATE TABLE caught_up (
  team        TEXT NOT NULL,
  channel     TEXT NOT NULL,
  thread      TEXT NOT NULL,           -- the first message's ts
  tried_at    BIGINT NOT NULL,         -- when it was last begun
  read_at     BIGINT NOT NULL DEFAULT 0, -- when the last reading that came to the end was begun
  PRIMARY KEY (team, channel, thread)
);
