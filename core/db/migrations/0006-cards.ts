import { shownContactIndexes } from '../first-contact.ts'
import { yearlyKey } from '../yearly-key.ts'

/** The operation of the first run: what a migration adds for everybody is nobody's to undo. */
const firstRun = '(SELECT min(id) FROM operations)'

export default /* sql */ `
  ALTER TABLE fields ADD COLUMN retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1));
  ALTER TABLE sections ADD COLUMN weight INTEGER NOT NULL DEFAULT 1 CHECK (weight >= 0);
  ALTER TABLE sections ADD COLUMN shipped INTEGER NOT NULL DEFAULT 0 CHECK (shipped IN (0, 1));
  -- A salted hash; see core/staff.
  ALTER TABLE staff ADD COLUMN pin TEXT;
  ALTER TABLE staff ADD COLUMN retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1));
  -- When somebody last said that the card is right.
  ALTER TABLE customers ADD COLUMN confirmed_at INTEGER;
  -- Percent of the card that is filled in; kept by core/completeness, not part of undo.
  ALTER TABLE customers ADD COLUMN completeness INTEGER NOT NULL DEFAULT 0;

  -- Rows that history remembers get the new columns too, so that they compare with rows of today.
  UPDATE changes SET before = json_insert(before, '$.retired', 0) WHERE table_name = 'fields' AND before IS NOT NULL;
  UPDATE changes SET before = json_insert(before, '$.weight', 1, '$.shipped', 1)
  WHERE table_name = 'sections' AND before IS NOT NULL;
  UPDATE changes SET before = json_insert(before, '$.pin', NULL, '$.retired', 0)
  WHERE table_name = 'staff' AND before IS NOT NULL;
  UPDATE changes SET before = json_insert(before, '$.confirmed_at', NULL)
  WHERE table_name = 'customers' AND before IS NOT NULL;

  -- Everything that was ever done to a customer's parts.
  CREATE INDEX changes_of_customer ON changes (CAST(before ->> 'customer_id' AS INTEGER), id)
  WHERE before ->> 'customer_id' IS NOT NULL;
  CREATE INDEX changes_of_contact ON changes (CAST(before ->> 'contact_id' AS INTEGER), id)
  WHERE before ->> 'contact_id' IS NOT NULL;
  CREATE INDEX changes_of_visit ON changes (CAST(before ->> 'visit_id' AS INTEGER), id)
  WHERE before ->> 'visit_id' IS NOT NULL;
  -- What an operation did to one table or row, among the million rows of a large one.
  DROP INDEX changes_of_operation;
  CREATE INDEX changes_of_operation ON changes (operation_id, table_name, row_id);

  CREATE INDEX operations_of_customer ON operations (CAST(subject ->> 'customerId' AS INTEGER), id)
  WHERE subject ->> 'customerId' IS NOT NULL;
  CREATE INDEX operations_undoing ON operations (undoes) WHERE undoes IS NOT NULL;

  -- What somebody deleted and nobody brought back: the change that says how it was, and the words it is found by.
  -- Follows from operations and changes; see core/operations/keep-trash.ts.
  CREATE TABLE trash (
    change_id    INTEGER PRIMARY KEY REFERENCES changes (id) ON DELETE CASCADE,
    table_name   TEXT    NOT NULL,
    row_id       INTEGER NOT NULL,
    -- Of a contact, visit, follow-up or file: whose it was.
    customer_id  INTEGER,
    words        TEXT    NOT NULL,
    UNIQUE (table_name, row_id)
  ) STRICT;

  CREATE TABLE views (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    uid           TEXT    NOT NULL UNIQUE,
    operation_id  INTEGER NOT NULL,
    -- Of a view the program came with.
    key           TEXT    UNIQUE,
    label_zh      TEXT    NOT NULL,
    label_en      TEXT    NOT NULL,
    query         TEXT    NOT NULL CHECK (json_valid(query)),
    columns       TEXT    CHECK (json_valid(columns)),
    position      INTEGER NOT NULL,
    hidden        INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1))
  ) STRICT;

  CREATE TABLE addresses (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id  INTEGER NOT NULL,
    customer_id   INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    label         TEXT    NOT NULL DEFAULT '',
    area          TEXT    NOT NULL DEFAULT '',
    street        TEXT    NOT NULL DEFAULT '',
    postcode      TEXT    NOT NULL DEFAULT '',
    position      INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  -- Affiliated customers: one row a pair, told on both cards.
  CREATE TABLE customer_links (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id  INTEGER NOT NULL,
    customer_id   INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    other_id      INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    note          TEXT    NOT NULL DEFAULT '',
    CHECK (customer_id <> other_id),
    UNIQUE (customer_id, other_id)
  ) STRICT;

  -- The decision chain: who reports to whom, who sways whom.
  CREATE TABLE contact_links (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id     INTEGER NOT NULL,
    from_contact_id  INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    to_contact_id    INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    kind             TEXT    NOT NULL CHECK (kind IN ('reportsTo', 'influences')),
    CHECK (from_contact_id <> to_contact_id),
    UNIQUE (from_contact_id, to_contact_id, kind)
  ) STRICT;

  CREATE TABLE attachments (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    uid           TEXT    NOT NULL UNIQUE,
    operation_id  INTEGER NOT NULL,
    customer_id   INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    contact_id    INTEGER REFERENCES contacts (id) ON DELETE SET NULL,
    visit_id      INTEGER REFERENCES visits (id) ON DELETE SET NULL,
    name          TEXT    NOT NULL CHECK (name <> ''),
    media_type    TEXT    NOT NULL,
    size          INTEGER NOT NULL,
    -- The file's name in the folder of attachments: SHA-256 of its bytes.
    sha256        TEXT    NOT NULL,
    width         INTEGER,
    height        INTEGER,
    note          TEXT    NOT NULL DEFAULT '',
    added_at      INTEGER NOT NULL,
    staff_id      INTEGER REFERENCES staff (id) ON DELETE SET NULL
  ) STRICT;

  -- Customers that look alike and are not the same, the smaller id first.
  CREATE TABLE apart_customers (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id  INTEGER NOT NULL,
    customer_id   INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    other_id      INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    CHECK (customer_id < other_id),
    UNIQUE (customer_id, other_id)
  ) STRICT;

  -- Cards opened last; not part of undo.
  CREATE TABLE recent_customers (
    customer_id  INTEGER PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE,
    opened_at    INTEGER NOT NULL
  ) STRICT;

  -- Customers whose completeness has to be counted anew; 0 stands for all. Empty again before every commit.
  CREATE TABLE stale_completeness (id INTEGER PRIMARY KEY) STRICT;

  CREATE TRIGGER completeness_customers_insert AFTER INSERT ON customers BEGIN
    INSERT OR IGNORE INTO stale_completeness VALUES (NEW.id);
  END;
  CREATE TRIGGER completeness_customers_update AFTER UPDATE OF field_values, short_name, created_by ON customers BEGIN
    INSERT OR IGNORE INTO stale_completeness VALUES (NEW.id);
  END;
${['phones', 'addresses', 'contacts']
  .map(
    (table) => `
  CREATE TRIGGER completeness_${table}_insert AFTER INSERT ON ${table} BEGIN
    INSERT OR IGNORE INTO stale_completeness VALUES (NEW.customer_id);
  END;
  CREATE TRIGGER completeness_${table}_update AFTER UPDATE ON ${table} BEGIN
    INSERT OR IGNORE INTO stale_completeness VALUES (OLD.customer_id), (NEW.customer_id);
  END;
  CREATE TRIGGER completeness_${table}_delete AFTER DELETE ON ${table} BEGIN
    INSERT OR IGNORE INTO stale_completeness VALUES (OLD.customer_id);
  END;`,
  )
  .join('')}
  CREATE TRIGGER completeness_links_insert AFTER INSERT ON customer_links BEGIN
    INSERT OR IGNORE INTO stale_completeness VALUES (NEW.customer_id), (NEW.other_id);
  END;
  CREATE TRIGGER completeness_links_update AFTER UPDATE ON customer_links BEGIN
    INSERT OR IGNORE INTO stale_completeness VALUES (OLD.customer_id), (OLD.other_id), (NEW.customer_id), (NEW.other_id);
  END;
  CREATE TRIGGER completeness_links_delete AFTER DELETE ON customer_links BEGIN
    INSERT OR IGNORE INTO stale_completeness VALUES (OLD.customer_id), (OLD.other_id);
  END;
${['fields', 'sections']
  .map((table) =>
    ['INSERT', 'UPDATE', 'DELETE']
      .map(
        (event) => `
  CREATE TRIGGER completeness_${table}_${event.toLowerCase()} AFTER ${event} ON ${table} BEGIN
    INSERT OR IGNORE INTO stale_completeness VALUES (0);
  END;`,
      )
      .join(''),
  )
  .join('')}

  CREATE INDEX views_by_operation ON views (operation_id);
  CREATE INDEX addresses_by_operation ON addresses (operation_id);
  CREATE INDEX addresses_of_customer ON addresses (customer_id, position, id);
  CREATE INDEX customer_links_by_operation ON customer_links (operation_id);
  CREATE INDEX customer_links_of_other ON customer_links (other_id);
  CREATE INDEX contact_links_by_operation ON contact_links (operation_id);
  CREATE INDEX contact_links_of_target ON contact_links (to_contact_id);
  CREATE INDEX attachments_by_operation ON attachments (operation_id);
  CREATE INDEX attachments_of_customer ON attachments (customer_id, added_at DESC, id DESC);
  CREATE INDEX attachments_of_contact ON attachments (contact_id) WHERE contact_id IS NOT NULL;
  CREATE INDEX attachments_of_visit ON attachments (visit_id) WHERE visit_id IS NOT NULL;
  CREATE INDEX attachments_by_content ON attachments (sha256);
  CREATE INDEX changes_by_content ON changes (before ->> 'sha256') WHERE table_name = 'attachments';
  CREATE INDEX apart_customers_by_operation ON apart_customers (operation_id);
  CREATE INDEX apart_customers_of_other ON apart_customers (other_id);
  CREATE INDEX recent_customers_by_time ON recent_customers (opened_at);
  CREATE INDEX customers_by_completeness ON customers (completeness, id);
  CREATE INDEX customers_by_confirmation ON customers (confirmed_at, id);
  CREATE INDEX contacts_by_birthday ON contacts (${yearlyKey('birthday')}, customer_id) WHERE birthday IS NOT NULL;
  ${shownContactIndexes}

  -- What stood in one text field, in its new place.
  INSERT INTO addresses (operation_id, customer_id, street)
  SELECT operation_id, id, field_values ->> 'address' FROM customers WHERE field_values ->> 'address' IS NOT NULL;
  INSERT INTO customer_links (operation_id, customer_id, other_id)
  SELECT customers.operation_id, customers.id, other.id
  FROM customers JOIN customers AS other ON other.id = customers.field_values ->> 'affiliate'
  WHERE other.id <> customers.id;
  UPDATE customers SET field_values = json_remove(field_values, '$.address', '$.affiliate')
  WHERE field_values ->> 'address' IS NOT NULL OR field_values ->> 'affiliate' IS NOT NULL;
  UPDATE fields SET storage = 'part' WHERE owner = 'customer' AND key IN ('address', 'affiliate');
  UPDATE fields SET type = 'text' WHERE owner = 'customer' AND key = 'affiliate';
  UPDATE sections SET shipped = 1;

${[
  ['removeCustomers', 'customers', "before ->> 'name' || ' ' || (before ->> 'number')"],
  ['removeContact', 'contacts', "before ->> 'name'"],
  ['removeVisit', 'visits', "before ->> 'situation'"],
  ['removeFollowUp', 'follow_ups', "before ->> 'title'"],
]
  .map(
    ([kind, table, words]) => `
  INSERT INTO trash (change_id, table_name, row_id, customer_id, words)
  SELECT max(changes.id), table_name, row_id, before ->> 'customer_id', lower(${words})
  FROM changes JOIN operations ON operations.id = changes.operation_id
  WHERE kind = '${kind}' AND undone_by IS NULL AND table_name = '${table}' AND before IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM ${table} WHERE id = row_id)
  GROUP BY row_id;`,
  )
  .join('')}

  -- A file that was set up before has its fields already; a new one gets them with all others.
  INSERT INTO fields (operation_id, owner, key, label_zh, label_en, type, storage, section_key, position, printed,
    listed, read_only, shipped)
  SELECT ${firstRun}, 'customer', key, label_zh, label_en, type, storage, section_key,
    (SELECT max(position) FROM fields) + place, printed, 1, read_only, 1
  FROM (
    SELECT 'owner' AS key, '负责人' AS label_zh, 'Owner' AS label_en, 'choice' AS type, 'value' AS storage,
      'created' AS section_key, 1 AS place, 1 AS printed, 0 AS read_only
    UNION ALL SELECT 'completeness', '完整度', 'Completeness', 'number', 'column', NULL, 2, 0, 1
    UNION ALL SELECT 'confirmedOn', '上次确认', 'Confirmed on', 'date', 'column', NULL, 3, 0, 1
  )
  WHERE EXISTS (SELECT 1 FROM sections);
`
