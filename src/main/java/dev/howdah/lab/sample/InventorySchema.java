package dev.howdah.lab.sample;

import dev.howdah.lab.sample.SampleSchema.Rows;
import java.util.List;

/** What is left in the warehouses. */
final class InventorySchema {
    private static final String TABLES =
            """
            CREATE TABLE inventory.stock_levels (
                sku           text        NOT NULL,
                warehouse     text        NOT NULL,
                quantity      integer     NOT NULL,
                reserved      integer     NOT NULL DEFAULT 0,
                reorder_point integer     NOT NULL,
                updated_at    timestamptz NOT NULL DEFAULT now()
            ) WITH (fillfactor = 80);
            CREATE TABLE inventory.reservations (
                id          bigint      NOT NULL,
                order_id    bigint      NOT NULL,
                sku         text        NOT NULL,
                warehouse   text        NOT NULL,
                quantity    integer     NOT NULL,
                state       text        NOT NULL DEFAULT 'held',
                reserved_at timestamptz NOT NULL DEFAULT now(),
                expires_at  timestamptz NOT NULL DEFAULT now() + interval '2 days'
            );
            """;

    private static final String STOCK_LEVELS =
            """
            INSERT INTO inventory.stock_levels
            SELECT 'SKU-' || lpad(p::text, 6, '0'),
                   w,
                   (random() * 400)::int,
                   0,
                   20 + p % 30,
                   now() - random() * interval '20 days'
              FROM generate_series(1, 10000) p
             CROSS JOIN unnest(ARRAY['Porto', 'Recife']) w
            """;

    private static final String RESERVATIONS =
            """
            INSERT INTO inventory.reservations
            SELECT i,
                   40000 + i,
                   'SKU-' || lpad((1 + i * 7919 % 10000)::text, 6, '0'),
                   (ARRAY['Porto', 'Recife'])[1 + i % 2],
                   1 + i % 4,
                   CASE WHEN i > 78000 THEN 'held' ELSE 'shipped' END,
                   now() - (80000 - i) * interval '2 minutes',
                   now() - (80000 - i) * interval '2 minutes' + interval '2 days'
              FROM generate_series(1, 80000) i
            """;

    private static final String KEYS =
            """
            ALTER TABLE inventory.stock_levels
                ADD PRIMARY KEY (sku, warehouse),
                ADD CHECK (quantity >= 0);
            ALTER TABLE inventory.reservations
                ADD PRIMARY KEY (id),
                ADD FOREIGN KEY (sku, warehouse) REFERENCES inventory.stock_levels;
            CREATE INDEX reservations_order_id_idx ON inventory.reservations (order_id);
            CREATE INDEX reservations_sku_idx ON inventory.reservations (sku, warehouse);
            CREATE INDEX reservations_expiry_idx ON inventory.reservations (expires_at) WHERE state = 'held';
            """;

    static final SampleSchema SCHEMA =
            new SampleSchema(
                    "inventory",
                    "inventory-service",
                    TABLES,
                    List.of(new Rows(20_000, STOCK_LEVELS), new Rows(80_000, RESERVATIONS)),
                    KEYS);

    private InventorySchema() {}
}
