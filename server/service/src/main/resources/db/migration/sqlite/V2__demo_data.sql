-- What a fresh embedded database holds. It is a migration, so it happens once in the life of a database, whole or not
-- at all, and nothing that is deleted comes back. Other databases have no such script.
INSERT INTO task (title, description, done, version)
VALUES ('Buy groceries', 'Milk, Cheese, Pizza, Fruit, Tylenol', 0, 1),
       ('Learn Python', 'Need to find a good Python tutorial on the web', 0, 1);

-- The password is 'python', as the documentation says.
INSERT INTO user_account (name, password_hash, demo)
VALUES ('miguel',
        '$argon2id$v=19$m=19456,t=2,p=1$CTlYEhwQLFIGZDs81W35Kw$qFEY3mRBEXQVdfYndH2qMUCssr7GDJu6lp+ejyV0TSo',
        1);
