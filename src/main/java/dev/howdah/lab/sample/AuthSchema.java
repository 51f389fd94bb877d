package dev.howdah.lab.sample;

import dev.howdah.lab.sample.SampleSchema.Rows;
import java.util.List;

/** How customers prove who they are. */
final class AuthSchema {
    private static final String TABLES =
            """
            CREATE TABLE auth.users_credentials (
                user_id         bigint      NOT NULL,
                login           text        NOT NULL,
                password_hash   text        NOT NULL,
                mfa_enabled     boolean     NOT NULL DEFAULT false,
                failed_attempts smallint    NOT NULL DEFAULT 0,
                locked_until    timestamptz,
                changed_at      timestamptz NOT NULL DEFAULT now()
            );
            CREATE TABLE auth.sessions (
                id         uuid        NOT NULL DEFAULT gen_random_uuid(),
                user_id    bigint      NOT NULL,
                client     inet        NOT NULL,
                user_agent text        NOT NULL,
                issued_at  timestamptz NOT NULL DEFAULT now(),
                expires_at timestamptz NOT NULL DEFAULT now() + interval '12 hours'
            );
            CREATE TABLE auth.tokens (
                id         bigint      NOT NULL,
                user_id    bigint      NOT NULL,
                kind       text        NOT NULL,
                token_hash bytea       NOT NULL,
                issued_at  timestamptz NOT NULL DEFAULT now(),
                expires_at timestamptz NOT NULL,
                revoked_at timestamptz
            );
            """;

    private static final String CREDENTIALS =
            """
            INSERT INTO auth.users_credentials
            SELECT i,
                   'user' || i,
                   '$argon2id$v=19$m=65536,t=3,p=4$' || md5('salt' || i) || '$' || md5(i::text),
                   i % 4 = 0,
                   CASE WHEN i % 400 = 0 THEN 5 ELSE 0 END,
                   CASE WHEN i % 400 = 0 THEN now() + interval '15 minutes' END,
                   now() - random() * interval '500 days'
              FROM generate_series(1, 50000) i
            """;

    private static final String SESSIONS =
            """
            INSERT INTO auth.sessions
            SELECT md5('session' || i)::uuid,
                   1 + (random() * 49999)::int,
                   '10.0.0.0'::inet + (random() * 60000)::int,
                   (ARRAY['Firefox on Linux', 'Safari on iPhone', 'Chrome on Android', 'TechCorp app'])[1 + i % 4],
                   now() - (100000 - i) * interval '26 seconds',
                   now() - (100000 - i) * interval '26 seconds' + interval '12 hours'
              FROM generate_series(1, 100000) i
            """;

    private static final String TOKENS =
            """
            INSERT INTO auth.tokens
            SELECT i,
                   1 + (random() * 49999)::int,
                   (ARRAY['refresh', 'refresh', 'refresh', 'reset', 'api'])[1 + i % 5],
                   decode(md5('token' || i), 'hex'),
                   now() - (60000 - i) * interval '40 seconds',
                   now() - (60000 - i) * interval '40 seconds' + interval '30 days',
                   CASE WHEN i % 11 = 0 THEN now() - (60000 - i) * interval '30 seconds' END
              FROM generate_series(1, 60000) i
            """;

    private static final String KEYS =
            """
            ALTER TABLE auth.users_credentials
                ADD PRIMARY KEY (user_id),
                ADD UNIQUE (login);
            ALTER TABLE auth.sessions
                ADD PRIMARY KEY (id),
                ADD FOREIGN KEY (user_id) REFERENCES auth.users_credentials ON DELETE CASCADE;
            ALTER TABLE auth.tokens
                ADD PRIMARY KEY (id),
                ADD FOREIGN KEY (user_id) REFERENCES auth.users_credentials ON DELETE CASCADE,
                ADD CHECK (kind IN ('refresh', 'reset', 'api'));
            CREATE INDEX sessions_user_id_idx ON auth.sessions (user_id);
            CREATE INDEX sessions_expires_at_idx ON auth.sessions (expires_at);
            CREATE INDEX tokens_user_id_idx ON auth.tokens (user_id) WHERE revoked_at IS NULL;
            """;

    static final SampleSchema SCHEMA =
            new SampleSchema(
                    "auth",
                    "auth-service",
                    TABLES,
                    List.of(
                            new Rows(50_000, CREDENTIALS),
                            new Rows(100_000, SESSIONS),
                            new Rows(60_000, TOKENS)),
                    KEYS);

    private AuthSchema() {}
}
