const visitText = (row: string) => `concat_ws(char(10), nullif(${row}.situation, ''), nullif(${row}.result_note, ''),
      nullif(${row}.mood, ''), nullif(${row}.decision_note, ''), nullif(${row}.preparation, ''),
      nullif(${row}.approach, ''))`
const followUpText = (row: string) => `concat_ws(char(10), nullif(${row}.title, ''), nullif(${row}.content, ''),
      nullif(${row}.place, ''), nullif(${row}.outcome, ''))`

export default /* sql */ `
  -- What visits and follow-ups are found by, made by core/search: their rows are \`id * 2\` and \`id * 2 + 1\`.
  CREATE VIRTUAL TABLE search_entries USING fts5 (
    terms, content = '', columnsize = 0, detail = none, prefix = 3, tokenize = 'ascii'
  );
  INSERT INTO search_entries (search_entries, rank) VALUES ('secure-delete', 1);

  -- Entries whose text is not what the index knows, the latest change last. What it knows is kept here, since it
  -- forgets an entry by being told the same text again; empty where it knows none.
  CREATE TABLE search_dirty_entries (
    id     INTEGER PRIMARY KEY,
    entry  INTEGER NOT NULL UNIQUE,
    known  TEXT    NOT NULL
  ) STRICT;

  CREATE TRIGGER search_visits_insert AFTER INSERT ON visits WHEN ${visitText('NEW')} <> '' BEGIN
    INSERT OR IGNORE INTO search_dirty_entries (entry, known) VALUES (NEW.id * 2, '');
  END;
  CREATE TRIGGER search_visits_update
  AFTER UPDATE OF situation, result_note, mood, decision_note, preparation, approach ON visits
  WHEN ${visitText('NEW')} <> ${visitText('OLD')} BEGIN
    INSERT OR IGNORE INTO search_dirty_entries (entry, known) VALUES (OLD.id * 2, ${visitText('OLD')});
  END;
  CREATE TRIGGER search_visits_delete AFTER DELETE ON visits WHEN ${visitText('OLD')} <> '' BEGIN
    INSERT OR IGNORE INTO search_dirty_entries (entry, known) VALUES (OLD.id * 2, ${visitText('OLD')});
  END;

  CREATE TRIGGER search_follow_ups_insert AFTER INSERT ON follow_ups WHEN ${followUpText('NEW')} <> '' BEGIN
    INSERT OR IGNORE INTO search_dirty_entries (entry, known) VALUES (NEW.id * 2 + 1, '');
  END;
  CREATE TRIGGER search_follow_ups_update AFTER UPDATE OF title, content, place, outcome ON follow_ups
  WHEN ${followUpText('NEW')} <> ${followUpText('OLD')} BEGIN
    INSERT OR IGNORE INTO search_dirty_entries (entry, known) VALUES (OLD.id * 2 + 1, ${followUpText('OLD')});
  END;
  CREATE TRIGGER search_follow_ups_delete AFTER DELETE ON follow_ups WHEN ${followUpText('OLD')} <> '' BEGIN
    INSERT OR IGNORE INTO search_dirty_entries (entry, known) VALUES (OLD.id * 2 + 1, ${followUpText('OLD')});
  END;

  -- Addresses and notes are found by now too.
  CREATE TRIGGER search_addresses_insert AFTER INSERT ON addresses BEGIN
    INSERT OR IGNORE INTO search_dirty_customers VALUES (NEW.customer_id);
  END;
  CREATE TRIGGER search_addresses_update AFTER UPDATE OF area, street, customer_id ON addresses BEGIN
    INSERT OR IGNORE INTO search_dirty_customers VALUES (OLD.customer_id);
    INSERT OR IGNORE INTO search_dirty_customers VALUES (NEW.customer_id);
  END;
  CREATE TRIGGER search_addresses_delete AFTER DELETE ON addresses BEGIN
    INSERT OR IGNORE INTO search_dirty_customers VALUES (OLD.customer_id);
  END;
  CREATE TRIGGER search_contact_notes_update AFTER UPDATE OF notes, relation, hometown ON contacts BEGIN
    INSERT OR IGNORE INTO search_dirty_contacts VALUES (NEW.id);
  END;
  -- A field that was deleted comes back with its values.
  CREATE TRIGGER search_fields_insert AFTER INSERT ON fields WHEN NEW.owner = 'customer' AND NEW.storage = 'value' BEGIN
    INSERT OR IGNORE INTO search_dirty_customers
    SELECT id FROM customers WHERE json_type(field_values, '$."' || NEW.key || '"') = 'text';
  END;

  -- What is found by has changed, so everything is learned anew; see core/search/keep-up.ts.
  INSERT INTO search_customers (search_customers) VALUES ('delete-all');
  INSERT INTO search_contacts (search_contacts) VALUES ('delete-all');
  DELETE FROM search_customer_sources;
  DELETE FROM search_contact_sources;
  INSERT OR IGNORE INTO search_dirty_customers SELECT id FROM customers;
  INSERT OR IGNORE INTO search_dirty_contacts SELECT id FROM contacts;
  INSERT INTO search_dirty_entries (entry, known) SELECT id * 2, '' FROM visits WHERE ${visitText('visits')} <> '';
  INSERT INTO search_dirty_entries (entry, known)
  SELECT id * 2 + 1, '' FROM follow_ups WHERE ${followUpText('follow_ups')} <> '';
`
