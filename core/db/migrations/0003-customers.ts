import { plainReading } from '../plain-reading.ts'

export default /* sql */ `
  CREATE TABLE customers (
    id                  INTEGER PRIMARY KEY AUTOINCREMENT,
    uid                 TEXT    NOT NULL UNIQUE,
    operation_id        INTEGER NOT NULL,
    number              TEXT    NOT NULL UNIQUE CHECK (number <> ''),
    kind                TEXT    NOT NULL CHECK (kind IN ('person', 'company')),
    name                TEXT    NOT NULL CHECK (trim(name) <> ''),
    short_name          TEXT    NOT NULL DEFAULT '',
    -- Pinyin with tone marks, syllables parted by spaces; made from the name unless corrected by hand.
    reading             TEXT    NOT NULL DEFAULT '',
    field_values        TEXT    NOT NULL DEFAULT '{}' CHECK (json_type(field_values) = 'object'),
    created_by          TEXT    NOT NULL DEFAULT '',
    created_on          TEXT    NOT NULL CHECK (created_on = date(created_on)),
    created_at          INTEGER NOT NULL,
    -- Kept by the triggers below, so that lists can sort by them. Not part of undo: undo moves what they follow from.
    last_contact_at     TEXT,
    next_contact_on     TEXT,
    next_contact_time   TEXT,
    next_follow_up_id   INTEGER
  ) STRICT;

  CREATE INDEX customers_by_operation ON customers (operation_id);
  CREATE INDEX customers_by_name ON customers (${plainReading}, name, id);
  CREATE INDEX customers_by_kind ON customers (kind, id);
  CREATE INDEX customers_by_grade ON customers (json_extract(field_values, '$."grade"'), last_contact_at, id);
  CREATE INDEX customers_by_created ON customers (created_on, id);
  CREATE INDEX customers_by_last_contact ON customers (last_contact_at, id);
  -- Within a day those without a time stand last.
  CREATE INDEX customers_by_next_contact ON customers (next_contact_on, coalesce(next_contact_time, '24:00'), id);

  CREATE TABLE contacts (
    id                 INTEGER PRIMARY KEY AUTOINCREMENT,
    uid                TEXT    NOT NULL UNIQUE,
    operation_id       INTEGER NOT NULL,
    customer_id        INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    name               TEXT    NOT NULL CHECK (trim(name) <> ''),
    reading            TEXT    NOT NULL DEFAULT '',
    title              TEXT    NOT NULL DEFAULT '',
    role               TEXT,
    is_decision_maker  INTEGER NOT NULL DEFAULT 0 CHECK (is_decision_maker IN (0, 1)),
    is_primary         INTEGER NOT NULL DEFAULT 0 CHECK (is_primary IN (0, 1)),
    wechat             TEXT    NOT NULL DEFAULT '',
    email              TEXT    NOT NULL DEFAULT '',
    birthday           TEXT,
    hometown           TEXT    NOT NULL DEFAULT '',
    preferred_channel  TEXT,
    relation           TEXT    NOT NULL DEFAULT '',
    notes              TEXT    NOT NULL DEFAULT '',
    position           INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE INDEX contacts_by_operation ON contacts (operation_id);
  CREATE INDEX contacts_of_customer ON contacts (customer_id, position, id);

  -- A contact's phone names its customer as well, so that one look-up finds whose phone it is.
  CREATE TABLE phones (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id  INTEGER NOT NULL,
    customer_id   INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    contact_id    INTEGER REFERENCES contacts (id) ON DELETE CASCADE,
    label         TEXT    NOT NULL DEFAULT '',
    number        TEXT    NOT NULL CHECK (number <> ''),
    digits        TEXT    NOT NULL,
    position      INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE INDEX phones_by_operation ON phones (operation_id);
  CREATE INDEX phones_of_customer ON phones (customer_id, contact_id, position, id);
  CREATE INDEX phones_of_contact ON phones (contact_id, position, id) WHERE contact_id IS NOT NULL;
  CREATE INDEX phones_by_digits ON phones (digits);

  -- Where each counter of the card number stands, and every number that was ever given: a number is never given twice,
  -- not even after its customer is gone, so neither is part of undo.
  CREATE TABLE number_counters (
    period  TEXT    PRIMARY KEY,
    last    INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE used_numbers (
    number  TEXT PRIMARY KEY
  ) STRICT, WITHOUT ROWID;

  CREATE TRIGGER customers_use_number AFTER INSERT ON customers BEGIN
    INSERT OR IGNORE INTO used_numbers (number) VALUES (NEW.number);
  END;

  CREATE TRIGGER customers_use_new_number AFTER UPDATE OF number ON customers BEGIN
    INSERT OR IGNORE INTO used_numbers (number) VALUES (NEW.number);
  END;
`
