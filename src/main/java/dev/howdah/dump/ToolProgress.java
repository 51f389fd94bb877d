package dev.howdah.dump;

/**
 * How far a tool is.
 *
 * @param object what it works on now: "orders.lines"; empty before the first
 * @param tables whose data was begun, this one included
 */
public record ToolProgress(String object, int tables) {}
