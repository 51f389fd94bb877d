package dev.howdah.lab.sample;

import dev.howdah.lab.sample.SampleSchema.Rows;
import java.util.List;

/** How it was paid. The foreign key of {@code refunds} has no index of its own. */
final class PaymentsSchema {
    private static final String TABLES =
            """
            CREATE TABLE payments.transactions (
                id           bigint      NOT NULL,
                order_id     bigint      NOT NULL,
                method       text        NOT NULL,
                amount_cents bigint      NOT NULL,
                currency     char(3)     NOT NULL,
                status       text        NOT NULL,
                reference    text        NOT NULL,
                created_at   timestamptz NOT NULL DEFAULT now(),
                captured_at  timestamptz
            );
            CREATE TABLE payments.refunds (
                id             bigint      NOT NULL,
                transaction_id bigint      NOT NULL,
                amount_cents   bigint      NOT NULL,
                reason         text        NOT NULL,
                created_at     timestamptz NOT NULL DEFAULT now()
            );
            """;

    private static final String TRANSACTIONS =
            """
            INSERT INTO payments.transactions
            SELECT i,
                   i,
                   (ARRAY['card', 'card', 'pix', 'transfer', 'wallet'])[1 + i % 5],
                   500 + (random() * 60000)::int,
                   (ARRAY['EUR', 'EUR', 'BRL', 'USD'])[1 + i % 4],
                   CASE WHEN i % 25 = 0 THEN 'failed' ELSE 'captured' END,
                   'PAY-' || md5(i::text),
                   now() - (119000 - i) * interval '2 minutes',
                   CASE WHEN i % 25 <> 0 THEN now() - (119000 - i) * interval '2 minutes' * 0.999 END
              FROM generate_series(1, 119000) i
            """;

    private static final String REFUNDS =
            """
            INSERT INTO payments.refunds
            SELECT i,
                   i * 14,
                   500 + (random() * 9000)::int,
                   (ARRAY['damaged', 'late', 'changed mind', 'wrong size'])[1 + i % 4],
                   now() - (8000 - i) * interval '1 hour'
              FROM generate_series(1, 8000) i
            """;

    private static final String KEYS =
            """
            ALTER TABLE payments.transactions
                ADD PRIMARY KEY (id),
                ADD UNIQUE (reference),
                ADD CHECK (status IN ('pending', 'captured', 'failed'));
            ALTER TABLE payments.refunds
                ADD PRIMARY KEY (id),
                ADD FOREIGN KEY (transaction_id) REFERENCES payments.transactions;
            CREATE INDEX transactions_order_id_idx ON payments.transactions (order_id);
            """;

    static final SampleSchema SCHEMA =
            new SampleSchema(
                    "payments",
                    "payment-service",
                    TABLES,
                    List.of(new Rows(119_000, TRANSACTIONS), new Rows(8_000, REFUNDS)),
                    KEYS);

    private PaymentsSchema() {}
}
