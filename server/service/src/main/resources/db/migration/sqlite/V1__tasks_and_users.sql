-- AUTOINCREMENT: the id of a deleted task is never given to another one.
CREATE TABLE task (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    title       TEXT    NOT NULL,
    description TEXT    NOT NULL,
    done        INTEGER NOT NULL CHECK (done IN (0, 1)),
    version     INTEGER NOT NULL CHECK (version >= 1)
) STRICT;

-- The list, filtered by `done`, in the order of ids.
CREATE INDEX task_by_done ON task (done, id);

CREATE TABLE user_account (
    name          TEXT    NOT NULL PRIMARY KEY,
    password_hash TEXT    NOT NULL,
    -- 1 while the password is the one that the documentation tells everybody.
    demo          INTEGER NOT NULL DEFAULT 0 CHECK (demo IN (0, 1))
) STRICT, WITHOUT ROWID;
