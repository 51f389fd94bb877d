package dev.howdah.pg.activity;

/**
 * The text of a session's current or last statement.
 *
 * @param cut we asked for the beginning only; {@link SessionTextQuery} has the rest
 * @param cutByServer the server itself keeps no more: its track_activity_query_size was reached
 */
public record StatementText(String text, boolean cut, boolean cutByServer) {}
