-- What Slack rations, for all processes together: a method in a workspace, a post in a channel. And
-- who was served last, so that each workspace and channel gets its turn.
CREATE TABLE turn (
  team        TEXT NOT NULL,
  name        TEXT NOT NULL,           -- a method, a channel's or a person's id; empty: the workspace
  even_at     BIGINT NOT NULL DEFAULT 0, -- when the next would come at an even pace
  open_at     BIGINT NOT NULL DEFAULT 0, -- when the next may go
  served_at   BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (team, name)
);

-- Messages of ours that stand in Slack and that no slot is known to stand at, until that is settled.
CREATE TABLE echo (
  team        TEXT NOT NULL,
  channel     TEXT NOT NULL,
  ts          TEXT NOT NULL,
  thread      TEXT,                    -- the first message's ts; null at the top level
  slot        TEXT NOT NULL,
  due         BIGINT NOT NULL,         -- when to look at it
  PRIMARY KEY (team, channel, ts)
);
CREATE INDEX echo_due ON echo (due);

-- The turn that a slot waits for; null where it waits for none.
ALTER TABLE slot ADD COLUMN waits TEXT;
CREATE INDEX slot_pace ON slot (team, pace, leased_until);

-- What stands below another slot takes the turn of the channel that this stands in.
UPDATE slot SET pace = (SELECT above.pace FROM slot above
    WHERE above.team = slot.team AND above.name = slot.pace)
  WHERE EXISTS (SELECT 1 FROM slot above WHERE above.team = slot.team AND above.name = slot.pace);

-- Since when we listen in a channel: what was said before is not our business.
CREATE TABLE watched (
  team        TEXT NOT NULL,
  channel     TEXT NOT NULL,
  since       TEXT NOT NULL,           -- a Slack timestamp
  PRIMARY KEY (team, channel)
);

-- Requests that were found too late to be answered.
CREATE INDEX act_late ON act (team, at) WHERE what = 'LATE';
