package dev.howdah.lab.sample;

import dev.howdah.lab.sample.SampleSchema.Rows;
import java.util.List;

/** Who buys in the shop. One index is there twice, as happens after a hasty migration. */
final class UsersSchema {
    private static final String TABLES =
            """
            CREATE TABLE users.users (
                id           bigint      NOT NULL,
                email        text        NOT NULL,
                full_name    text        NOT NULL,
                country      char(2)     NOT NULL,
                status       text        NOT NULL DEFAULT 'active',
                created_at   timestamptz NOT NULL DEFAULT now(),
                last_seen_at timestamptz
            );
            CREATE TABLE users.preferences (
                user_id    bigint      NOT NULL,
                locale     text        NOT NULL DEFAULT 'en',
                currency   char(3)     NOT NULL DEFAULT 'EUR',
                newsletter boolean     NOT NULL DEFAULT false,
                settings   jsonb       NOT NULL DEFAULT '{}',
                updated_at timestamptz NOT NULL DEFAULT now()
            );
            CREATE TABLE users.addresses (
                id          bigint NOT NULL,
                user_id     bigint NOT NULL,
                kind        text   NOT NULL,
                street      text   NOT NULL,
                postal_code text   NOT NULL,
                city        text   NOT NULL,
                country     char(2) NOT NULL
            );
            """;

    private static final String USERS =
            """
            INSERT INTO users.users
            SELECT i,
                   'user' || i || '@' || (ARRAY['example.com', 'example.net', 'example.org'])[1 + i % 3],
                   (ARRAY['Ana', 'Bruno', 'Carla', 'Duc', 'Elif', 'Farid', 'Grete', 'Hugo'])[1 + i % 8]
                       || ' ' || (ARRAY['Almeida', 'Berg', 'Costa', 'Dinh', 'Ek', 'Fuchs', 'Gray'])[1 + i % 7],
                   (ARRAY['BR', 'PT', 'DE', 'US', 'VN', 'TR'])[1 + i % 6],
                   CASE WHEN i % 50 = 0 THEN 'closed' WHEN i % 33 = 0 THEN 'invited' ELSE 'active' END,
                   now() - (50000 - i) * interval '40 minutes',
                   CASE WHEN i % 33 <> 0 THEN now() - random() * interval '60 days' END
              FROM generate_series(1, 50000) i
            """;

    private static final String PREFERENCES =
            """
            INSERT INTO users.preferences
            SELECT i,
                   (ARRAY['pt', 'pt', 'de', 'en', 'vi', 'tr'])[1 + i % 6],
                   (ARRAY['BRL', 'EUR', 'EUR', 'USD', 'VND', 'TRY'])[1 + i % 6],
                   i % 3 = 0,
                   jsonb_build_object('theme', CASE WHEN i % 2 = 0 THEN 'dark' ELSE 'light' END,
                                      'pageSize', 20 + 20 * (i % 3)),
                   now() - random() * interval '300 days'
              FROM generate_series(1, 50000) i
            """;

    private static final String ADDRESSES =
            """
            INSERT INTO users.addresses
            SELECT i,
                   1 + i % 50000,
                   CASE WHEN i <= 50000 THEN 'delivery' ELSE 'invoice' END,
                   'Harbour Street ' || 1 + i % 240,
                   lpad((i * 7919 % 99999)::text, 5, '0'),
                   (ARRAY['Recife', 'Porto', 'Kiel', 'Austin', 'Hue', 'Izmir'])[1 + i % 6],
                   (ARRAY['BR', 'PT', 'DE', 'US', 'VN', 'TR'])[1 + i % 6]
              FROM generate_series(1, 70000) i
            """;

    private static final String KEYS =
            """
            ALTER TABLE users.users
                ADD PRIMARY KEY (id),
                ADD UNIQUE (email);
            ALTER TABLE users.preferences
                ADD PRIMARY KEY (user_id),
                ADD FOREIGN KEY (user_id) REFERENCES users.users ON DELETE CASCADE;
            ALTER TABLE users.addresses
                ADD PRIMARY KEY (id),
                ADD FOREIGN KEY (user_id) REFERENCES users.users ON DELETE CASCADE;
            CREATE INDEX addresses_user_id_idx ON users.addresses (user_id);
            CREATE INDEX addresses_user_idx ON users.addresses (user_id);
            """;

    static final SampleSchema SCHEMA =
            new SampleSchema(
                    "users",
                    "user-service",
                    TABLES,
                    List.of(
                            new Rows(50_000, USERS),
                            new Rows(50_000, PREFERENCES),
                            new Rows(70_000, ADDRESSES)),
                    KEYS);

    private UsersSchema() {}
}
