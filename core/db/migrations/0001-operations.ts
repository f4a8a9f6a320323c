export default /* sql */ `
  -- One row. commit_seq counts every write transaction, so that a file that went back in time is noticed.
  CREATE TABLE meta (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    uid         TEXT    NOT NULL,
    commit_seq  INTEGER NOT NULL DEFAULT 0,
    created_at  INTEGER NOT NULL
  ) STRICT;

  -- Preferences and the answers of the first run: not part of undo.
  CREATE TABLE settings (
    key    TEXT PRIMARY KEY,
    value  TEXT NOT NULL CHECK (json_valid(value))
  ) STRICT, WITHOUT ROWID;

  -- What somebody did: the unit of undo, history, trash and "who changed this".
  CREATE TABLE operations (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    kind       TEXT    NOT NULL,
    subject    TEXT    NOT NULL CHECK (json_valid(subject)),
    staff_id   INTEGER,
    made_at    INTEGER NOT NULL,
    undoes     INTEGER REFERENCES operations (id),
    undone_by  INTEGER REFERENCES operations (id)
  ) STRICT;

  -- The row as it was before an operation changed or deleted it. A null says that it was not there: written only when
  -- an undo brings a row back, because an ordinary creation is told by the row's own operation_id.
  CREATE TABLE changes (
    id            INTEGER PRIMARY KEY,
    operation_id  INTEGER NOT NULL REFERENCES operations (id),
    table_name    TEXT    NOT NULL,
    row_id        INTEGER NOT NULL,
    before        TEXT
  ) STRICT;

  CREATE INDEX changes_of_row ON changes (table_name, row_id, id);
  CREATE INDEX changes_of_operation ON changes (operation_id, id);

  CREATE TABLE staff (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    uid           TEXT    NOT NULL UNIQUE,
    operation_id  INTEGER NOT NULL,
    name          TEXT    NOT NULL CHECK (name <> '')
  ) STRICT;

  CREATE INDEX staff_by_operation ON staff (operation_id);
`
