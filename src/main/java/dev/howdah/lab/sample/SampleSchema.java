package dev.howdah.lab.sample;

import java.util.List;

/**
 * The schema of one service. Its parts are run in this order, as the service's role.
 *
 * @param owner the service's role, which owns the schema and everything in it
 * @param tables CREATE TABLE statements without keys, which would slow the filling down
 * @param rows fills the tables
 * @param keys primary and foreign keys and indexes
 */
record SampleSchema(String name, String owner, String tables, List<Rows> rows, String keys) {

    /**
     * An INSERT of many rows.
     *
     * @param count how many; says how long it takes beside the others
     */
    record Rows(int count, String insert) {}

    /** The six of them; none refers to a table of another, as each service keeps its own data. */
    static List<SampleSchema> all() {
        return List.of(
                ProductsSchema.SCHEMA,
                UsersSchema.SCHEMA,
                AuthSchema.SCHEMA,
                OrdersSchema.SCHEMA,
                PaymentsSchema.SCHEMA,
                InventorySchema.SCHEMA);
    }
}
