export default /* sql */ `
  CREATE TABLE sections (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id  INTEGER NOT NULL,
    key           TEXT    NOT NULL UNIQUE,
    label_zh      TEXT    NOT NULL,
    label_en      TEXT    NOT NULL,
    position      INTEGER NOT NULL,
    hidden        INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1))
  ) STRICT;

  CREATE TABLE fields (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id  INTEGER NOT NULL,
    owner         TEXT    NOT NULL CHECK (owner IN ('customer', 'contact', 'visit', 'followUp')),
    key           TEXT    NOT NULL,
    label_zh      TEXT    NOT NULL,
    label_en      TEXT    NOT NULL,
    type          TEXT    NOT NULL,
    storage       TEXT    NOT NULL CHECK (storage IN ('value', 'column', 'part')),
    section_key   TEXT,
    position      INTEGER NOT NULL,
    required      INTEGER NOT NULL DEFAULT 0 CHECK (required IN (0, 1)),
    sensitive     INTEGER NOT NULL DEFAULT 0 CHECK (sensitive IN (0, 1)),
    printed       INTEGER NOT NULL DEFAULT 1 CHECK (printed IN (0, 1)),
    listed        INTEGER NOT NULL DEFAULT 1 CHECK (listed IN (0, 1)),
    hidden        INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)),
    read_only     INTEGER NOT NULL DEFAULT 0 CHECK (read_only IN (0, 1)),
    shipped       INTEGER NOT NULL DEFAULT 0 CHECK (shipped IN (0, 1)),
    UNIQUE (owner, key)
  ) STRICT;

  CREATE TABLE choices (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id  INTEGER NOT NULL,
    field_id      INTEGER NOT NULL REFERENCES fields (id) ON DELETE CASCADE,
    key           TEXT    NOT NULL,
    label_zh      TEXT    NOT NULL,
    label_en      TEXT    NOT NULL,
    position      INTEGER NOT NULL,
    hidden        INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)),
    UNIQUE (field_id, key)
  ) STRICT;

  CREATE INDEX sections_by_operation ON sections (operation_id);
  CREATE INDEX fields_by_operation ON fields (operation_id);
  CREATE INDEX choices_by_operation ON choices (operation_id);
`
