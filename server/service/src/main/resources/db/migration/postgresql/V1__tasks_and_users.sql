-- An identity is drawn from a sequence, which never goes back: the id of a deleted task is never given to another one.
CREATE TABLE task (
    id          BIGINT  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    title       TEXT    NOT NULL,
    description TEXT    NOT NULL,
    done        BOOLEAN NOT NULL,
    version     BIGINT  NOT NULL CHECK (version >= 1)
);

-- The list, filtered by `done`, in the order of ids.
CREATE INDEX task_by_done ON task (done, id);

CREATE TABLE user_account (
    -- Compared and sorted by code points, whatever the locale of the server.
    name          TEXT    COLLATE "C" NOT NULL PRIMARY KEY,
    password_hash TEXT    NOT NULL,
    -- True while the password is the one that the documentation tells everybody.
    demo          BOOLEAN NOT NULL DEFAULT FALSE
);
