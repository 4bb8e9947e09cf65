ALTER TABLE user_account
    -- 1 while nobody may log in as this user.
    ADD COLUMN disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1));
