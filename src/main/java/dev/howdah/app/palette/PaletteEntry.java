package dev.howdah.app.palette;

/**
 * Something the command palette finds.
 *
 * @param kind what it is, in one word: "Server", "Tab", "Role", "Act"
 * @param keys the shortcut that does the same; may be empty
 */
public record PaletteEntry(String kind, String name, String keys, Runnable action) {}
