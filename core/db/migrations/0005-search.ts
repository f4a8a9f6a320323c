export default /* sql */ `
  -- What search finds records by: short pieces of their texts, made by core/search. Contentless, and forgotten by being
  -- told the same terms again: only so does 'secure-delete' take a deleted person's name out of the file. (Tables with
  -- contentless_delete keep it until a later merge; see docs/decisions.)
  CREATE VIRTUAL TABLE search_customers USING fts5 (
    terms, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
  );
  CREATE VIRTUAL TABLE search_contacts USING fts5 (
    terms, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
  );
  INSERT INTO search_customers (search_customers, rank) VALUES ('secure-delete', 1);
  INSERT INTO search_contacts (search_contacts, rank) VALUES ('secure-delete', 1);
  -- Few pieces, so that a keystroke has few to look into.
  INSERT INTO search_customers (search_customers, rank) VALUES ('automerge', 2);
  INSERT INTO search_contacts (search_contacts, rank) VALUES ('automerge', 2);

  -- The texts that the terms above were made of, to forget them by and to check an answer against.
  CREATE TABLE search_customer_sources (
    id      INTEGER PRIMARY KEY,
    source  TEXT    NOT NULL
  ) STRICT;
  CREATE TABLE search_contact_sources (
    id      INTEGER PRIMARY KEY,
    source  TEXT    NOT NULL
  ) STRICT;

  -- Records whose texts changed since the index was brought up to date; empty again before every commit.
  CREATE TABLE search_dirty_customers (id INTEGER PRIMARY KEY) STRICT;
  CREATE TABLE search_dirty_contacts (id INTEGER PRIMARY KEY) STRICT;

  CREATE TRIGGER search_customers_insert AFTER INSERT ON customers BEGIN
    INSERT OR IGNORE INTO search_dirty_customers VALUES (NEW.id);
  END;
  CREATE TRIGGER search_customers_update
  AFTER UPDATE OF name, short_name, reading, number, field_values ON customers BEGIN
    INSERT OR IGNORE INTO search_dirty_customers VALUES (NEW.id);
  END;
  CREATE TRIGGER search_customers_delete AFTER DELETE ON customers BEGIN
    INSERT OR IGNORE INTO search_dirty_customers VALUES (OLD.id);
  END;

  CREATE TRIGGER search_contacts_insert AFTER INSERT ON contacts BEGIN
    INSERT OR IGNORE INTO search_dirty_contacts VALUES (NEW.id);
  END;
  CREATE TRIGGER search_contacts_update AFTER UPDATE OF name, reading, wechat ON contacts BEGIN
    INSERT OR IGNORE INTO search_dirty_contacts VALUES (NEW.id);
  END;
  CREATE TRIGGER search_contacts_delete AFTER DELETE ON contacts BEGIN
    INSERT OR IGNORE INTO search_dirty_contacts VALUES (OLD.id);
  END;

  CREATE TRIGGER search_phones_insert AFTER INSERT ON phones BEGIN
    INSERT OR IGNORE INTO search_dirty_customers SELECT NEW.customer_id WHERE NEW.contact_id IS NULL;
    INSERT OR IGNORE INTO search_dirty_contacts SELECT NEW.contact_id WHERE NEW.contact_id IS NOT NULL;
  END;
  CREATE TRIGGER search_phones_update AFTER UPDATE OF digits, customer_id, contact_id ON phones BEGIN
    INSERT OR IGNORE INTO search_dirty_customers SELECT OLD.customer_id WHERE OLD.contact_id IS NULL;
    INSERT OR IGNORE INTO search_dirty_contacts SELECT OLD.contact_id WHERE OLD.contact_id IS NOT NULL;
    INSERT OR IGNORE INTO search_dirty_customers SELECT NEW.customer_id WHERE NEW.contact_id IS NULL;
    INSERT OR IGNORE INTO search_dirty_contacts SELECT NEW.contact_id WHERE NEW.contact_id IS NOT NULL;
  END;
  CREATE TRIGGER search_phones_delete AFTER DELETE ON phones BEGIN
    INSERT OR IGNORE INTO search_dirty_customers SELECT OLD.customer_id WHERE OLD.contact_id IS NULL;
    INSERT OR IGNORE INTO search_dirty_contacts SELECT OLD.contact_id WHERE OLD.contact_id IS NOT NULL;
  END;
`
