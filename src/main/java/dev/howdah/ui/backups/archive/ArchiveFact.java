package dev.howdah.ui.backups.archive;

/**
 * A line of the table of facts.
 *
 * @param value with its unit
 * @param meaning what it means here; may be empty
 */
record ArchiveFact(String name, String value, String meaning) {}
