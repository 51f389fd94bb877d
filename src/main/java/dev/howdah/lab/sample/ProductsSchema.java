package dev.howdah.lab.sample;

import dev.howdah.lab.sample.SampleSchema.Rows;
import java.util.List;

/** What the shop sells. */
final class ProductsSchema {
    private static final String TABLES =
            """
            CREATE TABLE products.categories (
                id        integer NOT NULL,
                parent_id integer,
                name      text    NOT NULL,
                slug      text    NOT NULL
            );
            CREATE TABLE products.products (
                id          integer     NOT NULL,
                sku         text        NOT NULL,
                category_id integer     NOT NULL,
                name        text        NOT NULL,
                description text        NOT NULL,
                price_cents integer     NOT NULL,
                active      boolean     NOT NULL DEFAULT true,
                created_at  timestamptz NOT NULL DEFAULT now()
            );
            CREATE TABLE products.attributes (
                product_id integer NOT NULL,
                name       text    NOT NULL,
                value      text    NOT NULL
            );
            """;

    private static final String CATEGORIES =
            """
            INSERT INTO products.categories
            SELECT i,
                   CASE WHEN i > 12 THEN 1 + i % 12 END,
                   'Category ' || i,
                   'category-' || i
              FROM generate_series(1, 120) i
            """;

    private static final String PRODUCTS =
            """
            INSERT INTO products.products
            SELECT i,
                   'SKU-' || lpad(i::text, 6, '0'),
                   13 + i % 108,
                   (ARRAY['Trail', 'City', 'Alpine', 'Coast', 'Night'])[1 + i % 5]
                       || ' ' || (ARRAY['jacket', 'shoe', 'lamp', 'bag', 'tent', 'bottle', 'map'])[1 + i % 7]
                       || ' ' || i,
                   repeat('Light, robust and made to be repaired. ', 2 + i % 6),
                   500 + (random() * 24500)::int,
                   i % 20 <> 0,
                   now() - (10000 - i) * interval '3 hours'
              FROM generate_series(1, 10000) i
            """;

    private static final String ATTRIBUTES =
            """
            INSERT INTO products.attributes
            SELECT p,
                   a.name,
                   a.choices[1 + (p + a.nr) % 4]
              FROM generate_series(1, 10000) p
             CROSS JOIN (VALUES (1, 'colour',   ARRAY['black', 'green', 'orange', 'blue']),
                                (2, 'size',     ARRAY['S', 'M', 'L', 'XL']),
                                (3, 'material', ARRAY['wool', 'cotton', 'steel', 'nylon']),
                                (4, 'origin',   ARRAY['PT', 'BR', 'VN', 'DE'])) a (nr, name, choices)
            """;

    private static final String KEYS =
            """
            ALTER TABLE products.categories
                ADD PRIMARY KEY (id),
                ADD UNIQUE (slug),
                ADD FOREIGN KEY (parent_id) REFERENCES products.categories;
            ALTER TABLE products.products
                ADD PRIMARY KEY (id),
                ADD UNIQUE (sku),
                ADD FOREIGN KEY (category_id) REFERENCES products.categories,
                ADD CHECK (price_cents >= 0);
            ALTER TABLE products.attributes
                ADD PRIMARY KEY (product_id, name),
                ADD FOREIGN KEY (product_id) REFERENCES products.products ON DELETE CASCADE;
            CREATE INDEX products_category_id_idx ON products.products (category_id) WHERE active;
            """;

    static final SampleSchema SCHEMA =
            new SampleSchema(
                    "products",
                    "catalog-service",
                    TABLES,
                    List.of(
                            new Rows(120, CATEGORIES),
                            new Rows(10_000, PRODUCTS),
                            new Rows(40_000, ATTRIBUTES)),
                    KEYS);

    private ProductsSchema() {}
}
