package dev.howdah.wronghouse.ui.settings.logs;

/** A panel that is known by another one. */
public final class LogsPanel {}
