export default /* sql */ `
  CREATE TABLE visits (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    uid               TEXT    NOT NULL UNIQUE,
    operation_id      INTEGER NOT NULL,
    customer_id       INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    visited_at        TEXT    NOT NULL CHECK (visited_at = strftime('%Y-%m-%dT%H:%M', visited_at)),
    channel           TEXT    NOT NULL,
    staff_id          INTEGER REFERENCES staff (id) ON DELETE SET NULL,
    purpose           TEXT,
    situation         TEXT    NOT NULL DEFAULT '',
    result            TEXT,
    result_note       TEXT    NOT NULL DEFAULT '',
    mood              TEXT    NOT NULL DEFAULT '',
    decision_note     TEXT    NOT NULL DEFAULT '',
    preparation       TEXT    NOT NULL DEFAULT '',
    approach          TEXT    NOT NULL DEFAULT '',
    duration_minutes  INTEGER,
    -- Nothing was planned on purpose, so nobody asks again.
    next_is_none      INTEGER NOT NULL DEFAULT 0 CHECK (next_is_none IN (0, 1)),
    entered_at        INTEGER NOT NULL
  ) STRICT;

  CREATE INDEX visits_by_operation ON visits (operation_id);
  CREATE INDEX visits_of_customer ON visits (customer_id, visited_at DESC, id DESC);

  CREATE TABLE visit_contacts (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id  INTEGER NOT NULL,
    visit_id      INTEGER NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
    contact_id    INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    UNIQUE (visit_id, contact_id)
  ) STRICT;

  CREATE INDEX visit_contacts_by_operation ON visit_contacts (operation_id);
  CREATE INDEX visit_contacts_of_contact ON visit_contacts (contact_id);

  CREATE TABLE follow_ups (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    uid              TEXT    NOT NULL UNIQUE,
    operation_id     INTEGER NOT NULL,
    customer_id      INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    contact_id       INTEGER REFERENCES contacts (id) ON DELETE SET NULL,
    kind             TEXT    NOT NULL,
    title            TEXT    NOT NULL DEFAULT '',
    content          TEXT    NOT NULL DEFAULT '',
    place            TEXT    NOT NULL DEFAULT '',
    due_on           TEXT    NOT NULL CHECK (due_on = date(due_on)),
    due_time         TEXT    CHECK (due_time = strftime('%H:%M', due_time)),
    priority         TEXT    NOT NULL DEFAULT 'normal' CHECK (priority IN ('normal', 'high')),
    staff_id         INTEGER REFERENCES staff (id) ON DELETE SET NULL,
    status           TEXT    NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'done', 'skipped', 'cancelled')),
    -- When it stopped being open: the local minute for the timeline, the instant for "done today".
    closed_at        INTEGER,
    closed_minute        TEXT,
    outcome          TEXT    NOT NULL DEFAULT '',
    from_visit_id    INTEGER REFERENCES visits (id) ON DELETE SET NULL,
    closed_by_visit_id INTEGER REFERENCES visits (id) ON DELETE SET NULL,
    created_at       INTEGER NOT NULL,
    CHECK ((status = 'open') = (closed_at IS NULL))
  ) STRICT;

  CREATE INDEX follow_ups_by_operation ON follow_ups (operation_id);
  CREATE INDEX open_follow_ups_by_day ON follow_ups (due_on, due_time, id) WHERE status = 'open';
  CREATE INDEX open_follow_ups_of_customer ON follow_ups (customer_id, due_on, due_time, id) WHERE status = 'open';
  CREATE INDEX closed_follow_ups_of_customer ON follow_ups (customer_id, closed_minute DESC, id DESC) WHERE status <> 'open';
  CREATE INDEX closed_follow_ups_by_day ON follow_ups (closed_minute, id) WHERE status <> 'open';
  CREATE INDEX follow_ups_of_contact ON follow_ups (contact_id) WHERE contact_id IS NOT NULL;
  CREATE INDEX follow_ups_of_visit ON follow_ups (from_visit_id) WHERE from_visit_id IS NOT NULL;
  CREATE INDEX follow_ups_closed_by_visit ON follow_ups (closed_by_visit_id) WHERE closed_by_visit_id IS NOT NULL;

  -- last_contact_at: the latest visit of any channel.
  CREATE TRIGGER visits_insert AFTER INSERT ON visits BEGIN
    UPDATE customers SET last_contact_at = NEW.visited_at
    WHERE id = NEW.customer_id AND (last_contact_at IS NULL OR last_contact_at < NEW.visited_at);
  END;

  CREATE TRIGGER visits_update AFTER UPDATE OF customer_id, visited_at ON visits BEGIN
    UPDATE customers
    SET last_contact_at = (SELECT max(visited_at) FROM visits WHERE customer_id = customers.id)
    WHERE id IN (OLD.customer_id, NEW.customer_id);
  END;

  CREATE TRIGGER visits_delete AFTER DELETE ON visits BEGIN
    UPDATE customers
    SET last_contact_at = (SELECT max(visited_at) FROM visits WHERE customer_id = customers.id)
    WHERE id = OLD.customer_id;
  END;

  -- next contact: the earliest open follow-up; one without a time stands after those of the same day that have one.
  CREATE TRIGGER follow_ups_insert AFTER INSERT ON follow_ups WHEN NEW.status = 'open' BEGIN
    UPDATE customers SET (next_follow_up_id, next_contact_on, next_contact_time) =
      (SELECT id, due_on, due_time FROM follow_ups WHERE customer_id = NEW.customer_id AND status = 'open'
       ORDER BY due_on, due_time IS NULL, due_time, id LIMIT 1)
    WHERE id = NEW.customer_id;
  END;

  CREATE TRIGGER follow_ups_update AFTER UPDATE OF customer_id, due_on, due_time, status ON follow_ups BEGIN
    UPDATE customers SET (next_follow_up_id, next_contact_on, next_contact_time) =
      (SELECT id, due_on, due_time FROM follow_ups WHERE customer_id = customers.id AND status = 'open'
       ORDER BY due_on, due_time IS NULL, due_time, id LIMIT 1)
    WHERE id IN (OLD.customer_id, NEW.customer_id);
  END;

  CREATE TRIGGER follow_ups_delete AFTER DELETE ON follow_ups WHEN OLD.status = 'open' BEGIN
    UPDATE customers SET (next_follow_up_id, next_contact_on, next_contact_time) =
      (SELECT id, due_on, due_time FROM follow_ups WHERE customer_id = OLD.customer_id AND status = 'open'
       ORDER BY due_on, due_time IS NULL, due_time, id LIMIT 1)
    WHERE id = OLD.customer_id;
  END;
`
